"""The timeline of a user as a data package: everything that a store holds, as CSV and text files, out and in again.

To the tables of a package come `articles.csv`, `mentions.csv` and a file `articles/ID.txt` with the text of each.
"""

from collections.abc import Container, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline_app.errors import DataPackageError, StoreError
from timeline_app.model import Article, DataPackage, Fatalities, Kind, Mention, Source, Status
from timeline_app.store.descriptor import folder_of, resources_of
from timeline_app.store.package import id_of, read_tables, source_ids, values_of, write
from timeline_app.store.quotes import check_quotes
from timeline_app.store.tables import REPORTS, Fault, Row

if TYPE_CHECKING:
    from timeline_app.store.database import Store


def save(package: DataPackage, store: "Store", path: str | Path) -> None:
    """Write a package and what the store holds into one folder. `restore` puts it into any store again.

    The package is the timeline as it is shown: its events may hold mentions of the store, and then `mentions.csv` says
    which event each of them tells. Raises `DataPackageError` where the folder cannot be written.
    """
    folder = Path(path)
    events = {mention.id: event.id for event in package.events for mention in event.mentions}
    kept = {mention.id for mention in store.mentions()}
    articles, mentions = store.articles(), store.mentions(kept=None)
    further = {mention.source: "" for mention in mentions}
    package = replace(package, sources=tuple({**source_ids(package), **further}))
    sources = source_ids(package)
    try:
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        for article in articles:
            _text_file(folder, article.id).write_bytes(article.text.encode())
    except OSError as error:
        told = f"{folder} cannot be written ({error.strerror or error}): choose another folder"
        raise DataPackageError(told) from error
    write(
        package,
        folder,
        articles=[values_of(article, "articles") for article in articles],
        mentions=[
            {
                **values_of(mention, "mentions"),
                "event": events.get(mention.id, ""),
                "kept": mention.id in kept,
                "source": sources[mention.source],
                "fatalities_low": mention.fatalities and mention.fatalities.low,
                "fatalities_high": mention.fatalities and mention.fatalities.high,
            }
            for mention in mentions
        ],
    )


def restore(path: str | Path, store: "Store") -> int:
    """Put the articles and mentions of a folder into a store, and say how many articles those are.

    What is there already stays as it is or takes the values of the folder. Raises `DataPackageError` where the folder
    has faults, or no articles.
    """
    faults: list[Fault] = []
    descriptor, tables = read_tables(path, faults)
    reports = told_reports(folder_of(path), descriptor, tables, faults)
    if faults:
        more = f" ({len(faults) - 1} more: run `timeline-app check {path}`)" if len(faults) > 1 else ""
        raise DataPackageError(f"{faults[0]}{more}")
    if "articles" not in tables:
        raise DataPackageError(f"{path} holds no articles: give a folder that was saved from a timeline")
    for article, mentions, kept in reports:
        store.add(article, mentions, kept=kept)
    return len(reports)


def told_reports(
    folder: Path, descriptor: Mapping[str, Any], tables: Mapping[str, list[Row]], faults: list[Fault]
) -> list[tuple[Article, list[Mention], set[str]]]:
    """Each article with its mentions and the ids of those kept, without what is faulty: that is appended to `faults`.

    A text must be the one that its article's id was made from, and a quote must be in its text.
    """
    files = {resource["name"]: resource["path"] for resource in resources_of(descriptor)}
    articles: dict[str, tuple[Article, list[Mention], set[str]]] = {}
    sources = {row.values["id"]: Source(**row.values) for row in tables.get("sources", ()) if row.sound}
    named = {row.values.get("id") for row in tables.get("articles", ())}
    for table in REPORTS:
        for row in (row for row in tables.get(table, ()) if row.sound):
            try:
                if table == "articles":
                    article = _article(folder, row.values)
                    articles[article.id] = (article, [], set())
                else:
                    _add(row.values, articles, named, sources)
            except ValueError as error:
                faults.append(Fault(file=files[table], row=row.number, message=str(error)))
    return list(articles.values())


def _text_file(folder: Path, id: str) -> Path:
    return folder / "articles" / f"{id}.txt"


def _article(folder: Path, values: Mapping[str, Any]) -> Article:
    given = dict(values)
    id = given.pop("id")
    try:
        article = Article(text=_text_file(folder, id).read_bytes().decode(), **given)
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"articles/{id}.txt cannot be read: put the text there as UTF-8") from None
    if article.id != id:
        raise ValueError(f"articles/{id}.txt is not the text that was saved: restore it")
    return article


def _add(
    values: Mapping[str, Any],
    articles: Mapping[str, tuple[Article, list[Mention], set[str]]],
    named: Container[str | None],
    sources: Mapping[str, Source],
) -> None:
    given = dict(values)
    del given["id"], given["event"]  # an id comes from the content, a row that was corrected has another one
    kept = given.pop("kept")
    low, high = given.pop("fatalities_low"), given.pop("fatalities_high")
    if given["article"] not in articles:
        if given["article"] in named:
            return  # its article has a fault already
        raise ValueError(f"there is no article {given['article']!r}: add it to articles.csv")
    article, mentions, kept_ids = articles[given["article"]]
    text = article.text
    given |= {"kind": Kind(given["kind"]), "status": Status(given["status"])}
    given["source"] = _unnamed(sources.get(given["source"], article.source))
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in given["decided"]):
        raise ValueError("decided must be a list of pairs: undo the change")
    given["decided"] = tuple((str(field), str(by)) for field, by in given["decided"])
    given["fatalities"] = None if low is None or high is None else Fatalities(low=low, high=high)
    # A cell loses white space at its ends; the text has it still.
    for key, start in (("evidence", "start"), ("timex", "timex_start")):
        said = text[given[start] : given[start.replace("start", "end")]]
        given[key] = said if said.strip() == given[key] else given[key]
    mention = Mention(**given)
    try:
        check_quotes(mention, text)
    except StoreError as error:
        raise ValueError(str(error)) from None
    mentions.append(mention)
    if kept:
        kept_ids.add(mention.id)


def _unnamed(source: Source) -> Source:
    """The source as it was before `write` gave it an id."""
    plain = replace(source, id="")
    return plain if id_of(plain) == source.id else source
