"""Programs beside Python that some tests need: started on this machine alone, stopped without a trace.

A missing program fails the test in CI; elsewhere it is skipped with the command that installs it.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

import pytest


def lacking(what: str, command: str) -> NoReturn:
    """End a test whose program isn't installed, with the command that installs it."""
    end: Callable[[str], NoReturn] = pytest.fail if os.environ.get("CI") else pytest.skip
    end(f"{what} is not installed: {command}")


class PostgresError(Exception):
    """What psql complains of."""


@dataclass(frozen=True)
class Postgres:
    """A private PostgreSQL that nobody reaches but through a socket in its own folder."""

    programs: Path
    folder: Path

    def psql(self, *arguments: str, database: str = "postgres", stdin: str | None = None) -> str:
        """Run psql and return what it prints; raise `PostgresError` with what it complains of."""
        command = [self.programs / "psql", "-XqAt", "-h", self.folder, "-U", "postgres", "-d", database, *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", check=False, env=_plain())
        if done.returncode:
            raise PostgresError(done.stderr)
        return done.stdout

    def new_database(self, name: str, *, options: str = "") -> str:
        """Create an empty database, with options as CREATE DATABASE knows them, and return its name."""
        self.psql("-c", f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        return name

    def load(self, script: Path, name: str, *, options: str = "") -> str:
        """Create a database, run a script in it as a user would, and return the name."""
        self.new_database(name, options=options)
        self.psql("-f", str(script), database=name)
        return name

    def rows(self, query: str, database: str, *, settings: str = "") -> list[dict[str, Any]]:
        """Return the rows of a query as JSON tells them: days as ISO text, booleans and numbers as such."""
        before = ["-c", settings] if settings else []
        answer = self.psql(*before, "-c", f"SELECT row_to_json(t) FROM ({query}) t", database=database)
        return [json.loads(line) for line in answer.split("\n") if line]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL with an empty database `postgres`, for all tests of the session."""
    programs = _postgres_programs()
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    as_user = partial(subprocess.run, capture_output=True, check=True, cwd="/", env=_plain())
    if os.geteuid() == 0:  # which PostgreSQL refuses to run as
        shutil.chown(folder, "postgres", "postgres")
        as_user = partial(as_user, user="postgres", group="postgres", extra_groups=[])
    data, log = folder / "data", folder / "log"
    settings = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    try:
        as_user([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"])
        as_user([programs / "pg_ctl", "-D", data, "-o", settings, "-l", log, "-w", "start"])
        try:
            yield Postgres(programs, folder)
        finally:
            as_user([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder)


def _postgres_programs() -> Path:
    """Return the folder of initdb and pg_ctl, which Debian keeps off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        lacking("PostgreSQL", "apt-get install postgresql")
    return (found[-1] if found else Path(str(on_path))).parent


def _plain() -> dict[str, str]:
    """Return the environment without settings that would lead psql elsewhere, and in UTF-8."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C.UTF-8"}


class _Ranges(SimpleHTTPRequestHandler):
    """Files over HTTP as a static host serves them: whole, or the one range of bytes that is asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        wanted = self.headers.get("Range")
        if wanted is None or not path.is_file():
            return super().do_GET()
        content = path.read_bytes()
        first, last = wanted.removeprefix("bytes=").split("-")
        start = int(first) if first else len(content) - int(last)
        end = min(int(last), len(content) - 1) if first and last else len(content) - 1
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {start}-{end}/{len(content)}")
        self.send_header("Content-Length", str(end + 1 - start))
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        self.end_headers()
        self.wfile.write(content[start : end + 1])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, *self.path.split("/")[1:2], "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def end_headers(self) -> None:
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on loopback, with ranges, and returns its address with a slash at the end."""
    servers: list[ThreadingHTTPServer] = []

    def serving(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Ranges, directory=str(folder)))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serving
    for server in servers:
        server.shutdown()
        server.server_close()
