"""Which sentences are worth a parse."""

from __future__ import annotations

import time

import pytest

from quotes import candidates, marks, segment


def chosen(text: str) -> list[str]:
    """The sentences selected for a parse."""
    paragraphs = segment.paragraphs(text)
    spans = [(s, e, p) for p, (a, b) in enumerate(paragraphs) for s, e in segment.sentences(text, a, b)]
    picked = candidates.select(text, paragraphs, spans, marks.find(text, paragraphs))
    assert picked == sorted(set(picked))
    assert all(0 <= i < len(spans) for i in picked)
    return [text[spans[i][0] : spans[i][1]] for i in picked]


FILLER = "\n\n".join(f"The river rose by {n} centimetres in the night." for n in range(2, 30))


def test_without_marks_nothing_is_parsed() -> None:
    assert chosen("Ana Ruiz said she would pay. He left.") == []
    assert chosen("") == []


def test_the_sentence_that_quotes_and_the_beginning() -> None:
    text = f'Flood hits the valley.\n\nA dam broke.\n\n{FILLER}\n\n"We were not warned," one farmer said.\n\n{FILLER}'
    got = chosen(text)
    assert '"We were not warned," one farmer said.' in got
    assert "Flood hits the valley." in got
    assert len(got) <= 4


def test_a_name_with_its_office_is_parsed_however_it_is_spelled() -> None:
    office = "On Friday the harbour chief Lo Min-ra drove to the coast."
    got = chosen(f'Lo Min Ra met the fishers.\n\n{FILLER}\n\n{office}\n\n{FILLER}\n\n"We will build," Ra said.\n\n{FILLER}')
    assert office in got
    assert len(got) <= 5


def test_a_government_called_after_somebody_is_no_full_name() -> None:
    full = "Critics tried to challenge the president of Norland, Per Holm, in the vote."
    embassy = "Ruth Okema was ambassador to the United Republics of the Holm government."
    parts = ("It rained.", "It snowed.", full, FILLER, embassy, FILLER, 'Holm called them "traitors to all".', FILLER)
    assert full in chosen("\n\n".join(parts))


def test_the_names_that_head_a_list_are_parsed() -> None:
    entry = "– Forecast: two years\n\n– Outlook: dark\n\n– After the storm, “it will be late, as ever” in the north\n\n"
    got = chosen(f"{FILLER}\n\nAnna Lind, Harbour Institute\n\n{entry}Jan Ruiz, Coast Bank\n\n{entry}{FILLER}")
    assert "Anna Lind, Harbour Institute" in got
    assert "Jan Ruiz, Coast Bank" in got


def test_a_bare_quotation_takes_its_neighbours() -> None:
    text = f'{FILLER}\n\nThe mayor added:\n\n"We were not warned by anybody."\n\nOne farmer agreed.\n\n{FILLER}'
    got = chosen(text)
    assert "The mayor added:" in got
    assert "One farmer agreed." in got


def test_a_fragment_without_a_cue_takes_the_report_before_it() -> None:
    report = "The quay was lost, the mayor said."
    quoting = 'A new one would cost "the price of a small town".'
    assert report in chosen(f"{FILLER}\n\nIt rained. {report} {quoting}\n\n{FILLER}")
    assert report not in chosen(f"{FILLER}\n\nIt rained. {report}\n\n{quoting}\n\n{FILLER}")
    assert report not in chosen(f"{FILLER}\n\nIt rained. {report} {quoting[:-1]}, Ana Ruiz said.\n\n{FILLER}")


def test_a_sentence_with_its_own_attribution_takes_none() -> None:
    text = f'{FILLER}\n\nThe weather was bad.\n\n"We were not warned," one farmer said.\n\nRain fell.\n\n{FILLER}'
    got = chosen(text)
    assert "The weather was bad." not in got
    assert "Rain fell." not in got


