"""The words of the command line."""

import argparse
from collections.abc import Callable, Sequence
from gettext import gettext
from typing import Any

from dokpamo import __version__
from dokpamo.cli import commands
from dokpamo.cli.language import LANGUAGES
from dokpamo.cli.texts import ARGPARSE, EXAMPLES, say
from dokpamo.rendering import FORMATS

Run = Callable[[argparse.Namespace], int]


def build(lang: str) -> argparse.ArgumentParser:
    """Return the parser, its help in a language."""
    # argparse asks its module-level `_` for every sentence, and has no other door for translations
    setattr(argparse, "_", (lambda text: ARGPARSE.get(text, text)) if lang == "ko" else gettext)  # noqa: B010
    shared = argparse.ArgumentParser(add_help=False)
    # --lang may stand before the command or after it; SUPPRESS keeps the one from undoing the other
    shared.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=say("--lang", lang))
    parser = argparse.ArgumentParser(
        "dokpamo", description=say("dokpamo", lang), parents=[shared], **_epilog("dokpamo", lang)
    )
    parser.add_argument("--version", action="version", version=__version__, help=say("--version", lang))
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Run, *positionals: str, formats: Sequence[str] = FORMATS) -> argparse.ArgumentParser:
        sub = subparsers.add_parser(
            name, help=say(name, lang), description=say(name, lang), parents=[shared], **_epilog(name, lang)
        )
        for positional in positionals:
            sub.add_argument(positional, help=say(positional, lang), metavar=positional.upper())
        if formats:
            sub.add_argument("--format", choices=formats, default=formats[0], help=say("--format", lang))
        sub.set_defaults(run=run)
        return sub

    command("list", commands.list_all)
    command("describe", commands.describe, "name", formats=("text", "json"))
    command("search", commands.search, "text")
    for sub in (command("show", commands.show, "name"), command("sql", commands.sql, "query")):
        sub.add_argument("--as-of", metavar="DAY", help=say("--as-of", lang))
        sub.add_argument("--limit", type=int, metavar="N", help=say("--limit", lang))
    cite = command("cite", commands.cite, "table", "row", formats=("text", *FORMATS))
    cite.add_argument("column", nargs="?", help=say("column", lang), metavar="COLUMN")
    _independence(command("independence", commands.independence, formats=("table", "md", "json")), lang)
    why = command("why", commands.why, "unit", formats=("text", "md", "json"))
    why.add_argument("--as-of", metavar="DAY", help=say("--as-of", lang))
    check = command("check", commands.check, formats=("text", "json", "github"))
    check.add_argument("path", nargs="?", default=".", help=say("path", lang), metavar="PATH")
    verify = command("verify", commands.verify, formats=("text", "json"))
    verify.add_argument("copy", nargs="?", default=".", help=say("copy", lang), metavar="PATH")
    diff = command("diff", commands.diff, formats=("text", "md", "markdown", "json", "csv"))
    for edition in ("old", "new"):
        diff.add_argument(edition, help=say(f"{edition} edition", lang), metavar=edition.upper())
    new = command("new", commands.new, "table", formats=("csv", "json"))
    new.add_argument("cells", nargs="*", help=say("cells", lang), metavar="COLUMN=VALUE")
    export = command("export", commands.export, "folder", formats=())
    export.add_argument("--format", action="append", metavar="FORMAT", help=say("--format", lang))
    return parser


def _independence(sub: argparse.ArgumentParser, lang: str) -> None:
    """Add the day, the draws and the what-ifs of the index."""
    sub.add_argument("--as-of", metavar="DAY", help=say("--as-of", lang))
    sub.add_argument("--scheme", default="editors", metavar="ID", help=say("--scheme", lang))
    sub.add_argument("--scheme-file", metavar="FILE", help=say("--scheme-file", lang))
    for option, metavar in (
        ("--weight", "ID=NUMBER"),
        ("--drop", "WORD"),
        ("--drop-speaker", "SPEAKER"),
        ("--drop-dimension", "ID"),
        ("--drop-indicator", "ID"),
    ):
        sub.add_argument(option, action="append", default=[], metavar=metavar, help=say(option, lang))
    sub.add_argument("--draws", type=int, default=100_000, metavar="N", help=say("--draws", lang))
    sub.add_argument("--seed", type=int, default=1, metavar="N", help=say("--seed", lang))


def _epilog(name: str, lang: str) -> dict[str, Any]:
    lines = "\n".join(f"  {example}" for example in EXAMPLES[name])
    return {
        "epilog": f"{say('examples', lang)}:\n{lines}",
        "formatter_class": argparse.RawDescriptionHelpFormatter,
        "allow_abbrev": False,
    }
