"""Work that runs beside the rest, in a process of its own: where it takes as long as all the rest."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Self


class Beside:
    """A process that is started at once, so that it loads its libraries before it has anything to do."""

    def __init__(self, module: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
        )
        self._module = module

    def run(self, task: dict[str, Any]) -> Any:
        """Hand over the task; return the answer."""
        answer, _ = self._process.communicate(json.dumps(task).encode())
        if self._process.returncode:
            raise RuntimeError(f"{self._module} failed; what it said stands above")
        return json.loads(answer)

    def __enter__(self) -> Self:
        return self

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._process.communicate()


GRAMMAR = "rfc3987_syntax"
"""A grammar of addresses that jsonschema makes ready wherever it is installed, which takes seconds."""


def answer(work: Callable[[dict[str, Any]], Any]) -> None:
    """Do the work that the input describes, in the process that was started for it; days become text."""
    sys.modules.setdefault(GRAMMAR, None)  # type: ignore[arg-type]  # as if it were not installed
    try:
        json.dump(work(json.load(sys.stdin)), sys.stdout, default=str)
    except OSError as error:  # a full disk: who started it tells the reader what to do
        raise SystemExit(str(error)) from None
