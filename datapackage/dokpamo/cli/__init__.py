"""The command line: `dokpamo COMMAND`. Nothing heavy is imported before a command needs it."""

import os
import sys
from collections.abc import Sequence

from dokpamo.cli.language import from_environment, show_what_can_be_shown, told
from dokpamo.cli.parser import build
from dokpamo.errors import DokpamoError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 where a check found something, or 2 where it could not run."""
    show_what_can_be_shown()
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = build(told(words)).parse_args(words)
    arguments.is_lang_told = "lang" in arguments
    arguments.lang = getattr(arguments, "lang", None) or from_environment()
    try:
        return int(arguments.run(arguments))
    except DokpamoError as error:
        print(f"dokpamo: {error.text(arguments.lang)}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # the reader of the pipe has seen enough; keep the interpreter from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
