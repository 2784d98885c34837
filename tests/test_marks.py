"""Marks: the spans between quotation marks, and what only looks like a mark."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from quotes.marks import find
from quotes.model import Quoted, Span

_LINE = re.compile(r"[^\n]+")


def spans(text: str, start: int = 0) -> list[Quoted]:
    return find(text, [m.span() for m in _LINE.finditer(text)], start)


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in spans(text)]


DOUBLE = [
    ('Mr Orlov said: "We will not wait."', ["We will not wait."]),
    ("Mr Orlov said: “We will not wait.”", ["We will not wait."]),
    ("Mr Orlov said: «We will not wait».", ["We will not wait"]),
    ("Herr Brandt said: „We will not wait“.", ["We will not wait"]),
    ("Herr Brandt said: »We will not wait«.", ["We will not wait"]),
    ("He said ``we will not wait'' and left.", ["we will not wait"]),
    ("''We will not wait,'' he said. ''Not now.''", ["We will not wait,", "Not now."]),
    ("The minister spoke of ‟a final offer”.", ["a final offer"]),
    ('"No," she said, "never."', ["No,", "never."]),
    ('no room for “closed military blocs."', ["closed military blocs."]),
    ('He promised "full support” to the army.', ["full support"]),
    ('They called it "a farce"—and left.', ["a farce"]),
    ('("I want my dues back," wrote Elena Marsh.)', ["I want my dues back,"]),
    ('"$5 billion" was "not enough", he said.', ["$5 billion", "not enough"]),
    ('". . . and then we wait," the letter said.', [". . . and then we wait,"]),
    ('"So what?" said Harry Lund.', ["So what?"]),
    ("\x93It\x92s over,\x94 said Lund.", ["It\x92s over,"]),
    ('"I think," he said, "that—" "No!" she cried. "Why?" "Because."', ["I think,", "that—", "No!", "Why?", "Because."]),
    ('The 5" pipe and the 12" record: "All gone," he said.', ["All gone,"]),
]

DOUBLED = [
    ("‘‘The crew died there,’’ Foley said. ‘‘It was late.’’", ["The crew died there,", "It was late."]),
    ("Dean Lund saw a ‘‘flash of blue’’ as he turned.", ["flash of blue"]),
    ("‘‘No plan is good.\n‘‘We will see,’’ she said.", ["No plan is good.", "We will see,"]),
    ("‘‘I don’t know the Lunds’ house,’’ Foley said. ‘‘It’s theirs.’’", ["I don’t know the Lunds’ house,", "It’s theirs."]),
    ("‘‘He told me ‘go home’ and I went,’’ she said.", ["He told me ‘go home’ and I went,"]),
    ("‘‘I told them, ‘This is it,’’’ Lund said. ‘‘We go.’’", ["I told them, ‘This is it,’", "We go."]),
    ("‘‘‘Go home’ is what he said,’’ she told the court.", ["‘Go home’ is what he said,"]),
    ("“It was fast,” he said of the ‘‘flash’’ on the road.", ["It was fast,", "flash"]),
    ("``Not now,’’ he said. ``We’ll see.’’", ["Not now,", "We’ll see."]),
    ("’’Not now,’’ the mayor said. ’’It’s late.’’", ["Not now,", "It’s late."]),
    ("He called it ‘the parties’’.", ["the parties’"]),
    ("Lund is 6’3’’ tall and the boys’ and girls’ schools’ heads’ cars are his.", []),
]
"""Single marks typed twice for a double one; and single marks that meet."""

MIRRORED = [
    ('The town was lost." We had to go, "she said." There was no time, "she added.', ["We had to go,", "There was no time,"]),
    ('We had to go, "said Anna Lind." There was no time.', ["We had to go,", "There was no time."]),
    ('"We had to go, "she said. "There was no time."', ["We had to go,", "There was no time."]),
    ("The town was lost.” We had to go, “Lind said. He left.", ["We had to go,"]),
    ('“We had to go,” he said. The mayor heard it." There was no time, "she added.', ["We had to go,", "There was no time,"]),
    (
        '"We had to go," she said. "It was late. Men left." There was no time, "she added.',
        ["We had to go,", "It was late. Men left.", "There was no time,"],
    ),
    ('The year was" bad ", Lind said. It was" the end "for many.', ["bad", "the end"]),
    ('The so-called "Norden Pact", signed in May, was" the end of it ", he wrote.', ["Norden Pact", "the end of it"]),
    (
        'Lind flew in. " . . . I want a mayor who listens. We need one." He left.',
        [". . . I want a mayor who listens. We need one."],
    ),
    ('Lind recalled, "He said I had to go."', ["He said I had to go."]),
    ('Lind told us in May, "I said to them that we had to go."', ["I said to them that we had to go."]),
    ('"We had to go," she said. "There was no time," Lind added.', ["We had to go,", "There was no time,"]),
]
"""Blanks on the wrong side of the marks, which the reporter's clause behind one gives away; and what only looks so."""

