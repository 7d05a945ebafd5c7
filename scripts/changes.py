"""What changed between two editions of the record, as a release tells it.

python scripts/changes.py                     since the release before: the data section of CHANGELOG.md
python scripts/changes.py OLD NEW             likewise between two editions, named as for `dokpamo diff`
python scripts/changes.py --out DIR           and changes.csv and changes.atom into DIR
python scripts/changes.py --changelog         put the section into CHANGELOG.md, under the version's heading
"""

import argparse
import re
import sys
from pathlib import Path

import dokpamo
from dokpamo.cli.language import from_environment, show_what_can_be_shown
from dokpamo.comparing import Diff, diff
from dokpamo.comparing.feed import NAME, feed, summary
from dokpamo.comparing.history import history
from dokpamo.errors import BadInput, DokpamoError
from dokpamo.exporters.texts import write_text

CHANGELOG = dokpamo.root() / "CHANGELOG.md"
HEADING = "### Data"


def main() -> int:
    """Print the data section, and write what is asked for; return 2 where an edition can't be read."""
    parser = argparse.ArgumentParser(description="tell what changed, as a release does")
    parser.add_argument("editions", nargs="*", metavar="OLD NEW", help="two editions (default: since the last release)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write changes.csv and changes.atom here")
    parser.add_argument("--changelog", action="store_true", help="put the section into CHANGELOG.md")
    arguments = parser.parse_args()
    if len(arguments.editions) not in (0, 2):
        parser.error("name two editions, or none")
    show_what_can_be_shown()
    try:
        releases = [diff(*arguments.editions)] if arguments.editions else list(history(dokpamo.root()))
        told = section(releases[0])
        print(told, end="")
        if arguments.out:
            write_text(arguments.out / "changes.csv", releases[0].to_csv())
            write_text(arguments.out / NAME, feed(releases))
        if arguments.changelog:
            enter(told, releases[0].new.version)
    except DokpamoError as error:
        print(error.text(from_environment()), file=sys.stderr)
        return 2
    return 0


def section(found: Diff) -> str:
    """Return the data section: what a release brings, as a list."""
    head, *lines = summary(found, "en")
    body = [f"- {line}" for line in lines]
    schema = f"Schema {found.new.schema_version}." if found.new.schema_version else ""
    return "\n".join([HEADING, "", f"{head} {schema}".rstrip(), *([""] if body else []), *body]) + "\n"


def enter(told: str, version: str, file: Path = CHANGELOG) -> None:
    """Put the section under the heading of its version, in place of an earlier one; raise `BadInput` without it."""
    text = file.read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^## {re.escape(version)}$.*?(?=^## |\Z)", text)
    if found is None:
        raise BadInput(
            f"{file.name}: there is no heading '## {version}'; write it, with what is new besides the data",
            f"{file.name}: '## {version}' 제목이 없습니다. 제목과 함께 데이터 밖의 변경 사항을 적으세요",
        )
    kept = re.sub(rf"(?ms)^{HEADING}$.*?(?=^### |\Z)", "", found[0]).rstrip()
    rest = text[found.end() :]
    write_text(file, text[: found.start()] + f"{kept}\n\n{told}" + (f"\n{rest}" if rest else ""))


if __name__ == "__main__":
    raise SystemExit(main())
