"""`datapackage.json`: what a folder says of itself, read with care and written anew."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from timeline_app.model import DataPackage
from timeline_app.store.tables import SCHEMAS, Fault, fields_of

DESCRIPTOR = "datapackage.json"

_PROFILE = "https://datapackage.org/profiles/2.0/"


def folder_of(path: str | Path) -> Path:
    return Path(path).parent if Path(path).name == DESCRIPTOR else Path(path)


def read_descriptor(path: str | Path, faults: list[Fault]) -> dict[str, Any]:
    """What `datapackage.json` says; empty where it says nothing that can be used."""
    folder = folder_of(path)

    def fault(message: str, row: int = 0, column: str = "") -> dict[str, Any]:
        faults.append(Fault(file=DESCRIPTOR, row=row, column=column, message=message))
        return {}

    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        what = "the folder has no datapackage.json" if folder.is_dir() else f"there is no folder {str(folder)!r}"
        return fault(f"{what}: give the folder of a data package (events/ is one)")
    except OSError as error:
        return fault(f"the file cannot be read: {error.strerror or error}")
    except UnicodeDecodeError:
        return fault("the file is not UTF-8: save it as JSON in UTF-8")
    except json.JSONDecodeError as error:
        return fault(f"not JSON ({error.msg.lower()}): mend column {error.colno} of this line", error.lineno)
    except RecursionError:
        return fault("the file is nested too deeply: see events/datapackage.json for the form")
    if not isinstance(descriptor, dict):
        return fault("not a JSON object: see events/datapackage.json for the form")
    if not isinstance(descriptor.get("resources"), list):
        return fault("there is no list of resources: see events/datapackage.json for the form", column="resources")
    for key in ("name", "title", "version", "description"):
        if not isinstance(descriptor.get(key, ""), str):
            return fault("must be a text in quotes", column=key)
    licences = descriptor.get("licenses", [])
    if not isinstance(licences, list) or not all(isinstance(licence, dict) for licence in licences):
        return fault('must be a list such as [{"name": "CC-BY-4.0"}]', column="licenses")
    for n, resource in enumerate(descriptor["resources"]):
        where = f"resources[{n}]"
        if not isinstance(resource, dict) or not isinstance(resource.get("name"), str):
            return fault("a resource must be an object with a name", column=where)
        file = resource.get("path")
        if resource["name"] in SCHEMAS and not (isinstance(file, str) and file and "://" not in file):
            return fault("the resource needs the path of one CSV file in this folder", column=f"{where}.path")
        if isinstance(file, str) and (Path(file).is_absolute() or ".." in Path(file).parts or "\0" in file):
            return fault("the path must stay in this folder", column=f"{where}.path")
    return descriptor


def resources_of(descriptor: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(descriptor.get("resources", []))


def describe(package: DataPackage, tables: Iterable[str], languages: list[str]) -> dict[str, Any]:
    """A descriptor of these tables; `languages` are the columns `aliases_xx` that the actors have."""
    about = {"description": package.description, "version": package.version}
    licences = [{"name": name} if "/" not in name else {"path": name} for name in package.licences]
    return {
        "$schema": _PROFILE + "datapackage.json",
        "name": package.name,
        "title": package.title,
        **{key: value for key, value in about.items() if value},
        **({"licenses": licences} if licences else {}),
        "resources": [
            {
                "name": table,
                "type": "table",
                "path": f"{table}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "$schema": _PROFILE + "tableschema.json",
                    **SCHEMAS[table],
                    "fields": fields_of(table, languages),
                },
            }
            for table in tables
        ],
    }
