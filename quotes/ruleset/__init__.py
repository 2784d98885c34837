"""Attribution rules: TOML -> ``Ruleset``. Everything is validated; all faults are reported at once.

``rules/attribution/*.toml`` holds word lists (``[[list]]``), named paths (``[[path]]``), tree rules (``[[rule]]``), surface
patterns (``[[pattern]]``), the sieves that need no cue (``[[sieve]]``) and the measured weights (``[weights]``).

A path goes from word to word through the dependency tree. Alternatives stand between ``|`` (the first that leads anywhere
wins), steps between blanks: ``nsubj`` goes down a relation, ``<conj`` up one, ``<<conj`` up to a word before the cue only, ``.``
stays, ``$name`` is a named path. A step may carry a filter in brackets: ``[VERB]`` a part of speech, ``[@speak]`` a word list,
``[it]`` a lemma, ``[!it]`` anything but, ``[-ing]`` an ending; ``obl(by)`` asks for the preposition; ``left`` and ``right`` are
the nominals beside a verb, for trees that lost the subject.
"""

from quotes.ruleset.load import load
from quotes.ruleset.values import Example, Filter, Path, Pattern, Rule, Ruleset, Side, Sieve, Step

__all__ = ["Example", "Filter", "Path", "Pattern", "Rule", "Ruleset", "Side", "Sieve", "Step", "load"]
