"""The characters that the rule on clean text passes over need no closer look."""

import re
import sys
import unicodedata

from dokpamo.checking.rules import rules
from dokpamo.folders import root


def plain_characters() -> set[str]:
    """The class in the rule whose complement makes a text suspect."""
    text = next(rule.text for rule in rules(root()) if rule.name == "clean-text")
    places = re.search(r"\[\^([^]]+)\]", text)
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
