"""The staged articles are whole, and what is counted on them is counted right."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from quotes.extractor import Extractor
from quotes.options import Options
from tools import staged

ARTICLES = list(staged.articles())
LEARNED = list(staged.articles(files=staged.LEARNED))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """The product as it is."""
    return Extractor(Options())


def test_every_span_lies_in_its_text_and_follows_the_one_before() -> None:
    everything = [*ARTICLES, *LEARNED]
    assert len({a["id"] for a in everything}) == len(everything) > 1500
    for article in everything:
        for number, quote in enumerate(article["quotes"]):
            assert quote["segments"]
            for start, end in quote["segments"]:
                assert article["text"][start:end].strip(), (article["id"], number)
            assert all(a[1] < b[0] for a, b in pairwise(quote["segments"]))
            assert quote.get("continues", -1) < number
            assert quote["type"] in ("person", "body", "group", "document", "place", "unknown")


def test_a_stance_has_its_votes_and_what_the_guide_asks() -> None:
    signed = ("critical", "supportive", "mixed")
    for quote in (q for a in (*ARTICLES, *LEARNED) for q in a["quotes"] if q.get("stance")):
        assert quote["quotation"]
        assert quote["stance"] in (*signed, "neutral", "no_target")
        assert quote["stance"] in quote["votes"]
        assert (quote["strength"] > 0) == (quote["stance"] in signed)
        assert quote["evidence"] in ("explicit", "pronoun", "context", "none")


def test_parts_share_no_article() -> None:
    opened, kept = ({a["id"] for a in staged.articles(part)} for part in ("open", "kept"))
    assert not opened & kept
    assert len(opened | kept) == len(ARTICLES)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("Judge Maura Larkin", "Maura Larkin", True),
        ("Zoë Lind", "Zoe Lind’s", True),
        ("the crew at Quay Bakery", "team", False),
        ("Premier's Office", "PO", True),
        ("Ruth Mercer", "Gary Holt", False),
        (None, None, True),
        ("Lind", None, False),
    ],
)
def test_names_are_compared_by_their_words(gold: str | None, said: str | None, same: bool) -> None:
    assert staged.alike(gold, said) is same


def gold(words: str, text: str, **more: Any) -> dict[str, Any]:
    """A pair of marks of the gold."""
    start = text.index(words)
    plain = {"segments": [[start, start + len(words)]], "quotation": True, "speaker": None, "type": "person", "role": None}
    return plain | more


def test_figures_count_wrong_speakers_false_quotations_and_missed_signs(extractor: Extractor) -> None:
    text = (
        'The film "The Long Winter" opens in May.\n\n"Russia has lied to all of us," Mary Lind said.\n\n"We lost," Bob Ross said.'
    )
    article = {
        "id": "x-1",
        "text": text,
        "quotes": [
            gold("The Long Winter", text, quotation=False),
            gold("Russia has lied to all of us,", text, speaker="Mary Lind", stance="critical"),
            gold("We lost,", text, speaker="Ann Olsen"),
        ],
    }
    found = list(staged.matches(extractor, article))
    counted = staged.speakers(found)
    assert counted["quotations"] == 2
    assert counted["found"] == 100.0
    assert counted["speaker recall"] == 50.0
    assert counted["speaker precision"] == 50.0
    assert counted["given at 0.9"] == 100.0
    assert staged.stances(found)["critical"] == 100.0
    assert list(staged.errors(found, 9)) == ["x-1: Ann Olsen speaks, not Bob Ross (0.97): 'We lost,'"]


def test_errors_of_the_kept_part_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        staged.main(["--part", "kept", "--errors", "3"])
    assert "--part open" in capsys.readouterr().err


def test_the_product_knows_who_speaks_in_news_of_other_papers(extractor: Extractor) -> None:
    found = [m for a in ARTICLES[::12] for m in staged.matches(extractor, a)]
    counted = staged.speakers(found)
    assert counted["quotations"] > 150
    assert counted["found"] >= 90
    assert counted["speaker precision"] >= 82
    assert counted["right at 0.9"] >= 88