WRONG_WAY = [
    ("”We will not wait,” said Lund.", ["We will not wait,"]),
    ("“We will not wait,“ said Lund. He left.", ["We will not wait,"]),
    ("The tariff is “a gift to Moscow“ and must go.", ["a gift to Moscow"]),
    ("““We will not wait,”” said Lund.", ["We will not wait,"]),
    ('""We will not wait,"" said Lund.', ["We will not wait,"]),
    ('" We will not wait, " said Lund.', ["We will not wait,"]),
    ("« We will not wait », said Lund.", ["We will not wait"]),
    ('"We will not wait,"he said."The bridge is ours."', ["We will not wait,", "The bridge is ours."]),
    ('The envoy said:"We will not wait."', ["We will not wait."]),
    ('"We will wait."“You will not,” the other replied.', ["We will wait.", "You will not,"]),
    (
        '"Yes,"he said. Rome "will not bend to others "and had no wish for the "yes sir "diplomacy. "No!"She left.',
        ["Yes,", "will not bend to others", "yes sir", "No!"],
    ),
]

CROSSED = [
    ("‘It is late,” she said. “We go.”", ["It is late,", "We go."]),
    ("“It is late,’ she said. “We go.”", ["It is late,", "We go."]),
    ('"It is late,\' she said. "We go."', ["It is late,", "We go."]),
    ("'It is late,\" she said. 'We go.'", ["It is late,", "We go."]),
    ("“He said go home,’ and I went,” she said.", ["He said go home,’ and I went,"]),
    ("“We will see. The parties’ plan is gone.\n“We go.”", ["We will see. The parties’ plan is gone.", "We go."]),
    ("He spoke.\n”Yes, I have gone.\n”You see, it is late.”", ["Yes, I have gone.", "You see, it is late."]),
    ("“We go. It is late.\n” he said. “No.”", ["We go. It is late.", "No."]),
]
"""Marks closed by those of another kind, and a paragraph that a closing mark opens."""

FOR_APOSTROPHES = [
    ('Councillor Moran"s shop was open for Mother"s Day on Sunday.', []),
    ('Moran"s shop didn"t open. "We go," he said.', ["We go,"]),
    ('"I"m here and I don"t go," he said. "We go."', ['I"m here and I don"t go,', "We go."]),
    ('The "Herald"s view is plain.', ["Herald"]),
    ('He said "yes"s are rare.', ["yes"]),
]
"""Double marks typed for apostrophes, and what only looks so."""

NESTED = [
    ("“He told me ‘go home’ and I went,” she said.", ["He told me ‘go home’ and I went,"]),
    ("\"He told me 'go home' and I went,\" she said.", ["He told me 'go home' and I went,"]),
    ("“He told me ‘go home.’”", ["He told me ‘go home.’"]),
    ("\"It is what they call 'a flight to safety,' \" Ms Reyes said.", ["It is what they call 'a flight to safety,'"]),
    ('"I said "no" to him," she said.', ['I said "no" to him,']),
    ('"The host of “Night Talk” left," she said.', ["The host of “Night Talk” left,"]),
    ("«He called it “a mistake”», said Orlov.", ["He called it “a mistake”"]),
    ("‘He called it “a mistake”,’ said Orlov. ‘It’s over.’", ["He called it “a mistake”,", "It’s over."]),
]

