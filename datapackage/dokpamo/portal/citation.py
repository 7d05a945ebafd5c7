"""How to cite the record, in the styles that readers ask for; everything from the descriptor."""

import json

from dokpamo.exporters.about import About


def bibtex(about: About) -> str:
    """Return the BibTeX entry."""
    year, month, _ = about.day.split("-")
    lines = {
        "author": f"{{{about.publisher()}}}",
        "title": f"{{{about.own_title()}}}",
        "year": year,
        "month": str(int(month)),
        "version": about.version,
        "note": f"Data set, {about.licence.spdx}",
    }
    body = ",\n".join(f"  {key} = {{{value}}}" for key, value in lines.items())
    return f"@misc{{{about.name}{year},\n{body}\n}}\n"


def ris(about: About) -> str:
    """Return the RIS record."""
    lines = [
        ("TY", "DATA"),
        ("AU", about.publisher()),
        ("TI", about.own_title()),
        ("PY", about.day[:4]),
        ("DA", about.day.replace("-", "/")),
        ("ET", about.version),
        ("ER", ""),
    ]
    return "".join(f"{key}  - {value}\n" for key, value in lines)


def csl(about: About) -> str:
    """Return the CSL-JSON item."""
    item = {
        "id": f"{about.name}{about.day[:4]}",
        "type": "dataset",
        "author": [{"literal": about.publisher()}],
        "title": about.own_title(),
        "version": about.version,
        "issued": {"date-parts": [[int(part) for part in about.day.split("-")]]},
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
