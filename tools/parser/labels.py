"""Label lists and the lemma lexicon, counted from the training data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quotes.compact.lemma import NAMES as PROPER
from quotes.compact.lemma import script
from tools.parser.treebank import NAMES, Word, Words

_IDENTITY = frozenset({"CD", "ADD", "NFP", "HYPH", "LS", "GW", "SYM", "$", ",", ".", ":", "-LRB-", "-RRB-"})
"""Tags whose lemma is the form: a lexicon of numbers and addresses helps nobody."""


def label_lists(train: Sequence[Words]) -> dict[str, list[str]]:
    """Per kind the labels the network chooses from; rare features, scripts and relations (below 3) are left out."""
    out = {
        "upos": _counted((w.upos for s in train for w in s), 1),
        "xpos": _counted((w.xpos for s in train for w in s), 1),
        "feats": _counted((w.feats for s in train for w in s), 3),
        "lemma": _counted((script_of(w) for s in train for w in s), 3),
        "rel": _counted((w.rel for s in train for w in s), 3),
    }
    out["ner"] = ["O", *(prefix + name for name in NAMES for prefix in ("B-", "I-"))]
    return out


def _counted(values: Iterable[str | None], least: int) -> list[str]:
    counts = Counter(v for v in values if v is not None)
    return [label for label, n in counts.most_common() if n >= least]


def script_of(word: Word) -> str | None:
    """The word's lemma script, None where its source gives no lemma."""
    return None if word.lemma is None else script(word.form, word.lemma)


def lexicon(train: Sequence[Words], share: float = 0.75) -> dict[str, dict[str, str]]:
    """Tag -> lower-case form -> lemma, for forms whose lemma is the same in at least ``share`` of the cases.

    Names enter only as plurals and abbreviations (``Sept.`` -> ``September``); the rest of them is kept as written.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in train:
        for word in sentence:
            if word.lemma and word.lemma != "_" and word.xpos and word.xpos not in _IDENTITY:
                counts[word.xpos, word.form.lower()][word.lemma] += 1
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), lemmas in sorted(counts.items()):
        lemma, n = lemmas.most_common(1)[0]
        total = lemmas.total()
        plain = tag not in PROPER
        odd = lemma.lower() != form and total > 1 and (tag == "NNPS" or form.endswith("."))
        if n / total >= share and (plain or odd):
            out[tag][form] = lemma
    return dict(out)
