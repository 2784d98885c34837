"""The stance rules on directed news sentiment, one sentence at a time: no quotation, but a target and sometimes a holder.

    python -m tools.stance.directed [--parses .cache/proto] [--errors N]

* DSE (Park, Pan and Joo 2021), sentences with Russia as target: is the holder for or against it? What the holder is said to say
  counts like quoted words; what the holder does to the target counts by the sign of the deed.
* NewsMTSC (Hamborg and Donnay 2021), persons and bodies as target: does the sentence speak well or ill of it? The whole sentence
  counts like quoted words, what others are reported to say in it too; the marked words and their repetitions are the target.

Sentences are parsed with the bundled parser the first time and remembered in the folder ``--parses``.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quotes import data, parse, segment, stance
from quotes.model import Article, Clue, Document, Sentence, Span
from quotes.stance.evidence import collect
from quotes.stance.judge import decide
from quotes.stance.mentions import Hold, Names, bearer, climb
from quotes.stance.reader import Reader
from quotes.stance.roles import arguments
from quotes.stance.scene import Part, Scene
from quotes.stance.subjects import subjects
from quotes.stance.values import StanceRules, Target
from quotes.stance.view import View, clue
from tools.gold import SHARED
from tools.stance.corpora import RUSSIA, Example, directed
from tools.stance.figures import figures

DEED = 0.8
"""How far a holder's good or bad deed shows what the holder thinks of the one it is done to."""
NOTHING: frozenset[int] = frozenset()


def parsed(name: str, texts: Iterable[str], folder: Path) -> Mapping[str, Document]:
    """The documents of the texts; those that ``folder/name.pkl`` does not remember are parsed and added to it."""
    path = folder / f"{name}.pkl"
    known: dict[str, tuple[Sequence[Span], Sequence[Sentence]]] = {}
    if path.is_file():
        known = pickle.loads(path.read_bytes())  # noqa: S301  our own file
    wanted = list(dict.fromkeys(texts))
    if new := [t for t in wanted if t not in known]:
        parser = parse.load("compact")
        for text in new:
            paragraphs = segment.paragraphs(text)
            spans = [(s, e, p) for p, (start, end) in enumerate(paragraphs) for s, e in segment.sentences(text, start, end)]
            known[text] = (paragraphs, parser.parse(text, [(i, *span) for i, span in enumerate(spans)]))
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(known, protocol=5))
    return {t: Document(Article(t), tuple(known[t][0]), tuple(known[t][1])) for t in wanted}


def held_by(document: Document, source: Span | None, rules: StanceRules) -> str:
    """The label of the holder's attitude toward the first target of ``rules``; neutral where the holder is not in the text."""
    reader = Reader(document, rules)
    found: list[Clue] = []
    for s in reader.document.sentences:
        holder = frozenset(s.tokens_in(*source)) if source else NOTHING
        if not holder:
            continue
        names = reader.names(s, reader.targets[0])
        said, cue = reported(s, holder, rules)
        holds = {i: h for i, h in names.holds.items() if i not in holder}
        scene = Scene((Part(s, said, holder, cue),), (), False, frozenset())
        view = View(scene, scene.parts[0], names, holds, reader.predicates(s), rules, False, 0.0)
        found += [*collect(view), *deeds(view, holder)]
    return decide(found, rules)[0]


def reported(s: Sentence, holder: frozenset[int], rules: StanceRules) -> tuple[frozenset[int], int | None]:
    """The tokens of what the holder says or thinks in a sentence, and the verb that reports it."""
    said: set[int] = set()
    cue = None
    for i, token in enumerate(s.tokens):
        speaks = token.upos == "VERB" and (
            token.lemma.lower() in rules.words["thinkers"] or token.lemma.lower() in rules.words["requests"]
        )
        if speaks and any(x in holder for x, _, _ in subjects(s, i)):
            cue = i
            for child in s.children(i, "ccomp", "xcomp", "parataxis"):
                said.update(s.subtree(child))
    return frozenset(said), cue


