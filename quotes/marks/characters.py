"""Classes of characters that decide what a mark is: the marks themselves and what stands beside them."""

from __future__ import annotations

DOUBLE = '"“”„‟＂″〝〞\x84\x93\x94'
"""With the C1 controls that Windows-1252 quotation marks become when they are decoded as Latin-1."""
SINGLE = "'‘’‚‛`´\x82\x91\x92"
GUILLEMET = "«»‹›"
STRAIGHT = "\"＂″'`´"
MARKS = DOUBLE + SINGLE + GUILLEMET
OPENERS = "“„‟〝‘‚‛`«‹\x82\x84\x91\x93"
CLOSERS = "”〞’´»›\x92\x94"
TICKS = frozenset({"''", "``", "´´", "‘‘", "’’"})
"""Two characters that are one double mark."""

BRACKETS_OPEN = "([{<=>*_~|/"
BRACKETS_CLOSE = ")]}<>*_~|/"
DASHES = "—–-―\ufffd"
"""U+FFFD among them: where a file was decoded wrongly it mostly stands for a dash or a blank."""
STOPS = ".,!?…;:"
ENDS = ".!?…—–-"
