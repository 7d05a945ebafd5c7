"""The reader's language: as told, else as the environment says; and what the reader's window can show."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

LANGUAGES = ("en", "ko")


def from_environment() -> str:
    """Return the language that the environment asks for: the first locale variable that is set decides."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ko" if os.environ[name].lower().startswith("ko") else "en"
    return "en"


def told(argv: Sequence[str]) -> str:
    """Return the language of a command line, needed before it is parsed, for the help itself."""
    for at, word in enumerate(argv):
        if word.startswith("--lang="):
            return "ko" if word.endswith("ko") else "en"
        if word == "--lang" and at + 1 < len(argv):
            return "ko" if argv[at + 1] == "ko" else "en"
    return from_environment()


def show_what_can_be_shown() -> None:
    """Let `print` write `?` for a letter that the encoding of standard output lacks, rather than fail."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