@pytest.mark.parametrize("behind", ["The mayor stated this on Monday.", "This was said by the mayor.", "So says the mayor."])
def test_the_sentence_behind_that_takes_the_words_up(behind: str) -> None:
    text = f'{FILLER}\n\nThe bridge will stay "open for all". {behind} Rain fell.\n\n{FILLER}'
    got = chosen(text)
    assert behind in got
    assert "Rain fell." not in got


def test_the_full_form_of_a_name_near_a_quotation() -> None:
    text = f'{FILLER}\n\nMayor Ana Maria Ruiz inspected the dam.\n\n{FILLER}\n\n"We were not warned," Ruiz said.'
    assert "Mayor Ana Maria Ruiz inspected the dam." in chosen(text)


def test_the_full_form_may_come_later() -> None:
    text = f'{FILLER}\n\n"We were not warned," Ruiz said.\n\n{FILLER}\n\nAna Ruiz was elected in 2019.'
    assert "Ana Ruiz was elected in 2019." in chosen(text)


def test_the_last_full_form_of_a_bare_family_name() -> None:
    """Another bearer of the name has the longer one ("Senator Dale Whitcomb")."""
    quoting = '"I will not go," Mrs. Whitcomb said.'
    text = f"Senator Dale Marcus Whitcomb left.\n\n{FILLER}\n\nEllen Whitcomb stayed. It rained.\n\n{FILLER}\n\n{quoting}"
    assert "Ellen Whitcomb stayed." in chosen(text)


def test_what_stands_before_a_description_with_a_state() -> None:
    text = f'{FILLER}\n\nNorway\'s Anna Berg came.\n\n"We share a border," the Norwegian minister said.\n\n{FILLER}'
    assert "Norway's Anna Berg came." in chosen(text)


@pytest.mark.parametrize(
    ("source", "looks_back"),
    [
        ("the NATO chief said", True),
        ("the EU's top diplomat said", True),
        ("the lawmaker told the Herald", True),
        ("Norway's top diplomat added", True),
        ("Norway's Anna Dahl added", False),
        ("the Kremlin said", False),
        ("the Kremlin repeatedly warned", False),
        ("the Kolm Embassy in Oslo said", False),
    ],
)
def test_names_within_a_description_are_no_source(source: str, looks_back: bool) -> None:
    text = f'{FILLER}\n\nAnna Berg came late. "We share a border," {source}.\n\n{FILLER}'
    assert ("Anna Berg came late." in chosen(text)) is looks_back


def test_what_a_pronoun_may_take_up() -> None:
    text = f'{FILLER}\n\nA baker ran out. Snow fell. It was cold.\n\n"We were not warned," she said.'
    got = chosen(text)
    assert "A baker ran out." in got


def test_whose_envoy_speaks() -> None:
    text = f'{FILLER}\n\nNorway stayed away. "It is late," its envoy told members.'
    assert "Norway stayed away." in chosen(text)
    assert "Norway stayed away." not in chosen(text.replace("its envoy", "envoy Ana Ruiz"))


def test_the_noun_of_a_description() -> None:
    text = f'{FILLER}\n\nA trade minister came by train.\n\n{FILLER}\n\n"We were not warned," the minister said.'
    assert "A trade minister came by train." in chosen(text)


@pytest.mark.parametrize(
    "unit", ['"Yes," Ana Ruiz said. ', 'Ana Ruiz met Bo Lind. "No," he said.\n\n', '"', "Ana ", "The Ana ", "Ana’s "]
)
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(times: int) -> float:
        text = '"Yes," said the mayor and ' + unit * times
        paragraphs = segment.paragraphs(text)
        spans = [(s, e, p) for p, (a, b) in enumerate(paragraphs) for s, e in segment.sentences(text, a, b)]
        quoted = marks.find(text, paragraphs)
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            candidates.select(text, paragraphs, spans, quoted)
            best = min(best, time.process_time() - begin)
        return best

    short, long = seconds(250), seconds(2000)
    assert long < 0.05 + 24 * short
