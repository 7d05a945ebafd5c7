"""What tests share: the published folder, written once for all of them, and the record worked out once a process."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, context, home, page  # noqa: F401
from filelock import FileLock
from hypothesis import settings
from services import serve  # noqa: F401

from dokpamo.beside import GRAMMAR
from dokpamo.contract import package
from dokpamo.exporters import FORMATS, Publication, export, opened

collect_ignore = ["faults.py"]
"""A program with arguments, not a module whose examples can be looked for."""

sys.modules[GRAMMAR] = None  # type: ignore[assignment]
"""jsonschema would make its grammar ready, which takes seconds in each process, and nobody here asks for it."""

settings.register_profile("everyday", max_examples=6, deadline=None, derandomize="CI" in os.environ)
settings.register_profile("thorough", max_examples=100, deadline=None)
settings.load_profile("everyday")
"""On how many worlds a property is tried, in CI on the same ones; `--hypothesis-profile thorough` takes its time."""


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The published folder in all formats, without a base URL; for reading only: every test and worker sees the same.

    The first worker that asks for it writes it, the others wait.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "dist"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            export(folder.with_suffix(".new"), FORMATS)
            folder.with_suffix(".new").rename(folder)
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publication]:
    """An open publication, every table and view worked out into schema `published`; for reading only.

    A test of one exporter takes `replace(published, folder=tmp_path, distributions=[])`, of `dataclasses`.
    """
    with opened(package(), tmp_path_factory.mktemp("published")) as publication:
        yield publication
