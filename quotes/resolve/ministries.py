"""Which ministry a bare "the ministry" is: the one whose minister or spokesman was named last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes.resolve.lexicon import Lexicon
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference

_REACH = 40
_OFFICE = re.compile(r"\b([A-Za-z]+) (minister|ministry)\b", re.IGNORECASE)


def behind(reference: Reference, references: Sequence[Reference], lexicon: Lexicon) -> str | None:
    """The name of the ministry that a description without any other word means ("Foreign Ministry" behind "Deputy Foreign
    Minister Ana Ruiz"); None where no office before it tells one. ``references`` are the article's, in text order."""
    if reference.words != ("ministry",) or reference.plural or reference.states or reference.owner is not None:
        return None
    if reference.text.lower() not in ("the ministry", "ministry"):
        return None
    for r in reversed(references[max(0, reference.order - _REACH) : reference.order]):
        found = _OFFICE.search(r.role or "") if r.form == "name" and r.sort == "person" else None
        if found is not None and fold(found[1]) in lexicon.portfolios - lexicon.lower - {"prime"}:
            return f"{found[1].capitalize()} Ministry"
    return None
