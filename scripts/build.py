"""The main job: check the whole record, then publish every table and view into dist/.

    python scripts/build.py [--dist DIST] [--base-url URL]

Nothing is written before every check has passed, and the old dist/ stays until the new one is complete.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from dokpamo.checking import check_alone
from dokpamo.cli.language import show_what_can_be_shown
from dokpamo.contract import package
from dokpamo.exporters import FORMATS, export
from dokpamo.folders import root


class Watch(Protocol):
    """Tells a person what is being written."""

    def __call__(self, file: Path) -> None: ...


def main() -> int:
    """Build dist/; return 1 if the record has findings, which are printed."""
    parser = argparse.ArgumentParser(description="check the record, then publish it into dist/")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="where to publish (default: dist)")
    parser.add_argument(
        "--base-url", default="", help="the address that DIST will have (default: addresses are relative)"
    )
    arguments = parser.parse_args()
    dist: Path = arguments.dist
    show_what_can_be_shown()
    print("checking the record …", flush=True)
    report = check_alone(root())
    print(report.to_text())
    if not report.ok:
        print(f"nothing published; {dist} is as it was", file=sys.stderr)
        return 1
    files = publish(dist, arguments.base_url)
    size = sum(file.stat().st_size for file in files)
    print(f"{dist}: {len(files)} files, {size / 1e6:.1f} MB, record of {package().day}, version {package().version}")
    return 0


def publish(dist: Path, base_url: str = "") -> list[Path]:
    """Write the new dist beside the old one, then put it in its place; return its files."""
    fresh, old = dist.with_name(f"{dist.name}.new"), dist.with_name(f"{dist.name}.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        with watching() as watch:
            files = export(fresh, FORMATS, watch, base_url)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if dist.exists():
        dist.rename(old)
    fresh.rename(dist)
    shutil.rmtree(old, ignore_errors=True)
    return [dist / file.relative_to(fresh) for file in files]


@contextmanager
def watching() -> Iterator[Watch]:
    """Show a moving line where a person watches, and one line a kind of file where not."""
    if not sys.stdout.isatty():
        seen: set[str] = set()

        def plain(file: Path) -> None:
            top = next((folder for folder in file.parents if folder.parent.suffix == ".new"), None)
            kind = f"{top.name}/…{file.suffix}" if top else file.name
            if kind not in seen:
                seen.add(kind)
                print(f"writing {kind} …", flush=True)

        yield plain
        return
    from rich.progress import Progress

    with Progress(transient=True) as progress:
        task = progress.add_task("writing", total=None)
        yield lambda file: progress.update(task, advance=1, description=f"writing {file.name}")


if __name__ == "__main__":
    raise SystemExit(main())
