"""The format that takes as long as all that are written before it: written beside them, by a process of its own.

`python -m dokpamo.exporters.slow` is that process, see `beside`.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dokpamo.beside import Beside, answer
from dokpamo.contract import load
from dokpamo.exporters import Publication, opened, written

SLOW = ("figures",)
"""What is written so must read the record alone, and none of the other files."""


@contextmanager
def started(publication: Publication, names: list[str]) -> Iterator["Future[list[str]]"]:
    """Begin with formats in a process of its own; the answer is the files that it has written."""
    task = {"record": str(publication.contract.folder), "folder": str(publication.folder), "names": names}
    with Beside("dokpamo.exporters.slow") as process, ThreadPoolExecutor(1) as pool:
        try:
            yield pool.submit(process.run, task)
        except BaseException:
            process.stop()  # or leaving the pool would wait for it
            raise


def work(task: dict[str, Any]) -> list[str]:
    """Write the formats of a task; stop where nobody waits for them any more."""
    parent, files = os.getppid(), []
    with opened(load(Path(task["record"])), Path(task["folder"])) as publication:
        for file in written(publication, task["names"]):
            if os.getppid() != parent:
                raise SystemExit(1)
            files.append(str(file))
    return files


if __name__ == "__main__":
    answer(work)