SINGLE = [
    ("'We don't back the parties' plan,' he said. 'It's Yoon's.'", ["We don't back the parties' plan,", "It's Yoon's."]),
    ("‘We don’t back the parties’ plan,’ he said. ‘It’s Yoon’s.’", ["We don’t back the parties’ plan,", "It’s Yoon’s."]),
    ("Kim hailed the 'fiery friendship' of the nations' leaders.", ["fiery friendship"]),
    ("She called the '90s 'a lost decade' for farmers.", ["a lost decade"]),
    ("He gave '54 times more' than in '08, they claim.", ["54 times more"]),
    ("'Get 'em out,' the driver shouted, 'and let 'em walk.'", ["Get 'em out,", "and let 'em walk."]),
    ("Ms Ward, 'a rock 'n' roll fan', sang.", ["a rock 'n' roll fan"]),
    ("The boys' father said 'no'.", ["no"]),
    ("The 'Iron Lady' of '79, whose ministers' wives' parties were legend, said 'no'.", ["Iron Lady", "no"]),
    ("US' ally Japan said 'it's fine', and the US' decision was 'the boss's own'.", ["it's fine", "the boss's own"]),
    ("'It's the farmers' union that's lyin',' he said.", ["It's the farmers' union that's lyin',"]),
    ("'Round the clock,' he said, 'from noon 'til ten.'", ["Round the clock,", "from noon 'til ten."]),
    ("He respects Sanders' 'passion and commitment' but not the plan.", ["passion and commitment"]),
    ("`We will not wait,' said Lund. `Never.'", ["We will not wait,", "Never."]),
]

NO_MARKS = [
    "The workers' union said it's the ministers' fault, y'all.",
    "Those were the '80s and the ’90s in rock 'n' roll.",
    "Trump is 6'3\" tall and his desk is 5' 10'' long; she is 5'4\".",
    "O'Neill's and D'Angelo's in '08.",
    "Let 'em talk, 'tis nothin' new.",
    "The Post 's report did not name him.",
    '<a href="https://example.org/a" rel="nofollow">here</a>',
    "He stood 7' high.",
    '"',
    "”",
    '""',
    "''",
    "“ ”",
    "",
]


@pytest.mark.parametrize(
    ("text", "expected"), DOUBLE + DOUBLED + MIRRORED + WRONG_WAY + CROSSED + FOR_APOSTROPHES + NESTED + SINGLE
)
def test_spans(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", NO_MARKS)
def test_no_spans(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ('"So," he said.', "double"),
        ("“So,” he said.", "double"),
        ("'So,' he said.", "single"),
        ("«So», he said.", "guillemet"),
        ("„So“, he said.", "low"),
        ("''So,'' he said.", "tick"),
    ],
)
def test_style_names_the_mark(text: str, style: str) -> None:
    assert [q.style for q in spans(text)] == [style]


def test_offsets_with_and_without_marks() -> None:
    text = 'He said: " We wait. " Then he left.'
    (q,) = spans(text)
    assert text[q.start : q.end] == "We wait."
    assert text[q.outer_start : q.outer_end] == '" We wait. "'
    assert q.closed
    assert not q.continues


def test_double_marks_decide_the_house_style() -> None:
    text = '"The parties\' leaders met," he said.\n\n'
    text += "It was the voters' choice, and 'they knew it well', a 'poll' said.\n\n\"Fine,\" she said."
    assert words(text) == ["The parties' leaders met,", "they knew it well", "Fine,"]


