"""How to cite the record, in the styles that readers ask for; everything from the descriptor."""

import json

from dokpamo.contract import Package
from dokpamo.exporters.about import About

SHORT = "dokpamo"


def apa(contract: Package, lang: str = "en") -> str:
    """Return the reference as papers in English write it, or as Korean ones do."""
    return About(contract.spec).cited(lang)


def title(contract: Package) -> str:
    """Return what the record is called in English, without its short name."""
    own = str(contract.spec["title"]).removeprefix(f"{SHORT}: ")
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
