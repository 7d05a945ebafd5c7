"""How to cite the record, in the styles that readers ask for; everything from the descriptor."""

import json

from dokpamo.contract import Package

SHORT = "dokpamo"


def apa(contract: Package, lang: str = "en") -> str:
    """Return the reference in APA style, or as Korean papers write it."""
    year, version = contract.day[:4], contract.version
    if lang == "ko":
        return f"{SHORT} ({year}). {title(contract, 'ko')} (버전 {version}) [데이터세트]."
    return f"{SHORT}. ({year}). {title(contract)} (Version {version}) [Data set]."


def title(contract: Package, lang: str = "en") -> str:
    """Return what the record is called, without its short name."""
    full = str(contract.spec["title_ko" if lang == "ko" else "title"])
    own = full.split(": ", 1)[-1]
    return own[0].upper() + own[1:]


def bibtex(contract: Package) -> str:
    """Return the BibTeX entry."""
    year, month, _ = contract.day.split("-")
    lines = {
        "author": f"{{{SHORT}}}",
        "title": f"{{{title(contract)}}}",
        "year": year,
        "month": str(int(month)),
        "version": contract.version,
        "note": f"Data set, {contract.spec['licenses'][0]['name']}",
    }
    body = ",\n".join(f"  {key} = {{{value}}}" for key, value in lines.items())
    return f"@misc{{{SHORT}{year},\n{body}\n}}\n"


def ris(contract: Package) -> str:
    """Return the RIS record."""
    lines = [
        ("TY", "DATA"),
        ("AU", SHORT),
        ("TI", title(contract)),
        ("PY", contract.day[:4]),
        ("DA", contract.day.replace("-", "/")),
        ("ET", contract.version),
        ("ER", ""),
    ]
    return "".join(f"{key}  - {value}\n" for key, value in lines)


def csl(contract: Package) -> str:
    """Return the CSL-JSON item."""
    item = {
        "id": f"{SHORT}{contract.day[:4]}",
        "type": "dataset",
        "author": [{"literal": SHORT}],
        "title": title(contract),
        "version": contract.version,
        "issued": {"date-parts": [[int(part) for part in contract.day.split("-")]]},
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
