"""Rules that look closely only at what they suspect pass over nothing that they would find."""

import re
import sys
import unicodedata

from dokpamo.checking.rules import rules
from dokpamo.folders import root

RULES = {rule.name: rule.text for rule in rules(root())}


def plain_characters() -> set[str]:
    """Those of the class whose complement makes a text suspect of not being clean."""
    places = re.search(r"\[\^([^]]+)\]", RULES["clean-text"])
    assert places
    inside = re.sub(r"\\x\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), places[1])
    return set(re.findall(f"[{inside}]", "".join(map(chr, range(0x10000)))))


def joining_characters() -> set[str]:
    """All that may melt into the character before: combining marks and the later jamo of a syllable."""
    pairs = [unicodedata.decomposition(chr(code)).split() for code in range(sys.maxunicode + 1)]
    seconds = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    return seconds | {chr(code) for code in range(0x1160, 0x1200)}


def test_plain_characters_are_visible_and_composed() -> None:
    plain = plain_characters()
    assert {"a", "Z", "|", " ", "é", "가", "힣", "’"} <= plain
    assert not plain & joining_characters()
    for char in plain:
        assert unicodedata.normalize("NFC", char) == char, hex(ord(char))
        assert unicodedata.combining(char) == 0, hex(ord(char))
        assert char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}, hex(ord(char))


def test_every_turn_of_phrase_has_its_stem() -> None:
    """Every pattern holds a stem as it stands, so that no text with the turn is without the stem."""
    rule = RULES["korean-reads-well"]
    stems = re.findall(r"regexp_matches\(ko, '(.+)'\)", rule)[0].split("|")
    patterns = re.findall(r"\('(.+)', '.+'\)[,\n]", rule)
    assert len(patterns) > 10
    for pattern in patterns:
        assert any(stem in re.sub(r"\(\?:[^)]*\)|\[[^]]*\][*?]?", "\n", pattern) for stem in stems), pattern
