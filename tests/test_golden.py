"""The sample articles through the whole extractor and its bundled parser: against their gold, and against last time.

``pytest tests/test_golden.py --update-golden`` writes the golden files anew; read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from quotes import Extractor, Options, read
from quotes.model import Article, Quotation, Result, Span
from tests import annotated
from tests.annotated import Case, Statement

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
CASES = annotated.read_all(HERE / "cases" / "marked")
NAMES = [case.name for case in CASES]
STATEMENTS = [(case, statement) for case in CASES for statement in case.statements if statement.kind != "optional"]
SIGNS = {"critical": -1, "supportive": 1}

KNOWN: dict[tuple[str, int, str], str] = {
    ("sanctions_capital", 12, "name"): "'quoted him': the analyst who spoke last, not the president of the sentence before",
    ("courier_single", 7, "name"): "'who gave her name only as Anna' names the teenager",
}
"""What fails today, by article, statement and figure, and why. Strict: an entry that passes again must go."""


def figures(figure: str) -> list[object]:
    """The statements for which the figure is asked, the known failures marked as such."""
    asked = {
        "words": STATEMENTS,
        "mention": [(c, s) for c, s in STATEMENTS if s.mentions],
        "name": [(c, s) for c, s in STATEMENTS if s.name],
        "sign": [(c, s) for c, s in STATEMENTS if s.stance],
    }[figure]
    out: list[object] = []
    for case, statement in asked:
        why = KNOWN.get((case.name, statement.number, figure))
        marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
        out.append(pytest.param(case, statement, id=f"{case.name}-{statement.number}", marks=marks))
    return out


@pytest.fixture(scope="module")
def results(articles: Path) -> dict[str, Result]:
    """What the extractor says of every sample article."""
    options = Options()
    found = [a for a in read.read([str(articles)], options) if isinstance(a, Article)]
    return {Path(r.article.source or "").stem: r for r in Extractor(options).run(found)}


def overlap(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(e, y) - max(s, x)) for s, e in spans for x, y in others)


def best(result: Result, statement: Statement) -> Quotation:
    """The extracted quotation that shares most with the statement."""
    found = max(result.quotations, key=lambda q: overlap(q.attribution.segments, statement.segments))
    assert overlap(found.attribution.segments, statement.segments), "not found"
    return found


def words_of(name: str | None) -> set[str]:
    flat = re.sub(r"['’]s\b", "", (name or "").lower())
    return set(re.findall(r"\w+", flat)) - {"the", "a", "an"}


@pytest.mark.parametrize("name", NAMES)
def test_article_is_processed(results: dict[str, Result], name: str) -> None:
    assert results[name].reject is None


@pytest.mark.parametrize(("case", "statement"), figures("words"))
def test_words_are_found(results: dict[str, Result], case: Case, statement: Statement) -> None:
    covered = sum(overlap(q.attribution.segments, statement.segments) for q in results[case.name].quotations)
    assert covered >= 0.95 * sum(e - s for s, e in statement.segments)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=c.name, marks=[pytest.mark.xfail(reason=KNOWN[c.name, 0, "nothing else"], strict=True)])
        if (c.name, 0, "nothing else") in KNOWN
        else pytest.param(c, id=c.name)
        for c in CASES
    ],
)
def test_nothing_else_is_found(results: dict[str, Result], case: Case) -> None:
    gold = [span for statement in case.statements for span in statement.segments]
    others = [s for q in results[case.name].quotations for s in q.attribution.segments if not overlap([s], gold)]
    assert [case.text[s:e] for s, e in others] == []


@pytest.mark.parametrize(("case", "statement"), figures("mention"))
def test_speaker_mention(results: dict[str, Result], case: Case, statement: Statement) -> None:
    mention = best(results[case.name], statement).attribution.mention
    assert mention is not None, "no speaker"
    wanted = [case.text[s:e] for s, e in statement.mentions]
    assert overlap([(mention.start, mention.end)], statement.mentions), (case.text[mention.start : mention.end], wanted)


@pytest.mark.parametrize(("case", "statement"), figures("name"))
def test_speaker_name(results: dict[str, Result], case: Case, statement: Statement) -> None:
    name = best(results[case.name], statement).speaker.name
    wanted, got = words_of(statement.name), words_of(name)
    assert got, "no name"
    assert wanted <= got or got <= wanted, (name, statement.name)


@pytest.mark.parametrize(("case", "statement"), figures("sign"))
def test_stance_sign(results: dict[str, Result], case: Case, statement: Statement) -> None:
    """The sign toward Russia is never the wrong way round; neutral instead of a sign is the evaluation's business."""
    label = best(results[case.name], statement).stances[0].label
    assert SIGNS.get(label, 0) * SIGNS.get(statement.stance or "", 0) >= 0, label


@pytest.mark.parametrize("name", NAMES)
def test_golden(results: dict[str, Result], cases: Path, name: str, pytestconfig: pytest.Config) -> None:
    path = cases / "golden" / f"{name}.json"
    now = json.dumps([line(results[name], q) for q in results[name].quotations], ensure_ascii=False, indent=1) + "\n"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
    then = path.read_text(encoding="utf-8")
    diff = difflib.unified_diff(then.splitlines(), now.splitlines(), "last time", "now", lineterm="", n=9)
    assert now == then, "\n" + "\n".join(diff) + "\n(if this is better: pytest tests/test_golden.py --update-golden)"


def line(result: Result, quotation: Quotation) -> dict[str, object]:
    """What must not change unseen: the decision at every stage and the rule behind it; no confidence, no score."""
    text, said, speaker, stance = result.article.text, quotation.attribution, quotation.speaker, quotation.stances[0]
    return {
        "words": [text[s:e] for s, e in said.segments],
        "kind": said.kind,
        "statement": said.statement,
        "repeated": said.repeated,
        "cue": said.cue and said.cue.lemma,
        "mention": said.mention and text[said.mention.start : said.mention.end],
        "attribution_rule": said.rule,
        "speaker": speaker.name,
        "role": speaker.role,
        "type": speaker.type,
        "resolution_rule": speaker.rule,
        "flags": [*said.flags, *speaker.flags],
        "stance": stance.label,
        "target_evidence": stance.target_evidence,
        "own_side": stance.own_side,
        "alignment": stance.alignment,
        "stance_evidence": [f"{clue.rule}: {clue.text}" for clue in stance.evidence],
    }
