"""A release, step by step. By itself it only tries: nothing is committed or tagged; see RELEASING.md.

    python scripts/release.py                   try every step, and print the commands that would be run
    python scripts/release.py --do              and commit the changelog, and tag
    python scripts/release.py --without-tests   leave the test suite out, where it has just passed

The first step that fails ends it. What is to be published lies in dist/ (the data) and release/ (the package).
"""

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial

import dokpamo
from changes import CHANGELOG, enter, section
from dokpamo.cli.language import from_environment, show_what_can_be_shown
from dokpamo.comparing import compared
from dokpamo.comparing.history import opening, release
from dokpamo.comparing.reading import Edition, edition
from dokpamo.comparing.versions import PREVIOUS, faults
from dokpamo.errors import DokpamoError
from dokpamo.exporters.texts import write_json
from sbom import sbom

ROOT = dokpamo.root()
DIST, ASSETS = ROOT / "dist", ROOT / "release"
VERSIONED = ("pyproject.toml", "datapackage.json", "CITATION.cff", "CHANGELOG.md", "README.md")
"""The files that tell the version."""

TESTS = ["ruff check .", "ruff format --check .", "mypy", "python -m pytest"]


class Failed(Exception):
    """A step that failed, and why."""


def main() -> int:
    """Go through the steps; return 1 at the first that fails."""
    parser = argparse.ArgumentParser(description="try a release, or make one")
    parser.add_argument("--do", action="store_true", help="commit the changelog and tag; without it nothing is kept")
    parser.add_argument("--without-tests", action="store_true", help="leave the test suite out")
    arguments = parser.parse_args()
    show_what_can_be_shown()
    try:
        for title, step in steps(arguments.do, not arguments.without_tests):
            print(f"— {title}", flush=True)
            step()
    except (Failed, DokpamoError) as error:
        print(error.text(from_environment()) if isinstance(error, DokpamoError) else error, file=sys.stderr)
        return 1
    return 0


def steps(do: bool, tests: bool) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield the steps in their order, each with its title."""
    yield "everything is committed", clean
    yield "the versions fit the contest, the schema and each other", versions
    if tests:
        yield from ((command, partial(run, command)) for command in TESTS)
    yield "the data section of the changelog", lambda: changelog(do)
    yield "the data, checked and published", lambda: run(f"python scripts/build.py --dist {DIST.name}")
    yield "the published files against their hashes", verified
    yield "the package", package
    yield "its bill of materials", materials
    yield "the tag", lambda: tag(do)


def run(command: str) -> None:
    """Run a command in the checkout; raise `Failed` if it does."""
    words = command.split()
    if words[0] == "python":
        words[0] = sys.executable
    done = subprocess.run(words, cwd=ROOT, check=False)
    if done.returncode:
        raise Failed(f"failed: {command}")


def git(*words: str) -> str:
    """Return what git prints."""
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def clean() -> None:
    """Raise `Failed` where the checkout holds what no commit has."""
    changed = git("status", "--porcelain")
    if changed:
        raise Failed(f"commit or take away first:\n{changed}")


def versions() -> None:
    """Raise `Failed` with all that is wrong with the versions."""
    new = edition(ROOT)
    old = previous(new)
    found = [sentence[from_environment() == "ko"] for sentence in faults(new, old)]
    found += [
        f"{name}: does not tell version {new.version}"
        for name in VERSIONED
        if not re.search(rf"(?<![\d.]){re.escape(new.version)}(?![\d.]*\d)", (ROOT / name).read_text(encoding="utf-8"))
    ]
    row = f"| {new.version} | {new.schema_version} |"
    if row not in (ROOT / CHANGELOG.name).read_text(encoding="utf-8"):
        found.append(f"{CHANGELOG.name}: the table of versions has no row {row}")
    if dokpamo.__version__ != new.version:
        found.append(f"dokpamo.__version__ is {dokpamo.__version__}, not {new.version}")
    if git("tag", "--list", f"v{new.version}"):
        found.append(f"the tag v{new.version} is there already")
    if found:
        raise Failed("\n".join(found))
    print(f"{old.version if old else 'nothing'} → {new.version}, schema {new.schema_version}")


def previous(new: Edition) -> Edition | None:
    """Return the last release by its tag, or the one that the descriptor names, or None for the first."""
    tags = git("tag", "--list", "v[0-9]*.[0-9]*.[0-9]*", "--sort=-version:refname").split()
    told = new.spec.get(PREVIOUS) or (tags[0].removeprefix("v") if tags else None)
    return release(str(told), ROOT) if told else None


def changelog(do: bool) -> None:
    """Print the data section; with `do`, put it into the changelog and commit it."""
    new = edition(ROOT)
    old = previous(new)
    told = section(compared(old, new) if old else opening(new))
    print(told, end="")
    if do:
        enter(told, new.version)
        if git("status", "--porcelain", CHANGELOG.name):
            git("commit", "--quiet", "--message", f"release: {new.version}", CHANGELOG.name)


def verified() -> None:
    """Raise `Failed` where a published file is not what its hash says."""
    found = dokpamo.verify(DIST)
    print(found.to_text(from_environment()))
    if not found.ok:
        raise Failed(f"{DIST.name} is not as it was published")


def package() -> None:
    """Build sdist and wheel into an empty folder."""
    shutil.rmtree(ASSETS, ignore_errors=True)
    run(f"python -m build --no-isolation --outdir {ASSETS.name}")


def materials() -> None:
    """Write the wheel's bill of materials beside it."""
    (wheel,) = ASSETS.glob("*.whl")
    file = write_json(ASSETS / f"dokpamo-{dokpamo.__version__}.cdx.json", sbom(wheel))
    print(file.relative_to(ROOT))


def tag(do: bool) -> None:
    """Tag with `do`, and print what is left to do by hand."""
    name = f"v{dokpamo.__version__}"
    if do:
        git("tag", "--annotate", name, "--message", f"dokpamo {name.removeprefix('v')}")
    else:
        print(f"git tag --annotate {name} --message 'dokpamo {name.removeprefix('v')}'   # or --do")
    print(f"git push origin {name}")


if __name__ == "__main__":
    raise SystemExit(main())