class TestParagraphs:
    def test_quotation_of_several_paragraphs(self) -> None:
        first, second, third = spans("“We came at night.\n\n“The bridge was gone.\n\n“We swam,” he said.")
        assert (first.closed, second.closed, third.closed) == (False, False, True)
        assert (first.continues, second.continues, third.continues) == (False, True, True)
        assert (first.paragraph, second.paragraph, third.paragraph) == (0, 1, 2)

    @pytest.mark.parametrize("mark", ["‘’", "''"])
    def test_several_paragraphs_in_single_marks_full_of_apostrophes(self, mark: str) -> None:
        text = "‘We don’t know,’ said Marsh. ‘It’s the parties’ fault.\n\n"
        text += "‘And the voters’ patience won’t last.\n\n‘That’s all,’ she said."
        text = text.replace("‘", mark[0]).replace("’", mark[1])
        found = [w.replace("'", "’") for w in words(text)]
        assert found == ["We don’t know,", "It’s the parties’ fault.", "And the voters’ patience won’t last.", "That’s all,"]
        assert [q.continues for q in spans(text)] == [False, False, True, True]

    def test_new_quotation_after_a_closed_one_does_not_continue(self) -> None:
        assert [q.continues for q in spans('"We came."\n\n"We left," he said.')] == [False, False]

    def test_unclosed_quotation_ends_with_its_paragraph(self) -> None:
        text = 'He said: "We came at night.\n\nThe army denied it.\n\n"Not so," its spokesman said.'
        assert words(text) == ["We came at night.", "Not so,"]
        assert [q.closed for q in spans(text)] == [False, True]
        assert [q.continues for q in spans(text)] == [False, False]

    @pytest.mark.parametrize(
        "odd", ['The "odd mark stands here.', 'The odd" mark stands here.', "The odd mark stands here. “", "An odd » mark."]
    )
    def test_odd_mark_costs_only_its_paragraph(self, odd: str) -> None:
        before, after = '"One two," she said. "Three."', 'He replied: "Four five."'
        found = words(f"{before}\n\n{odd}\n\n{after}")
        assert found[:2] == ["One two,", "Three."]
        assert found[-1] == "Four five."

    def test_odd_mark_inside_a_paragraph_of_quotations(self) -> None:
        assert words('"One two," she said. "Three four. "Five," he said.') == ["One two,", "Three four.", "Five,"]

    def test_opening_mark_forgotten_at_the_paragraphs_start(self) -> None:
        assert words('We came at night," he said. "We swam."') == ["We came at night,", "We swam."]

    def test_one_sentence_per_line(self) -> None:
        text = "“We came at night.\nThe bridge was gone.\nWe swam,” he said.\nThe army denied it."
        assert words(text) == ["We came at night.", "The bridge was gone.", "We swam,"]
        assert [q.continues for q in spans(text)] == [False, True, True]

    def test_lost_paragraph_breaks(self) -> None:
        text = "“We came at night. “The bridge was gone. “We swam,” he said. The army denied it. “Not so,” it said."
        assert words(text) == ["We came at night.", "The bridge was gone.", "We swam,", "Not so,"]
        assert [q.continues for q in spans(text)] == [False, True, True, False]

    def test_start_leaves_out_a_header(self) -> None:
        text = ' date "2024" x "Stop," he said.'
        assert [text[q.start : q.end] for q in spans(text, 13)] == ["Stop,"]


class TestTranscript:
    TEXT = '"WALLER: Let us start.\n\n"(CROSSTALK.)\n\n"MARSH: We will not wait.\n\n"Q: Why?\n\n"And we said so."'

    def test_names_and_asides_are_left_out(self) -> None:
        assert words(self.TEXT) == ["Let us start.", "We will not wait.", "Why?", "And we said so."]

    def test_a_new_name_is_a_new_speaker(self) -> None:
        assert [q.continues for q in spans(self.TEXT)] == [False, False, False, True]

    def test_the_name_stays_between_mark_and_words(self) -> None:
        q = spans(self.TEXT)[0]
        assert self.TEXT[q.outer_start : q.start] == '"WALLER: '


