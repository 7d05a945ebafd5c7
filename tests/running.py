"""Processes of our own, told in which encoding and language to print: else the locale of the machine would decide."""

import os
import subprocess
import sys
from pathlib import Path

from dokpamo.folders import root


def run(
    *words: str | Path, folder: Path | None = None, encoding: str = "utf-8", status: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run Python with some words in a folder (the record's); it must end with the status that is expected."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_MESSAGES": "C"}
    if "LC_ALL" in environment:  # it keeps its say in all but the language
        environment["LC_CTYPE"] = environment.pop("LC_ALL")
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder or root(), env=environment, capture_output=True, encoding=encoding, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    return done
