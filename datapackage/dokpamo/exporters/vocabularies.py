"""How the vocabularies of the EU, IANA and SPDX name what a catalogue speaks of: addresses, each with its type."""

from collections.abc import Iterable

from dokpamo.exporters.about import EU, About
from dokpamo.exporters.kinds import Kind
from dokpamo.exporters.rdf import Node, text

SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
PUBLIC = f"{EU}/access-right/PUBLIC"
SCHEME = f"{EU}/data-theme"
THEMES = {"TECH": "Science and technology", "GOVE": "Government and public sector"}
"""What the EU's list of data themes calls the subjects."""


def file_type(kind: Kind) -> str | None:
    """Return the address of a kind of file in the EU's list, None where it isn't there."""
    return f"{EU}/file-type/{kind.eu_code}" if kind.eu_code else None


def media_type(kind: Kind) -> str:
    """Return the address of a media type at IANA."""
    return f"http://www.iana.org/assignments/media-types/{kind.media_type}"


def typed(told: About, kinds: Iterable[Kind]) -> list[Node]:
    """Return a node with its type for every address that a catalogue uses: a checker needs no network then."""
    types = {
        "dct:LinguisticSystem": told.language_addresses,
        "dct:Location": [told.country],
        "dct:Frequency": [told.frequency[0]],
        "dct:RightsStatement": [PUBLIC],
        "dct:LicenseDocument": [told.licence.eu],
        "spdx:ChecksumAlgorithm": [SHA256],
        "dct:MediaTypeOrExtent": sorted({address for kind in kinds if (address := file_type(kind))}),
        "dct:MediaType": sorted({media_type(kind) for kind in kinds}),
    }
    return [
        {"@id": SCHEME, "@type": "skos:ConceptScheme", "dct:title": text("Data theme", "en")},
        *(
            {"@id": address, "@type": "skos:Concept", "skos:prefLabel": text(THEMES[address.rpartition("/")[2]], "en")}
            for address in told.themes
        ),
        *({"@id": address, "@type": kind} for kind, addresses in types.items() for address in addresses),
    ]
