"""The program that scores speakers' names on paragraphs, on invented items."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.model import Speaker
from tools.gold import placed
from tools.names import Judged, misses, occurrences, of_sources, read_items, same_name, table

ITEM = {
    "id": "x#1",
    "previous": "Ana Ruiz came late.",
    "paragraph": '"We will pay," she said.',
    "next": None,
    "quote_start": 1,
    "quote_end": 13,
    "speaker": "Ana Ruiz",
    "speaker_mention": "she",
}


def judged(own: str | None, told: str | None, *, agrees: bool) -> Judged:
    text, quote = placed(ITEM)
    given = ("she", Speaker(told, rule="pronoun"))
    return Judged(ITEM, text, quote, ("she", Speaker(own)), given, "after-np-verb", agrees)


def equal(gold: str, pred: str | None) -> bool:
    return gold == pred


def test_the_quotation_is_found_in_the_joined_paragraphs() -> None:
    text, (start, end) = placed(ITEM)
    assert text == 'Ana Ruiz came late.\n\n"We will pay," she said.'
    assert text[start:end] == "We will pay,"


def test_the_nearest_occurrence_comes_first_and_quoted_ones_last() -> None:
    text = 'Lind left. "Lind lied," Lind said.'
    quote = (12, 22)
    assert [text[:s].count("Lind") for s, _ in occurrences(text, "Lind", quote)] == [2, 0, 1]
    assert occurrences(text, None, quote) == []
    assert occurrences("Lindqvist left.", "Lind", (0, 1)) == []


def test_the_table_counts_both_judgements() -> None:
    results = [judged("Ana Ruiz", "Ana Ruiz", agrees=True), judged("Per Dahl", "Ana Ruiz", agrees=False)]
    got = table(results, equal)
    assert got["name"] == (1, 2)
    assert got["mention"] == (1, 2)
    assert got["name, mention right"] == (1, 1)
    assert got["name, mention given"] == (2, 2)


def test_misses_are_shown_by_their_cause() -> None:
    results = [judged("Per Dahl", "Ana Ruiz", agrees=False), judged("Per Dahl", "Per Dahl", agrees=True)]
    assert len(list(misses(results, equal, "mention"))) == 1
    (line,) = misses(results, equal, "name")
    assert "want 'Ana Ruiz' got 'Per Dahl'" in line


def test_weights_of_sources_are_told_from_the_others() -> None:
    assert of_sources("source_floor")
    assert not of_sources("named_in_words")


@pytest.mark.shared
def test_items_have_speakers(shared: Path) -> None:
    items = read_items(shared)
    assert len(items) > 1000
    same = same_name(shared)
    assert all(same(item["speaker"], item["speaker"]) for item in items)