def test_the_reporters_clause_before_a_new_mark_closes_the_lost_one() -> None:
    text = "“We never wanted this bridge, she said. “We will stop him.”"
    assert words(text) == ["We never wanted this bridge,", "We will stop him."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We never wanted this bridge, she said.\n\nThe crowd left.", "We never wanted this bridge,"),
        ("It is what critics call “the toll law, saying it helps nobody.\n\nThe crowd left.", "the toll law"),
        (
            "“We told the council, saying it helps nobody, and left.\n\nThe crowd left.",
            "We told the council, saying it helps nobody, and left.",
        ),
    ],
)
def test_a_lost_closing_mark_costs_no_words_of_the_reporter(text: str, expected: str) -> None:
    assert words(text) == [expected]


class TestTurnsWithoutMarks:
    TEXT = (
        "Partial transcript:\n\nJANE WALLER, HOST: Let us start.\n\n(CROSSTALK)\n\nMARSH (I-VT): We will not wait.\n\n"
        "WALLER: Why not?\n\nMARSH: He said “no” to us.\n\nMore follows."
    )

    def test_turns_are_spans_of_no_style(self) -> None:
        found = spans(self.TEXT)
        assert [self.TEXT[q.start : q.end] for q in found] == [
            "Let us start.",
            "We will not wait.",
            "Why not?",
            "He said “no” to us.",
        ]
        assert [q.style for q in found] == ["none"] * 4
        assert not any(q.continues for q in found)

    @pytest.mark.parametrize(
        "label",
        [
            "IAN CODY, FORMER U.S. AMBASSADOR TO NORWAY",
            "REP. IAN CODY (R-LA), SPEAKER OF THE HOUSE",
            "IAN CODY, NATIONAL SECURITY COUNCIL SPOKESMAN (ON CAMERA)",
            "IAN McCODY",
        ],
    )
    def test_labels_with_long_offices(self, label: str) -> None:
        text = f"{label}: We will not wait.\n\nJANE WALLER, HOST: Why not?\n\nWALLER: Let us start."
        assert words(text) == ["We will not wait.", "Why not?", "Let us start."]

    def test_questions_of_a_press_conference_have_no_colon(self) -> None:
        text = "MS. WALLER:  Good afternoon.\n\nQ    Thank you.  Will you wait?\n\nMS. WALLER:  Not long.\n\nQ  Why?"
        assert words(text) == ["Good afternoon.", "Thank you.  Will you wait?", "Not long.", "Why?"]

    def test_what_a_turn_quotes_belongs_to_it(self) -> None:
        text = 'Q: You wrote, "Nobody waits." Do you?\n\nA: I do. My mother says "don\'t," and I won\'t.\n\nQ: Why?'
        assert words(text) == ['You wrote, "Nobody waits." Do you?', "I do. My mother says \"don't,\" and I won't.", "Why?"]

    def test_who_speaks_at_length_inside_a_turn_is_quoted(self) -> None:
        said = "Nobody on this council has ever seen the bridge at night, and it shows."
        text = f"ANN COLE: Good evening.\n\nBEN OTIS: The mayor wrote, “{said}” On Monday.\n\nANN COLE: He did.\n\nBEN OTIS: No."
        assert words(text) == ["Good evening.", said, "He did.", "No."]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Norden Daily", "Anna Lind"),
            ("THE PILOT", "Lind"),
            ("Question", "Answer"),
            ("Q", "A"),
            ("NRK/TV2", "Ole van der Berg"),
            ("Anna Lind (Harbour) (Lab)", "Jan Park (The Minister for Ports)"),
        ],
    )
    @pytest.mark.parametrize("bold", ["", "**"])
    def test_turns_under_names_in_mixed_case(self, one: str, other: str, bold: str) -> None:
        said = ["Do you trust the dam?", "No. Nobody in Sola does.", "Then why stay?", "Because we must."]
        labels = [f"{bold}{name}:{bold}" for name in (one, other, one, other)]
        assert words("\n\n".join(f"{label} {turn}" for label, turn in zip(labels, said, strict=True))) == said

    def test_members_of_a_debate_speak_once_each(self) -> None:
        text = (
            "Dam Report: Ports Committee\n\n"
            "Jan Park (The Minister for Ports): The Government published it.\n\nAnna Lind (Sola) (Lab): Why not earlier?\n\n"
            "Jan Park: I reject that.\n\nOle Berg (Norden) (Con): I thank the Minister."
        )
        assert words(text) == ["The Government published it.", "Why not earlier?", "I reject that.", "I thank the Minister."]

    def test_turns_behind_a_date_line(self) -> None:
        head = " date 2024-06-20 "
        assert [q.start - len(head) for q in spans(head + self.TEXT, len(head))] == [q.start for q in spans(self.TEXT)]

    @pytest.mark.parametrize(
        "text",
        [
            "MOSCOW: The rain stopped.\n\nKYIV: It snowed.\n\nMINSK: Fog.",
            "PHOTO: A bridge.\n\nPHOTO: A dam.\n\nPHOTO: A mill.",
            "WALLER: Let us start.\n\nMARSH: No.",
            "READ MORE: The dam broke.\n\nWATCH: We were told to leave.\n\nREAD MORE: Who pays for the dam?",
            "Waller: Let us start.\n\nMarsh: Why should we?",
            "Background: You know it.\n\nDetails: We know little.\n\nBackground: It rained.\n\nDetails: We left.",
            "Norden: The mayor rests.\n\nSola: The dam broke.\n\nNorden: It snowed.\n\nSola: Fog.",
            "Norden: We won.\n\nNorden: You lost.\n\nNorden: We left.\n\nSola: We came.\n\nSola: You went.",
            'MARSH: "It was a hoax."\n\nTHE FACTS: It was not.\n\nMARSH: "We won."\n\nMARSH: "We won big."',
        ],
    )
    def test_datelines_captions_and_fact_checks_are_no_turns(self, text: str) -> None:
        assert [q for q in spans(text) if q.style == "none"] == []


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "”",
        "'",
        "''",
        "‘’",
        '"a',
        "a'",
        '"A b," he said. ',
        "“A ‘b’ “",
        "\n“a",
        '."A',
        "6'2\" ",
        "«",
        "=\"'",
        "AAA",
        '"AAA AAA ',
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four times the text takes not ten times as long; the best of three, since a garbage collection may fall into one."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        paragraphs: list[Span] = [m.span() for m in _LINE.finditer(text)]
        begin = time.process_time()
        find(text, paragraphs)
        return time.process_time() - begin

    small = max(min(seconds(10_000) for _ in range(3)), 0.02)
    assert min(seconds(40_000) for _ in range(3)) < 10 * small


def test_million_characters_in_one_line() -> None:
    text = 'The minister said "we will not wait" and left the room at once. ' * 16_000
    begin = time.process_time()
    assert len(spans(text)) == 16_000
    assert time.process_time() - begin < 20


@pytest.mark.shared
def test_marks_alone_find_what_people_marked(shared: Path) -> None:
    """Recall on the development articles, as printed, in single marks and without paragraph breaks."""
    from tools.evaluate import leaves_out
    from tools.evaluate_marks import VARIANTS, measure
    from tools.gold import read_gold

    articles = [a for a in read_gold(shared / "gold" / "polnear_dev.jsonl") if not leaves_out(a)]
    figures = {label: measure(articles, variant) for label, variant in VARIANTS.items()}
    printed = figures["as printed"]
    assert printed["direct"] >= 99
    assert printed["mixed"] >= 99
    assert printed["3+ words"] >= 93
    assert printed["6+ words"] >= 96
    assert all(printed[key] - v[key] <= 1 for v in figures.values() for key in ("direct", "mixed", "3+ words"))
