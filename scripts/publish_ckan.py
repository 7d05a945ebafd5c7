"""Publishes a finished release on a CKAN portal.

    python scripts/publish_ckan.py --url URL --token TOKEN --organisation NAME [--dry-run] [--dist DIST] [--name NAME]

Creates the dataset or brings it up to date, and writes only what differs; with --dry-run prints the calls instead.
The token may stand in the environment variable CKAN_TOKEN. Exit status: 0 done, 1 the portal refused or did not
answer, 2 the release or the command is wrong.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dokpamo.ckan import publish
from dokpamo.ckan.portal import Portal
from dokpamo.ckan.release import read
from dokpamo.cli.language import from_environment, show_what_can_be_shown
from dokpamo.errors import DokpamoError, PortalError


def main(argv: Sequence[str] | None = None) -> int:
    """Publish, tell what was done, and return the exit status."""
    arguments = _parser().parse_args(argv)
    show_what_can_be_shown()
    try:
        portal = Portal(arguments.url, arguments.token, arguments.timeout)
        actions = publish(
            portal, read(arguments.dist), arguments.organisation, arguments.name, _tell, arguments.dry_run
        )
    except DokpamoError as error:
        print(f"publish_ckan: {error.text(from_environment())}", file=sys.stderr)
        return 1 if isinstance(error, PortalError) else 2
    if arguments.dry_run:
        print("".join(f"{action}\n" for action in actions), end="")
    _tell(f"{len(actions)} calls {'would be made; nothing was written' if arguments.dry_run else 'made'}")
    return 0


def _tell(line: str) -> None:
    """Print progress beside the output, so that the calls of a dry run can be piped."""
    print(line, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="publish a finished release on a CKAN portal")
    token = os.environ.get("CKAN_TOKEN")
    parser.add_argument("--url", required=True, help="the portal's address, https://…")
    parser.add_argument("--token", default=token, required=not token, help="an API token (default: CKAN_TOKEN)")
    parser.add_argument("--organisation", required=True, help="the organisation that owns the dataset: name or id")
    parser.add_argument("--name", default="", help="the dataset's name on the portal (default: the release's)")
    parser.add_argument("--dist", type=Path, default=Path("dist"), help="the release (default: dist)")
    parser.add_argument("--dry-run", action="store_true", help="print the calls, write nothing")
    parser.add_argument("--timeout", type=float, default=120, help="seconds to wait for an answer (default: 120)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
