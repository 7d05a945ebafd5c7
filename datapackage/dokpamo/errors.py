"""The errors a user of the package can meet; each says what to write instead."""

from collections.abc import Iterable


class DokpamoError(Exception):
    """The base of all errors that dokpamo raises on purpose."""


class UnknownName(DokpamoError, KeyError):
    """A table, view, column or row that does not exist; suggests what may be meant."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name = kind, name
        self.suggestions = close_names(name, known)
        hint = f" (did you mean {', '.join(map(repr, self.suggestions))}?)" if self.suggestions else ""
        self.sentence = f"there is no {kind} {name!r}{hint}"
        super().__init__(self.sentence)

    def __str__(self) -> str:
        return self.sentence


class MissingExtra(DokpamoError, ImportError):
    """A library that an optional part needs is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is needed here: pip install 'dokpamo[{extra}]'")


class ContractError(DokpamoError):
    """The descriptor or a schema itself is written wrongly."""


class BadDay(DokpamoError, ValueError):
    """An as-of day that is no ISO day or lies outside the record."""


def close_names(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` known names that look like `name`, nearest first."""
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=limit, cutoff=0.6)
