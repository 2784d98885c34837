"""The label at the head of a transcript's turn (``WALLER: Let us start.``): one pattern for whoever reads turns."""

from __future__ import annotations

import re

_OFFICE = r"(?:, [A-Z][A-Z0-9 ,.'’&/-]{0,90})"
_ASIDE = r"(?: ?\([^()\n]{1,60}\))"
LABEL = re.compile(
    r"(?P<name>(?:Mc|Mac|De)?[A-Z][A-Z.'’-]{0,30}[A-Z.](?:[ \u00a0](?:Mc|Mac|De)?[A-Z][A-Z.'’-]{0,30}){0,4}|[QA](?=:)"
    r"|(?P<bare>Q)(?=[ \u00a0]{2}|\t))"
    rf"(?(bare)\s+|{_ASIDE}?{_OFFICE}?{_ASIDE}?:\s+)(?=\S)"
)
"""The name in capitals, with a party (`REP. COLE (R-OK):`), an office (`COOPER, HOST:`) or both behind it; or Q or A; or the Q
and blanks of a press conference's transcript (`Q    Thank you.`)."""
LONGEST = 320
"""Code points that a label may take."""
