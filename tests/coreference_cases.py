"""Small articles in which a pronoun, description or short name must not go to the article's main speaker.

``python -m tests.coreference_cases`` parses them again with the bundled parser into ``cases/resolve/coreference.conllu``.
"""

from __future__ import annotations

from pathlib import Path

from tests.resolve_cases import Case, parse_all

PATH = Path(__file__).parent / "cases" / "resolve" / "coreference.conllu"

CASES = (
    Case(
        "new-reporter-before-a-long-quotation",
        "Premier Alan Stroud and the mayor, Gordon Pell, welcomed the plan.\n\nStroud said the rules were"
        " unclear. “We need to know what"
        " is covered,” Stroud said.\n\nPell said the city would go on with its own plans. “I am worried about"
        " the grid. It is old. It"
        " has failed twice this winter. Nobody has paid for repairs. The bill will be high,” ⟨he⟩ said.",
        "Gordon Pell",
    ),
    Case(
        "one-of-the-accused-is-not-she",
        "The trial of Simon Tavi, Paul Shika, Panda Gorle and Mala Shivo opened on Monday.\n\nA harbour"
        " widow, Carla Mohr, says the"
        " family has lost everything. “We sold the boat. We sold the house. The children have no school,” ⟨she⟩ says.",
        "Carla Mohr",
    ),
    Case(
        "named-in-the-third-person",
        "Sela Katiti has delivered babies for forty years. She walks from house to house. “I know them all,”"
        " Katiti says.\n\nVeno Kasu"
        " gave birth with Katiti a month ago.\n\n“The birth with granny Sela was easy. She knows what she is"
        " doing,” ⟨she⟩ says.",
        "Veno Kasu",
    ),
    Case(
        "what-it-reports-does-not-speak",
        "The fruit is going to schools abroad, the Food Agency said on Thursday.\n\nThe island grows pears,"
        " including Irwin, Keitt and"
        " Yuwen, which ripen in the south, it said.\n\nGrowers use a “safety system,” ⟨it⟩ said.",
        "Food Agency",
    ),
    Case(
        "state-of-the-subject-before",
        "Host President Mario Abreu opened the summit. “This is our path,” Abreu said.\n\nLuisa Carvalho"
        " stressed the importance of"
        " meeting, although Jaime Bolan stayed away.\n\n⟨The Uruguayan leader⟩ argued that “talking is easier face to face.”",
        "Luisa Carvalho",
    ),
    Case(
        "relative-clause-is-not-about-quoted-words",
        "“This is the road that the country should take,” said Abreu, ⟨who⟩ also insisted that talks “must go on.”",
        "Abreu",
    ),
    Case(
        "second-family-name-left-out",
        "The Luis Carvalho Paz government asked for talks. Luis Carvalho arrived on Monday. “We will see,” ⟨Carvalho⟩ said.",
        "Luis Carvalho Paz",
    ),
    Case(
        "namesake-who-spoke-last",
        "Lee Dae-ho was shot at sea in May.\n\nLee’s older brother, Lee Rae-min, said he had waited for"
        " months.\n\n“My mother never"
        " heard what happened,” ⟨Lee⟩ said by telephone.",
        "Lee Rae-min",
    ),
    Case(
        "one-of-them",
        "Several women wrote to Interior Minister Aya Sharon.\n\nOne of them told the paper after Sharon's"
        " decision that nothing was"
        " solved. “He will try again,” ⟨she⟩ warned.",
        "one of them",
        type="person",
    ),
    Case(
        "tail-of-a-court's-name",
        "Uganda's Supreme Court had stopped the paper. ⟨The Court⟩ ruled that the list was “a breach of privacy.”",
        "Uganda's Supreme Court",
    ),
    Case(
        "apex-court",
        "The Supreme Court dismissed the appeal on Friday.\n\nIn its order, ⟨the apex court⟩ said the case was “without merit.”",
        "Supreme Court",
    ),
    Case(
        "initials-of-a-person",
        "Opposition leader Xavier Louis Duvan asked about the loan. ⟨XLD⟩ said it was “a scandal.”",
        "Xavier Louis Duvan",
        type="person",
    ),
    Case(
        "mayor-of-a-headline-is-the-one-named-below",
        'Harbour mayor reports two dead\n\nThis was stated by Harbour Mayor Ivo Terek.\n\n"This is terror," ⟨the mayor⟩ wrote.',
        "Ivo Terek",
    ),
    Case(
        "minister-of-a-headline-with-two-below",
        "Minister rules out talks\n\nThe talks were sought by Interior Minister Ivo Terek and Defence Minister Ole Lind.\n\n"
        '"We will not talk," ⟨the minister⟩ said.',
        "Minister",
    ),
    Case(
        "boss-is-no-office-of-its-own",
        '"I can wait," says Petra Holm.\n\nHer former boss, Elvira Lind, hinted at the same. "Nothing lasts," ⟨the governor⟩'
        " told parliament in November.",
        "Elvira Lind",
    ),
    Case(
        "neighbour-of-the-one-who-spoke",
        '"I can wait," says Petra Holm.\n\nOle Hansen, her neighbour, is less patient. "Nothing lasts," ⟨the farmer⟩ said.',
        "Ole Hansen",
    ),
    Case(
        "minister-answers-who-asked",
        '"Where is the money?" Ian Blackwood asked.\n\n"It was never there," ⟨the minister⟩ said.',
        "the minister",
    ),
    Case(
        "who-asked-answers-himself",
        '"How can I live?" Maria Lind asked.\n\n"I have nothing left," ⟨the 71-year-old⟩ said.',
        "Maria Lind",
    ),
    Case(
        "former-spy-adds",
        'Sergei Holm said: "I believe it was him." ⟨The former miner⟩ added that he had "no concrete evidence".',
        "Sergei Holm",
    ),
    Case(
        "another-who-digs-no-more",
        '"I believe it," said Ana Holm. ⟨The former miner⟩ disagreed with the court: "There is another way."',
        "the former miner",
    ),
    Case(
        "friend-who-spoke-before-is-the-friend",
        'His friend spits. "They shout at us," he says.\n\n"Stop it," says Marek.\n\n"Write it down," says ⟨the friend⟩.',
        "friend",
    ),
    Case(
        "who-was-sentenced-is-the-defendant",
        'A court has sentenced Evgenia Lind to five years. "I hate no one," ⟨the defendant⟩ said.',
        "Evgenia Lind",
    ),
    Case(
        "who-was-jailed-is-the-accused",
        'Ole Lind was jailed for nine years. "I hate no one," ⟨the accused⟩ told the judge.',
        "Ole Lind",
    ),
    Case(
        "who-freed-somebody-is-no-defendant",
        'Evgenia Lind freed five people. "I hate no one," ⟨the defendant⟩ said.',
        "the defendant",
    ),
    Case(
        "then-came-another",
        '"Where is the money?" Ian Blackwood asked. Then came Tom Hale, quiet, ex-army. "It was never there," ⟨he⟩ said.',
        "Tom Hale",
    ),
    Case(
        "enter-a-lawyer",
        '"Where is the money?" Ian Blackwood asked. Enter Boris Hart, a lawyer. "It was never there," ⟨he⟩ said.',
        "Boris Hart",
    ),
    Case(
        "then-came-the-war",
        '"Where is the money?" Ian Blackwood asked. Then came the war. "It was never there," ⟨he⟩ said.',
        "Ian Blackwood",
    ),
    Case(
        "vicar-who-shook-his-head",
        '"Where is the money?" Ian Blackwood asked. An elderly vicar shook his head. "It was never there," ⟨he⟩ said.',
        "an elderly vicar",
    ),
    Case(
        "backbencher-was-gloomier",
        'Ian Blackwood wanted it stopped. "Where is it?" he demanded.\n\nA backbencher, cornered in the tea room, was gloomier.'
        ' "We have waited for twenty years," ⟨he⟩ said.',
        "a backbencher",
    ),
    Case(
        "daughter-has-the-name",
        'Ashley Lind, a daughter of President Joe Lind, spoke in Oslo. "We stand with you," ⟨Lind⟩ said.',
        "Ashley Lind",
    ),
    Case(
        "father-of-the-son",
        'President Joe Lind spoke in Oslo. His son, Martin Lind, was there. "We stand with you," ⟨President Lind⟩ said.',
        "Joe Lind",
    ),
    Case("somebody-from-a-town", '"Never," said ⟨somebody from Warsaw⟩.', "somebody from Warsaw", type="person"),
    Case(
        "advert-says",
        "Oslo, Norway – When Ada Nyang saw the advert online, she thought it was a joke. “Free flight, $700 a month,” ⟨it⟩ said.",
        "advert",
    ),
)


if __name__ == "__main__":
    parse_all(CASES, PATH)