def deeds(view: View, holder: frozenset[int]) -> Iterator[Clue]:
    """What the holder does to the target: "the union sanctioned Russia"."""
    for p in view.predicates:
        found = arguments(view.s, p, view.rules)
        does = any(a.role == "agent" and (a.token in holder or owned(view.s, a.token, holder)) for a in found)
        if does and any(a.role == "theme" and bearer(view.s, view.holds, a.token) for a in found):
            scope = view.scope(p, False)
            yield clue(view, p, "deed", (p.entry.holder or DEED * p.entry.agent) * scope.value, scope)


def owned(s: Sentence, token: int, holder: frozenset[int]) -> bool:
    """Whether a phrase is the holder's: "the union's sanctions"."""
    return any(c in holder for c in s.children(token, "nmod:poss", "amod", "compound", "flat"))


def spoken_of(document: Document, marked: Sequence[Span], rules: StanceRules) -> str:
    """The label of what a text says of the words ``marked`` in it."""
    generic = replace(rules.targets[0], aliases={})
    reader = Reader(document, rules)
    found: list[Clue] = []
    for s in reader.document.sentences:
        holds = named(s, marked, generic, rules)
        every = frozenset(range(len(s.tokens)))
        sources = frozenset(
            x for i in every for x, _, _ in subjects(s, i) if s.tokens[i].lemma.lower() in rules.words["thinkers"]
        )
        part = Part(s, every - sources, sources - holds.keys(), None)
        scene = Scene((part,), (), False, frozenset())
        found += collect(View(scene, part, Names((), holds, NOTHING), holds, reader.predicates(s), rules, True, 0.0))
    return decide(found, rules)[0]


def named(s: Sentence, marked: Sequence[Span], target: Target, rules: StanceRules) -> dict[int, Hold]:
    """The holds of a sentence on the marked words and on their last word where it stands alone ("Mr Lee … Lee")."""
    inside = {i for span in marked for i in s.tokens_in(*span)}
    names = {s.tokens[i].text for i in inside if s.tokens[i].upos == "PROPN" and i + 1 not in inside}
    holds: dict[int, Hold] = {}
    for i, token in enumerate(s.tokens):
        if i in inside or (token.upos == "PROPN" and token.text in names):
            holds[i] = Hold(i, i, "is", 1.0, "leader")
            climb(s, holds, holds[i], target, rules)
    return holds


def report(name: str, examples: Sequence[Example], said: Sequence[str], errors: int) -> None:
    """Print the figures and the first errors."""
    gold = [e.label for e in examples]
    print(f"{name}, {len(examples)} sentences: {json.dumps(figures(gold, said))}")
    wrong = [(e, label) for e, label in zip(examples, said, strict=True) if e.label != label.replace("no_target", "neutral")]
    for e, label in wrong[:errors]:
        print(f"  gold {e.label}, said {label}: {e.item.text.strip()}")


def main(argv: Sequence[str] | None = None) -> None:
    """Command line."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--parses", type=Path, default=Path(".cache/proto"))
    ap.add_argument("--shared", type=Path, default=SHARED)
    ap.add_argument("--sets", nargs="+", default=["dse_train", "dse_test", "newsmtsc_devtest_rw", "newsmtsc_devtest_mt"])
    ap.add_argument("--errors", type=int, default=0, help="print as many errors of each set")
    args = ap.parse_args(argv)
    rules = stance.load(data.rules_folder(), ["russia"])
    for name in args.sets:
        examples = directed(name, args.shared)
        if name.startswith("dse"):
            examples = [e for e in examples if RUSSIA.search(e.item.text[slice(*e.item.mentions[0][:2])])]
        documents = parsed(name, (e.item.text for e in examples), args.parses)
        if name.startswith("dse"):
            said = [held_by(documents[e.item.text], e.item.source, rules) for e in examples]
        else:
            said = [spoken_of(documents[e.item.text], [m[:2] for m in e.item.mentions], rules) for e in examples]
        report(f"{name}, {'Russia' if name.startswith('dse') else 'persons and bodies'} as target", examples, said, args.errors)


if __name__ == "__main__":
    main()
