"""Lemmas: what the treebanks attest for a form and tag, else the best of the network's edit scripts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

NAMES = ("NNP", "NNPS")
_BEST = 6
_MARGIN = 5.0
"""Scripts tried per word and how far below the best (in nats) they may score; further down the network is guessing."""
_INFLECTED = ("NNS", "NNPS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS")
_GROUPS = {"VBN": "VBD", "NNPS": "NNS"}
"""Tags whose forms end alike."""
_SHORTEST_ENDING, _LONGEST_ENDING = 2, 6
_LEAST, _SHARE = 2, 0.8
"""Known forms an ending needs, and the share of them that must take the same script."""
_MARKS = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
"""UD writes the lemma of a curly mark straight."""


def script(form: str, lemma: str) -> str:
    """How to make a form's lemma, letter case aside: ``2|y`` drops two letters and appends y, ``=be`` is the lemma itself."""
    low, goal = form.lower(), lemma.lower()
    same = next((i for i, (a, b) in enumerate(zip(low, goal, strict=False)) if a != b), min(len(low), len(goal)))
    return f"={goal}" if not same and low != goal else f"{len(low) - same}|{goal[same:]}"


def applied(form: str, script: str) -> str | None:
    """The form changed by a script; None where the script drops more letters than the form has, or all and adds none."""
    if script.startswith("="):
        return script[1:]
    count, _, tail = script.partition("|")
    kept = len(form) - int(count)
    return form[:kept] + tail if kept >= 0 and kept + len(tail) else None


class Lemmatiser:
    """Makes lemmas from scripts and a lexicon; holds both, changes neither."""

    def __init__(self, scripts: Sequence[str], lexicon: Mapping[str, Mapping[str, str]]) -> None:
        """``scripts`` in the order of the network's columns; ``lexicon``: tag (Penn) -> lower-case form -> lemma."""
        self._scripts = scripts
        self._lexicon = lexicon
        self._known: dict[str, set[str]] = {}
        for tag, table in lexicon.items():
            self._known.setdefault(tag[:2], set()).update(lemma.lower() for lemma in table.values())
        self._endings = _endings(lexicon)

    def __call__(self, form: str, tag: str, scores: NDArray[np.float32], first: bool) -> str:
        """Lemma of ``form`` tagged ``tag``; ``scores`` rates the scripts; ``first``: the word begins its sentence."""
        table = self._lexicon.get(tag)
        plain = form.translate(_MARKS)
        if tag == "CD" and plain[:1].isdigit():
            return plain.replace(",", "")
        found = table.get(plain.lower()) if table else None
        if found is not None:
            return found
        if tag in ("NNP", "ADD"):
            # ``chicago`` is Chicago; short ones are particles (``al``, ``von``)
            return plain.capitalize() if tag == "NNP" and plain.islower() and len(plain) > 3 else plain
        base = plain if _keeps_case(plain, tag, first) else plain.lower()
        return self._scripted(base, tag, scores)

    def _scripted(self, base: str, tag: str, scores: NDArray[np.float32]) -> str:
        """The best script whose result is a lemma some treebank has for the tag, else what words with that ending do.

        Scripts cut without looking (``remained`` - 1 = ``remaine``, as ``named`` - 1 = ``name``): the lexicon looks.
        """
        order = np.argsort(-scores)[:_BEST]
        made = [applied(base, self._scripts[i]) for i in order if scores[i] >= scores[order[0]] - _MARGIN]
        lemmas = [lemma for lemma in made if lemma is not None] or [base]
        if tag not in _INFLECTED and lemmas[0] == base:
            return base
        known = self._known.get(tag[:2], set()) if tag != "NNPS" else set()
        attested = next((lemma for lemma in lemmas if lemma.lower() in known), None)
        return attested or self._like_others(base, tag) or lemmas[0]

    def _like_others(self, base: str, tag: str) -> str | None:
        """The lemma that the longest known ending gives (``-nning`` drops four letters), None if endings do not agree."""
        group = _GROUPS.get(tag, tag)
        for length in range(min(_LONGEST_ENDING, len(base) - 1), _SHORTEST_ENDING - 1, -1):
            script = self._endings.get((group, base[-length:].lower()))
            if script:
                return applied(base, script)
        return None


def _endings(lexicon: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """(inflected tag, ending) -> the script that nearly all known forms with that ending take."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tag in _INFLECTED:
        for form, lemma in lexicon.get(tag, {}).items():
            made = script(form, lemma)
            for length in range(_SHORTEST_ENDING, min(_LONGEST_ENDING, len(form) - 1) + 1):
                counts[_GROUPS.get(tag, tag), form[-length:]][made] += 1
    out = {}
    for key, scripts in counts.items():
        best, n = scripts.most_common(1)[0]
        if n >= _LEAST and n >= _SHARE * scripts.total() and not best.startswith("="):
            out[key] = best
    return out


def _keeps_case(form: str, tag: str, first: bool) -> bool:
    """Names and abbreviations keep their capitals, and so does a capitalised adjective inside a sentence (``Achaemenid``)."""
    if tag in NAMES:
        return True
    if form.isupper():
        return len(form) > 1 and tag in ("NN", "NNS", "FW", "AFX", "CD", "LS", "SYM", "ADD")
    return not first and tag == "JJ" and form[:1].isupper()
