"""Whom a quotation speaks of that names nobody, paragraphs after the deed was told: "the enemy", "this attack", "they"."""

from __future__ import annotations

import pytest

from quotes.extractor import Extractor
from quotes.model import Article, Stance
from quotes.options import Options

SHELLED = "Russia launched forty missiles at towns in the west of Lodvia overnight, killing three people.\n\n"
QUIET = "Rescue teams worked through the morning.\n\nSchools were closed and trains ran late.\n\n"
MOVED = "Russian soldiers moved a border sign four hundred metres into Lodvian fields on Sunday.\n\n"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """The rules alone."""
    return Extractor(Options(stance="rules"))


def last(extractor: Extractor, text: str) -> Stance:
    """The stance of the article's last quotation."""
    return extractor.extract(Article(text)).quotations[-1].stances[0]


TARGET = {
    "the enemy": SHELLED + QUIET + "“The enemy wants us to freeze this winter,” General Andrii Moroz said.",
    "arms of the enemy": SHELLED + QUIET + "“Enemy drones hunt civilians on the roads,” the governor, Oleh Dub, wrote.",
    "the occupiers": SHELLED + QUIET + "“The occupiers are trying to break our will,” said the mayor, Olha Kravets.",
    "this attack": SHELLED + QUIET + "“I condemn this attack in the strongest terms,” the chancellor, Karin Voss, said.",
    "they who do harm": SHELLED + QUIET + "“They murdered my neighbour,” said Petro Sych, 61.",
    "such acts": MOVED
    + "The ministry met on Monday.\n\n“Such acts violate the rights of our people,” the minister, Lela Gogia, said.",
    "this, after comments": MOVED + "“This is illegal,” Lela Gogia said.\n\n“This is a breach of the treaty,” Jan Moor said.",
    "a decision": "Moscow said on Monday that it had recognised the two regions.\n\n“It came late,” a trader, Max Roth, said.\n\n"
    "“We condemn the decision,” the premier, Lee Tan, said.",
    "an event": "Delegates met over the invasion of Ukraine on Monday.\n\nIt rained.\n\nLee Tan called the attack “a crime”.",
}
NOBODY = {
    "the enemy of its own helpers": SHELLED
    + QUIET
    + "“The enemy fires at our houses every night,” the commander of the pro-Russian separatists, Denis Puchkov, said.",
    "the enemy of its own side": SHELLED + QUIET + "“The enemy fires at our houses,” the Russian governor, Vasily Golub, said.",
    "who the enemy is": SHELLED + QUIET + "“The enemy is time,” said the doctor, Anna Lisova.",
    "the enemy in another's war": "Sorland bombed the port of Lodvia on Monday while Russia called for restraint.\n\n"
    "Russian forces were put on alert.\n\n“The enemy bombed our hospital,” a doctor, Samir Haddad, said.",
    "another's attack": "Gunmen attacked a concert hall near Moscow and killed dozens.\n\n"
    "Russia's security service arrested four men.\n\n"
    "“I condemn this barbaric attack,” the chancellor, Karin Voss, said.",
    "another's decision": "Russia raised gas prices for Soria on Monday.\n\n"
    "The government in Soria cut pensions the next day.\n\n"
    "“This decision is a disgrace,” the union leader, Ole Brand, said.",
    "others who harm": "Russian police arrested a man who had robbed three banks.\n\n"
    "“They beat the clerk,” a witness, Mia Falk, said of the robbers.",
    "no deed of force": "Russia launched a film prize in May and hundreds applied.\n\nAnna Lisova won it.\n\n"
    "“They killed me with kindness,” she said.",
    "a game": "Russia attacked from the start and scored twice.\n\nThe Sorian coach blamed the referee.\n\n"
    "“The attack was too fast for us,” the coach, Ole Brand, said.",
    "the object of its own clause": "Russia and Soria meet on Monday.\n\n"
    "“They insult Russia every morning,” the premier, Ivo Petrak, said.",
}


@pytest.mark.parametrize("text", TARGET.values(), ids=TARGET)
def test_what_was_told_before_is_spoken_of(extractor: Extractor, text: str) -> None:
    found = last(extractor, text)
    assert found.label == "critical", found.evidence


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_somebody_else_is_spoken_of(extractor: Extractor, text: str) -> None:
    found = last(extractor, text)
    assert found.label in ("neutral", "no_target"), found.evidence
