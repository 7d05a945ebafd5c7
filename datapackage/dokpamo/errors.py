"""The errors a user of the package can meet; each says, in English and Korean, what to write instead."""

from collections.abc import Iterable


class DokpamoError(Exception):
    """The base of all errors that dokpamo raises on purpose."""

    def __init__(self, en: str, ko: str | None = None) -> None:
        self.en, self.ko = en, ko or en
        super().__init__(en)

    def __str__(self) -> str:
        return self.en

    def text(self, lang: str = "en") -> str:
        """Return the sentence in a language."""
        return self.ko if lang == "ko" else self.en


class UnknownName(DokpamoError, KeyError):
    """A table, view, column or row that does not exist; suggests what may be meant."""

    def __init__(self, kind: str, name: str, known: Iterable[str], kind_ko: str | None = None) -> None:
        self.kind, self.name = kind, name
        self.suggestions = close_names(name, known)
        near = ", ".join(map(repr, self.suggestions))
        super().__init__(
            f"there is no {kind} {name!r}" + (f" (did you mean {near}?)" if near else ""),
            f"{name!r}: 그런 {kind_ko or kind} 없습니다" + (f" (혹시 {near})" if near else ""),
        )


class MissingExtra(DokpamoError, ImportError):
    """A library that an optional part needs is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        command = f"pip install 'dokpamo[{extra}]'"
        super().__init__(f"{library} is needed here: {command}", f"{library} 라이브러리가 필요합니다: {command}")


class ContractError(DokpamoError):
    """The descriptor or a schema itself is written wrongly."""


class BadDay(DokpamoError, ValueError):
    """An as-of day that is no ISO day or lies outside the record."""


class BadInput(DokpamoError, ValueError):
    """Something given to a command or function that it cannot use."""


class PortalError(DokpamoError):
    """A portal that refuses what it is sent."""


class Unanswered(PortalError):
    """A portal that fails, or doesn't answer in time: another try may help."""


class QueryError(DokpamoError):
    """A query that DuckDB refuses: its own words, or for an unknown table the names that may be meant."""

    def __init__(self, error: Exception, known: Iterable[str]) -> None:
        import re

        problem = str(error).strip()
        missing = re.search(r"Table with name (\S+) does not exist", problem)
        if missing:
            unknown = UnknownName("table or view", missing[1], known, "표나 뷰는")
            super().__init__(unknown.en, unknown.ko)
        else:
            super().__init__(problem)


def close_names(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` known names that look like `name`, nearest first."""
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=limit, cutoff=0.6)
