"""Publishes into a folder, one format after the other, and reports what each took; for bench.py.

    python scripts/exporting.py DIR

Prints a JSON array: of each format the seconds on the clock and of all processors, the files and their bytes. The first
entry is what comes before any format: the record worked out in the database.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from dokpamo.contract import package
from dokpamo.exporters import Publication, opened, wanted, written


def main() -> None:
    """Publish and print the report."""
    folder = Path(sys.argv[1])
    report: list[dict[str, Any]] = []
    with timed("(the record)") as took:
        publishing = opened(package(), folder)
        publication = publishing.__enter__()
    report.append(took)
    for name in wanted(None):
        with timed(name) as took:
            files = list(noted(publication, name))
        report.append({**took, "files": len(files), "bytes": sum(file.stat().st_size for file in files)})
    publishing.__exit__(None, None, None)
    print(json.dumps(report))


def noted(publication: Publication, name: str) -> Iterator[Path]:
    """Write a format, entering its files among those published, as an export does."""
    for file in written(publication, [name]):
        publication.note(file)
        yield file


@contextmanager
def timed(name: str) -> Iterator[dict[str, Any]]:
    """Give an entry of the report; its seconds stand in it at the end."""
    entry: dict[str, Any] = {"format": name, "files": 0, "bytes": 0}
    wall, cpu = perf_counter(), process_time()
    yield entry
    entry |= {"wall": perf_counter() - wall, "cpu": process_time() - cpu}


if __name__ == "__main__":
    main()
