"""A database of each kind that the store supports, the servers real ones."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest


def _find(name: str) -> str | None:
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    return shutil.which(name) or (str(installed[0]) if installed else None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server of our own on a socket in a temporary folder; its URL without a database."""
    initdb, pg_ctl = _find("initdb"), _find("pg_ctl")
    if not (initdb and pg_ctl):
        pytest.skip("no PostgreSQL here: initdb and pg_ctl are not found")
    owner: dict[str, str] = {}
    if sys.platform != "win32" and os.geteuid() == 0:  # the server refuses to run as root
        import pwd

        users = {user.pw_name for user in pwd.getpwall()} & {"postgres", "nobody"}
        if not users:
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")
        owner = {"user": max(users)}
    folder = Path(tempfile.mkdtemp(prefix="timeline-pg-"))
    try:
        if owner:
            shutil.chown(folder, owner["user"])

        def run(*command: str) -> None:
            log = folder / "out"
            with log.open("ab") as out:
                done = subprocess.run(command, stdout=out, stderr=out, cwd=folder, timeout=60, **owner)  # type: ignore[call-overload]
            assert done.returncode == 0, log.read_text("utf-8", "replace")

        data = str(folder / "data")
        run(initdb, "-D", data, "-U", "timeline", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run(pg_ctl, "-D", data, "-l", f"{data}/log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://timeline@/{{name}}?host={folder}"
        finally:
            run(pg_ctl, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'timeline.sqlite'}"
    server = request.getfixturevalue("server")
    import psycopg

    name = f"t{uuid4().hex}"
    with contextlib.closing(psycopg.connect(server.format(name="postgres"), autocommit=True)) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return server.format(name=name)
