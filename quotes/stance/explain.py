"""How a stance came about, for people: the targets found, every rule with its words, sign and weight, and the sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotes.model import Attribution, Document, Sentence, Speaker, Stance
from quotes.stance.judge import judge
from quotes.stance.lemmas import mend
from quotes.stance.mentions import find_names
from quotes.stance.predicates import find_predicates
from quotes.stance.roles import arguments
from quotes.stance.values import Entry, Form, StanceRules, Target


def explain(
    document: Document, attributions: Sequence[Attribution], speakers: Sequence[Speaker], rules: StanceRules
) -> Iterator[str]:
    """Lines for ``quotes rules explain --stance``: per statement the tree, the targets' names, the rules and their sum."""
    document = mend(document, rules.known)
    judged = judge(document, attributions, speakers, rules)
    for attribution, speaker, stances in zip(attributions, speakers, judged, strict=True):
        yield f"“{document.words((attribution.start, attribution.end))}”"
        yield f"  speaker: {speaker.name or 'unknown'}"
        for sentence in document.sentences_in(attribution.start, attribution.end):
            yield from _tree(sentence)
            for target in rules.targets:
                yield from _names(sentence, target, rules)
            yield from _roles(sentence, rules)
        for stance in stances:
            yield from _sum(stance, rules.weights)


def _tree(sentence: Sentence) -> Iterator[str]:
    for i, t in enumerate(sentence.tokens):
        head = sentence.tokens[t.head].text if t.head >= 0 else "ROOT"
        yield f"    {i:3d} {t.text:<16} {t.lemma:<14} {t.upos:<6} {t.rel} of {head}"


def _names(sentence: Sentence, target: Target, rules: StanceRules) -> Iterator[str]:
    names = find_names(sentence, target, rules)
    for start, end, kind in names.found:
        words = " ".join(t.text for t in sentence.tokens[start:end])
        note = "names something else than the state" if start in names.excluded else f"is {target.name} ({kind})"
        yield f"  target {target.id}: {words!r} {note}"
    for i, hold in sorted(names.holds.items()):
        if i != hold.mention:
            yield f"  target {target.id}: {sentence.tokens[i].text!r} {hold.bond} it, weight {hold.weight:.2f}"


def _roles(sentence: Sentence, rules: StanceRules) -> Iterator[str]:
    """Every word of the vocabulary with the tokens that fill its roles and the dependency paths to them."""
    for p in find_predicates(sentence, rules):
        words = " ".join(t.text for t in sentence.tokens[p.start : p.end])
        roles = ", ".join(f"{a.role} {sentence.tokens[a.token].text} ({a.path})" for a in arguments(sentence, p, rules))
        yield f"  word {words!r}: {p.entry.id}, {_signs(p.entry)}: {roles or 'no roles filled'}"


def _sum(stance: Stance, weights: Mapping[str, float]) -> Iterator[str]:
    yield f"  stance toward {stance.target} (present: {stance.target_evidence}; own side: {'yes' if stance.own_side else 'no'})"
    for clue in stance.evidence:
        yield f"    {clue.weight:+.2f}  {clue.rule:<32} {clue.text}"
    bounds = f"-{weights['critical']} and {weights['supportive']}"
    yield f"    = {stance.label}, score {stance.score:+.2f} (nets beyond {bounds} decide), alignment {stance.alignment}"


def listing(rules: StanceRules, *, stats: bool = False) -> Iterator[str]:
    """Lines for ``quotes rules list``: every class with its reason, and every entry with its words and signs.

    ``stats`` is taken for the sake of one interface with the attribution rules; stance entries keep no counts.
    """
    del stats
    entries: dict[str, list[Form]] = {}
    for row in rules.forms.values():
        for form in row:
            entries.setdefault(form.entry.id, []).append(form)
    for kind, why in rules.classes.items():
        yield f"stance class {kind}: {why}"
        for id, forms in entries.items():
            if forms[0].entry.kind == kind:
                yield f"  {id:<34} {_signs(forms[0].entry)}  {', '.join(sorted({' '.join(f.words) for f in forms}))}"
    for target in rules.targets:
        yield f"stance target {target.id}: {target.name}"


def _signs(e: Entry) -> str:
    values = {"agent": e.agent, "theme": e.theme, "holder": e.holder, "defence": e.defence}
    return " ".join(f"{k} {v:+.1f}" for k, v in values.items() if v)
