"""Where a sentence evaluates or acts: words of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.model import Sentence
from quotes.stance.values import Entry, Form, StanceRules

_UPOS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "ADV"}}
_GAP = 4


@dataclass(frozen=True, slots=True)
class Predicate:
    """An entry of the vocabulary in a sentence. ``token`` heads its words ``start..end`` (exclusive)."""

    token: int
    start: int
    end: int
    entry: Entry
    part: str
    gap: frozenset[int] = frozenset()
    """Tokens between ``start`` and ``end`` that are no words of the entry: "hold RUSSIA accountable"."""

    def spells(self, token: int) -> bool:
        """Whether a token is one of the entry's own words."""
        return self.start <= token < self.end and token not in self.gap


def find_predicates(sentence: Sentence, rules: StanceRules) -> list[Predicate]:
    """All vocabulary entries of a sentence in text order, the longest at each place."""
    out: list[Predicate] = []
    lemmas = [t.lemma.lower() for t in sentence.tokens]
    texts = [t.text.lower() for t in sentence.tokens]
    present = {*lemmas, *texts}
    free = 0
    for i, (lemma, text) in enumerate(zip(lemmas, texts, strict=True)):
        if i < free:
            continue
        if text in rules.idioms and (skip := _idiom(rules, texts, i)) is not None:
            free = skip
            continue
        forms = rules.forms.get(lemma, ())
        if lemma != text:
            forms = (*forms, *rules.forms.get(text, ()))
        forms = tuple(f for f in forms if f.words[-1] in present)
        hits = _longest(sentence, forms, lemmas, texts, i) if forms else []
        out.extend(hits)
        if hits and hits[0].end - i > 1:
            free = hits[0].end
            out.extend(_last_noun(sentence, hits[0], rules, lemmas))
    return out


def _last_noun(s: Sentence, phrase: Predicate, rules: StanceRules, lemmas: list[str]) -> list[Predicate]:
    """The bad noun that a phrase with a gap ends in, whose owner may stand in the gap: "they repeat LODVIAN propaganda"."""
    last = phrase.end - 1
    if not phrase.gap or phrase.entry.agent >= 0 or not _fits(s, last, "noun"):
        return []
    forms = (f for f in rules.forms.get(lemmas[last], ()) if f.words == (lemmas[last],) and f.part == "noun")
    return [Predicate(last, last, last + 1, f.entry, "noun") for f in forms if f.entry.agent < 0]


def _idiom(rules: StanceRules, texts: list[str], i: int) -> int | None:
    """End of a word group that begins here and means something else than its parts."""
    return next((i + len(row) for row in rules.idioms[texts[i]] if tuple(texts[i : i + len(row)]) == row), None)


def _longest(s: Sentence, forms: tuple[Form, ...], lemmas: list[str], texts: list[str], i: int) -> list[Predicate]:
    """Every entry whose words begin at ``i``, if no other's reach further: "threaten" is coercion and warning."""
    best: dict[str, Predicate] = {}
    reach = i
    following = (lemmas[i + 1], texts[i + 1], "_") if i + 1 < len(lemmas) else ()
    for form in forms:
        if len(form.words) > 1 and form.words[1] not in following:
            continue
        hits = _match(s, form.words, lemmas, texts, i) if len(form.words) > 1 else [i]
        if hits is None or hits[-1] + 1 < reach:
            continue
        end = hits[-1] + 1
        if len(form.words) == 1 and form.part != "phrase" and not _fits(s, i, form.part):
            continue
        if end > reach:
            best, reach = {}, end
        token = _anchor(s, i, end, form)
        gap = frozenset(range(i, end)).difference(hits) if "_" in form.words else frozenset()
        best.setdefault(form.entry.id, Predicate(token, i, end, form.entry, _part(s, token, form.part), gap))
    return list(best.values())


def _match(s: Sentence, words: tuple[str, ...], lemmas: list[str], texts: list[str], i: int) -> list[int] | None:
    """The tokens of a form's words, if they stand at ``i`` in a row or with the gaps that it allows."""
    hits: list[int] = []
    j = i
    gap = 0
    for word in words:
        if word == "_":
            gap = _GAP
            continue
        stop = min(len(lemmas), j + gap + 1)
        hit = next((k for k in range(j, stop) if word in (lemmas[k], texts[k])), None)
        if hit is None or any(t.upos in ("ADP", "VERB", "PUNCT", "SCONJ") for t in s.tokens[j:hit]):
            return None
        hits.append(hit)
        j, gap = hit + 1, 0
    return hits


def _fits(s: Sentence, i: int, part: str) -> bool:
    """The word class agrees; a participle before a noun counts as verb and as adjective, whatever the tagger chose."""
    token = s.tokens[i]
    if _is_gerund(s, i):
        return part == "noun"
    if token.upos in _UPOS[part] or (part == "noun" and token.upos == "ADJ" and bool(s.children(i, "cop"))):
        return True
    if part == "verb":
        return token.xpos in ("VBG", "VBN", "VBD") or (token.upos == "ADJ" and token.text.lower().endswith(("ing", "ed")))
    return part == "adj" and token.xpos in ("VBG", "VBN", "JJ")  # a participle may be a verb and yet tagged JJ


def _is_gerund(s: Sentence, i: int) -> bool:
    """Whether a form in -ing is a noun whatever the tagger calls it: "the Lodvian meddling in our vote"."""
    token = s.tokens[i]
    nominal = token.upos == "VERB" and token.xpos == "VBG" and token.base in ("nmod", "obj", "nsubj", "obl", "conj")
    return nominal and bool(s.children(i, "amod", "det", "nmod:poss")) and not s.children(i, "nsubj", "obj")


def _anchor(s: Sentence, start: int, end: int, form: Form) -> int:
    if form.part == "verb" or (form.part == "phrase" and s.tokens[start].upos == "VERB"):
        return start
    tops = [k for k in range(start, end) if not start <= s.tokens[k].head < end]
    over = (k for k in tops[1:] if s.tokens[k].upos == "VERB" and k in s.ancestors(tops[0]))
    return next(over, tops[0] if tops else end - 1)  # "hundreds of children were taken away": the verb, not its subject


def _part(s: Sentence, token: int, part: str) -> str:
    if part != "phrase":
        return part
    upos = s.tokens[token].upos
    return "verb" if upos in ("VERB", "AUX") else "adj" if upos in ("ADJ", "ADV") else "noun"
