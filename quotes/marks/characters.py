"""Classes of characters that decide what a mark is: the marks themselves and what stands beside them."""

from __future__ import annotations

DOUBLE = '"“”„‟＂〝〞'
SINGLE = "'‘’‚‛`´"
GUILLEMET = "«»‹›"
STRAIGHT = "\"＂'`´"
MARKS = DOUBLE + SINGLE + GUILLEMET
OPENERS = "“„‟〝‘‚‛`«‹"
CLOSERS = "”〞’´»›"
TICKS = frozenset({"''", "``", "´´"})
"""Two characters that are one double mark."""

BRACKETS_OPEN = "([{<=>*_~|/"
BRACKETS_CLOSE = ")]}<>*_~|/"
DASHES = "—–-―\ufffd"
"""U+FFFD among them: where a file was decoded wrongly it mostly stands for a dash or a blank."""
STOPS = ".,!?…;:"
ENDS = ".!?…—–-"
