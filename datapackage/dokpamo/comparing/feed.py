"""The releases as an Atom feed (RFC 4287), each entry in English and Korean."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from uuid import UUID, uuid5

from dokpamo.comparing import Diff, telling

ATOM, XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
LANGUAGES = ("en", "ko")
NAME = "changes.atom"
OURS = uuid5(UUID(int=0), "dokpamo")
"""From here every entry has its id, the same for ever and everywhere, whatever host serves it."""

SINCE = {"en": "Since {version}, {rows}.", "ko": "{version} 이후 {rows}."}
FIRST = {
    "en": "The first release: {tables} tables with {rows:,} rows, and {views} views.",
    "ko": "첫 배포본: 표 {tables}개(행 {rows:,}개), 뷰 {views}개.",
}


def feed(releases: Iterable[Diff], base_url: str = "") -> str:
    """Return the feed of releases, the newest first; links stand only where the address is known."""
    entries = list(releases)
    spec = entries[0].new.spec
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(root, "id", f"urn:uuid:{OURS}")
    _add(root, "title", str(spec["title"]))
    _add(root, "subtitle", str(spec["title_ko"]))
    _add(root, "updated", str(spec["created"]))
    _add(_add(root, "author"), "name", str(spec["contributors"][0]["title"]))
    _add(root, "rights", str(spec["licenses"][0]["title"]))
    if base_url:
        _add(root, "link", rel="self", type="application/atom+xml", href=base_url + NAME)
        _add(root, "link", rel="alternate", href=base_url)
    for entry in entries:
        _entry(root, entry)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _entry(root: ET.Element, diff: Diff) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", f"urn:uuid:{uuid5(OURS, diff.new.version)}")
    _add(entry, "title", f"dokpamo {diff.new.version}")
    _add(entry, "updated", str(diff.new.spec["created"]))
    body = _add(_add(entry, "content", type="xhtml"), "div", xmlns=XHTML)
    for lang in LANGUAGES:
        part = ET.SubElement(body, "div", {"xml:lang": lang, "lang": lang})
        head, *lines = summary(diff, lang)
        _add(part, "p", head)
        items = _add(part, "ul") if lines else part
        for line in lines:
            _add(items, "li", line)


def summary(diff: Diff, lang: str) -> list[str]:
    """Return what a release brings: a sentence, then a line a table that changed and a change of the schema."""
    if not diff.old.version:
        tables = diff.new.tables.values()
        rows = sum(len(sheet.rows) for sheet in tables)
        return [FIRST[lang].format(tables=len(tables), rows=rows, views=len(diff.new.views))]
    head = SINCE[lang].format(version=diff.old.version, rows=telling.rows_line(diff, lang).rstrip("."))
    tables_changed = dict.fromkeys(change.table for change in diff.rows)
    return [
        head,
        *(f"{table}: {telling.counts(diff, lang, table)}" for table in tables_changed),
        *telling.schema_lines(diff.schema, lang),
    ]


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text
    return child
