"""Citations as a reader would write them under a text."""

from collections.abc import Iterable

from dokpamo.citing import Citation

WORDS = {
    "en": {"supports": "supports {column}", "other-reading": "reads {column} otherwise", "undated": "undated"},
    "ko": {"supports": "{column} 뒷받침", "other-reading": "{column} 다른 주장", "undated": "날짜 미상"},
}


def text(citations: Iterable[Citation], lang: str = "en") -> str:
    """Return one block a source: title, publisher and day, address; a title in brackets is ours."""
    return "\n".join(_block(number, citation, lang) for number, citation in enumerate(citations, 1))


def _block(number: int, citation: Citation, lang: str) -> str:
    words, claim = WORDS[lang], citation.claim_ko if lang == "ko" else citation.claim
    title = citation.title if citation.is_title_seen or citation.title.startswith("[") else f"[{citation.title}]"
    lines = [f"[{number}] {title}"]
    if citation.stance:
        said = words[citation.stance].format(column=citation.column_name)
        lines.append(f"{said}: “{claim}”")
    lines.append(", ".join(filter(None, [citation.publisher, citation.day or words["undated"]])))
    lines.append(citation.url or citation.source_id)
    return "\n    ".join(lines) + "\n"
