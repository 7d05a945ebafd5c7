"""Keeps the README true: runs its commands and remakes its tables.

    python scripts/readme.py            rewrite README.md
    python scripts/readme.py --check    say whether it is up to date, and change nothing

In a `console` block every line that begins with `$ ` is run, and what it prints stands below it. Between
`<!-- field en -->` and `<!-- end -->` stands the field of teams by round, between `<!-- dictionary en -->` and
`<!-- end -->` the list of tables and views.
"""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import duckdb

import dokpamo
from dokpamo.contract import package
from dokpamo.glance import glance

README = Path(__file__).resolve().parents[1] / "README.md"
CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
MARKED = re.compile(
    r"(?P<head><!-- (?P<what>field|dictionary) (?P<lang>en|ko) -->\n).*?(?P<tail><!-- end -->)", re.DOTALL
)


def main() -> int:
    """Rewrite the README, or with --check return 1 if it is not what its commands print."""
    text = README.read_text(encoding="utf-8")
    fresh = remade(text)
    if "--check" not in sys.argv:
        README.write_text(fresh, encoding="utf-8", newline="\n")
        return 0
    if fresh != text:
        print("README.md is not what its commands print: run python scripts/readme.py", file=sys.stderr)
    return int(fresh != text)


def remade(text: str) -> str:
    """Return the README with every output and table made anew."""
    text = CONSOLE.sub(lambda block: _session(block[0]), text)
    return MARKED.sub(lambda m: m["head"] + MAKERS[m["what"]](m["lang"]) + m["tail"], text)


def _session(block: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{_output(command)}" for command in commands)


def _output(command: str) -> str:
    """Return what a command prints, as a reader with a window of 100 places sees it."""
    environment = os.environ | {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    done = subprocess.run(
        command.encode(),  # UTF-8 as the rest of the environment, where our own locale has another encoding
        shell=True, cwd=README.parent, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines()) + "\n"


@cache
def record() -> duckdb.DuckDBPyConnection:
    """Return the record, opened once."""
    return dokpamo.connect()


@cache
def rows(name: str) -> int:
    """Return how many rows a table or view has."""
    return int(record().execute(f"SELECT count(*) FROM {name}").fetchall()[0][0])


def field(lang: str) -> str:
    """Return the field as a Markdown table: teams down, rounds across."""
    seen = glance(record())
    lines = [["", *(of.name(lang) for of in seen.rounds)], ["---"] + [":-:"] * len(seen.rounds)]
    lines += [[team.name(lang), *(seen.sign(team, of) for of in seen.rounds)] for team in seen.teams]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def dictionary(lang: str) -> str:
    """Return the tables and views with their titles and numbers of rows, as a Markdown list."""
    lines = []
    for table in package().all.values():
        lines.append(
            f"| `{table.name}` | {rows(table.name):,} | {len(table.columns)} | {table.text('title', lang)} |\n"
        )
    head = {"en": "| name | rows | columns | holds |", "ko": "| 이름 | 행 | 열 | 내용 |"}[lang]
    return f"{head}\n| --- | --: | --: | --- |\n" + "".join(lines)


MAKERS = {"field": field, "dictionary": dictionary}

if __name__ == "__main__":
    raise SystemExit(main())
