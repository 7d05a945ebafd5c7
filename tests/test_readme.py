"""The README is true: its examples print what stands there, and it tells every command and public name."""

import doctest
import pkgutil
import re
from pathlib import Path

from running import run

import dokpamo
from dokpamo.cli.texts import EXAMPLES

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_python_examples() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 8) == (0, True)


def test_outputs_and_tables_are_up_to_date() -> None:
    run("scripts/readme.py", "--check")


def test_every_command_is_told() -> None:
    assert [name for name in EXAMPLES if name != "dokpamo" and f"dokpamo {name}" not in TEXT] == []


def test_every_public_function_has_an_example_that_runs() -> None:
    """In the README, or in its docstring, which the suite runs."""
    functions = [name for name in dokpamo.__all__ if callable(getattr(dokpamo, name)) and name.islower()]
    untold = [
        name
        for name in functions
        if f"dokpamo.{name}(" not in TEXT and not re.search(rf">>> .*\b{name}\(", getattr(dokpamo, name).__doc__ or "")
    ]
    assert untold == []


def test_both_halves_have_the_same_sections() -> None:
    english, korean = TEXT.split("\n# 한국어\n")
    assert len(re.findall(r"^##+ ", korean, re.MULTILINE)) == len(re.findall(r"^##+ ", english, re.MULTILINE))


def test_links_within_the_repository_lead_somewhere() -> None:
    paths = re.findall(r"`((?:seeds|schemas|scripts|tests|CITATION)[\w./-]*)`", TEXT)
    assert len(paths) > 2
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_no_module_hides_a_public_name() -> None:
    """`import dokpamo.x` puts a module under the name x: a function of that name would be lost."""
    modules = {module.name for module in pkgutil.iter_modules(dokpamo.__path__)}
    assert modules & set(dokpamo.__all__) == set()
