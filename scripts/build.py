"""The main job: check the whole record, then publish every table and view into dist/.

    python scripts/build.py [--dist DIST] [--base-url URL]

Nothing is written before every check has passed, and the old dist/ stays until the new one is complete.
"""

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, Protocol

from dokpamo.checking import check_alone
from dokpamo.cli.language import from_environment, show_what_can_be_shown
from dokpamo.contract import package
from dokpamo.errors import DokpamoError
from dokpamo.exporters import FORMATS, export
from dokpamo.folders import root
from dokpamo.replacing import replaced

TEXTS = {
    "checking": ("checking the record …", "기록을 검사하는 중…"),
    "writing": ("writing {kind} …", "{kind} 쓰는 중…"),
    "kept": ("nothing published; {dist} is as it was", "배포하지 않았습니다. {dist}은(는) 그대로입니다"),
    "stopped": ("stopped; nothing in {dist} is half-written", "중단했습니다. {dist}에 쓰다 만 파일은 없습니다"),
    "done": (
        "{dist}: {count} files, {size:.1f} MB, record of {day}, version {version}",
        "{dist}: 파일 {count}개, {size:.1f} MB, 기준일 {day}, 버전 {version}",
    ),
}
ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")
"""The signals that end a process politely: Ctrl-C, and what is heeded as it is."""


class Watch(Protocol):
    """Tells a person what is being written."""

    def __call__(self, file: Path) -> None: ...


def say(key: str, **values: object) -> str:
    """Return a text in the reader's language."""
    return TEXTS[key][from_environment() == "ko"].format(**values)


def main() -> int:
    """Build dist/; return 1 if the record has findings, which are printed, and 2 if it can't be published."""
    parser = argparse.ArgumentParser(description="check the record, then publish it into dist/")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="where to publish (default: dist)")
    parser.add_argument(
        "--base-url", default="", help="the address that DIST will have (default: addresses are relative)"
    )
    arguments = parser.parse_args()
    show_what_can_be_shown()
    ended: list[int] = []

    def end(number: int, frame: object) -> NoReturn:
        ended.append(number)
        raise KeyboardInterrupt

    for name in ENDINGS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    try:
        return build(arguments.dist, arguments.base_url)
    except DokpamoError as error:
        print(f"{error.text(from_environment())}\n{say('kept', dist=arguments.dist)}", file=sys.stderr)
        return 2
    except (KeyboardInterrupt, RuntimeError):  # amid a query DuckDB puts an error of its own in the place of ours
        if not ended:
            raise
        print(say("stopped", dist=arguments.dist), file=sys.stderr)
        return 128 + ended[0]


def build(dist: Path, base_url: str) -> int:
    """Check, publish, and say what was published; return 1 if the record has findings."""
    print(say("checking"), flush=True)
    report = check_alone(root())
    print(report.to_text(from_environment()))
    if not report.ok:
        print(say("kept", dist=dist), file=sys.stderr)
        return 1
    files = publish(dist, base_url)
    size = sum(file.stat().st_size for file in files) / 1e6
    print(say("done", dist=dist, count=len(files), size=size, day=package().day, version=package().version))
    return 0


def publish(dist: Path, base_url: str = "") -> list[Path]:
    """Write the new dist beside the old one, then put it in its place; return its files."""
    with replaced(dist) as fresh, watching(fresh) as watch:
        files = [file.relative_to(fresh) for file in export(fresh, FORMATS, watch, base_url)]
    return [dist / file for file in files]


@contextmanager
def watching(folder: Path) -> Iterator[Watch]:
    """Show a moving line where a person watches, and one line a kind of file where not."""
    if not sys.stdout.isatty():
        seen: set[str] = set()

        def plain(file: Path) -> None:
            top, *rest = file.relative_to(folder).parts
            kind = f"{top}/…{file.suffix}" if rest else top
            if kind not in seen:
                seen.add(kind)
                print(say("writing", kind=kind), flush=True)

        yield plain
        return
    from rich.progress import Progress

    with Progress(transient=True) as progress:
        task = progress.add_task("writing", total=None)
        yield lambda file: progress.update(task, advance=1, description=f"writing {file.name}")


if __name__ == "__main__":
    raise SystemExit(main())
