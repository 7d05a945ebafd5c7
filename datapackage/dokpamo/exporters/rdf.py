"""A graph as nested nodes, written as JSON-LD and as Turtle: the same statements twice, without a library.

A node is a mapping: "@id" (none: a blank node), "@type", and prefixed properties with values that are nodes,
`ref`erences, `text`s in a language or `literal`s of a type, one or a list of them.
"""

import json
from typing import Any

Node = dict[str, Any]

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def ref(address: str) -> Node:
    """Return a reference to a node."""
    return {"@id": address}


def text(words: str, lang: str) -> Node:
    """Return a text in a language."""
    return {"@value": words, "@language": lang}


def literal(value: object, kind: str) -> Node:
    """Return a value of a type of XML Schema."""
    return {"@value": str(value), "@type": f"xsd:{kind}"}


def json_ld(nodes: list[Node]) -> Node:
    """Return the graph as JSON-LD, with its context in it."""
    return {"@context": PREFIXES, "@graph": nodes}


def turtle(nodes: list[Node]) -> str:
    """Return the graph as Turtle."""
    prefixes = "".join(f"@prefix {prefix}: <{address}> .\n" for prefix, address in PREFIXES.items())
    return prefixes + "".join(f"\n<{node['@id']}>\n{_properties(node, '    ')} .\n" for node in nodes)


def _properties(node: Node, indent: str) -> str:
    """Return what is said of a node, a line a property."""
    lines = [f"a {node['@type']}"] if "@type" in node else []
    for name, value in node.items():
        if not name.startswith("@"):
            values = value if isinstance(value, list) else [value]
            lines.append(f"{name} {', '.join(_value(one, indent) for one in values)}")
    return " ;\n".join(indent + line for line in lines)


def _value(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if "@value" in value:
        words = json.dumps(value["@value"], ensure_ascii=False)
        return f"{words}@{value['@language']}" if "@language" in value else f"{words}^^{value['@type']}"
    if "@id" in value:
        return f"<{value['@id']}>"
    return f"[\n{_properties(value, indent + '    ')}\n{indent}]"
