"""Whom a source mention stands for within its article: full name, role, pronoun, "the minister".

Names are clustered first (full names, then family names, initials, spellings, acronyms), then the article is walked once in text
order: descriptions take up earlier entities by role, state or age, pronouns by the weighted features of
``rules/names/weights.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.model import Attribution, Document, Span, Speaker
from quotes.resolve import sole
from quotes.resolve.aliases import Aliases, load_aliases
from quotes.resolve.discourse import read
from quotes.resolve.lexicon import Lexicon, load
from quotes.resolve.speaker import Naming

__all__ = ["Aliases", "Lexicon", "load", "load_aliases", "resolve"]


def resolve(
    document: Document, attributions: Sequence[Attribution], lexicon: Lexicon, aliases: Aliases | None = None
) -> list[Speaker]:
    """The speakers of an article's attributions, parallel to them.

    ``Speaker.confidence`` is the attribution's confidence times the certainty of the resolution. An unresolved speaker has no
    name, confidence 0 and the flags ``unresolved`` and, where there was a choice, ``candidates:N``. ``aliases`` rename speakers
    across articles.
    """
    if not attributions:
        return []
    quoted = sorted(segment for a in attributions for segment in a.segments)
    said: dict[tuple[int, int], list[Span]] = {}  # a source may have two quotations: "I cried," he says. "I was young."
    for a in attributions:
        for m in (a.mention, *a.others):
            if m is not None:
                said.setdefault((m.sentence, m.head), []).extend(a.segments)
    discourse = read(document, lexicon, quoted, said)
    naming = Naming(document, discourse, lexicon)
    speakers = sole.fill(document, discourse, attributions, [naming.speaker(a) for a in attributions], lexicon)
    return [aliases.apply(s) for s in speakers] if aliases is not None else speakers
