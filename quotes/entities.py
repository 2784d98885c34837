"""Character references of HTML that were left in plain text (``&quot;``, ``&#8220;``): read as the characters they stand for."""

from __future__ import annotations

import re
from html import unescape

_REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_PAD = "\u200b"
_OPENING = "“‘«„‚‹"
_STRAIGHT = "\"'"


def read(text: str) -> str:
    """The text with every reference to one character replaced, as long as before, so that offsets hold in both.

    The rest of a reference becomes blanks in front of a mark that opens, and behind any other character blanks where one stands
    there, else characters without width. References to no character, or to more than one, stay.
    """
    return _REFERENCE.sub(_replacement, text) if "&" in text else text


def _replacement(m: re.Match[str]) -> str:
    character = unescape(m[0])
    if len(character) != 1 or character in "&\ufffd":
        return m[0]
    if character.isspace():
        return " " * len(m[0])
    rest = len(m[0]) - 1
    following = m.string[m.end() : m.end() + 1]
    before = m.string[m.start() - 1 : m.start()]
    if character in _OPENING or (character in _STRAIGHT and following.isalnum() and not before.isalnum()):
        return " " * rest + character
    return character + (" " if following.isspace() else _PAD) * rest
