"""Small articles for the resolver: a mention (its n-th occurrence, marked ⟨…⟩) and the speaker it must give.

``python -m tests.resolve_cases`` parses them again with the bundled parser into ``cases/resolve/parses.conllu``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotes.model import Article, Attribution, Document, Mention, Sentence, Span

PATH = Path(__file__).parent / "cases" / "resolve" / "parses.conllu"


@dataclass(frozen=True)
class Case:
    """``marked`` is the article with its mentions in ⟨⟩ (more than one: a joint statement); ``name`` None: stays unresolved."""

    id: str
    marked: str
    name: str | None
    role: str | None = None
    type: str | None = None
    flag: str | None = None

    @property
    def text(self) -> str:
        """The article without marks."""
        return self.marked.replace("⟨", "").replace("⟩", "")

    @property
    def mentions(self) -> list[Span]:
        """Offsets of the marked mentions in ``text``."""
        out = []
        for n, m in enumerate(re.finditer("⟨(.*?)⟩", self.marked)):
            start = m.start() - 2 * n
            out.append((start, start + len(m[1])))
        return out


_ADJECTIVES = ("new", "old", "big", "small", "late", "early", "high", "low", "long", "short", "hot", "cold")
_NOUNS = ("price", "loan", "house", "tax", "wage", "rent", "market", "bond", "rate", "share", "fund", "cost")

CASES = (
    Case(
        "company-of-a-headline",
        'Company leaves Chile\n\nHalden Foods said that it would close its plants.\n\n"We have no choice," ⟨the company⟩ said.',
        "Halden Foods",
    ),
    Case(
        "chain-of-a-headline",
        'Toy chain to shut all shops\n\nHolm & Reed will close, ⟨the Danish toy chain⟩ said, after "a long winter".',
        "Holm & Reed",
    ),
    Case(
        "college-that-opens",
        '⟨A drama college⟩ said it had "no choice".\n\nStudents were offered places in Vienna, Harden Conservatoire said.\n\n'
        'The college said it was "no easy step".',
        "Harden Conservatoire",
    ),
    Case(
        "agency-and-a-ministry",
        '⟨An ad agency⟩ called the plan "daft".\n\nThe Ministry of Transport said that it would go on. It was "late".',
        "an ad agency",
    ),
    Case(
        "union-and-another-firm",
        '⟨A union⟩ called the plan "daft".\n\nHarrow Rail said that it would go on. The company has 400 trains, "all new".',
        "a union",
    ),
    Case("firm-of-two-names", '⟨Dunn & Hale⟩, the law firm, said the fee was "odd".', "Dunn & Hale", type="body"),
    Case("branch-with-ampersand", '⟨Trade & Industry Secretary Ana Ruiz⟩ said it was "late".', "Ana Ruiz"),
    Case("rail-operator", 'The rail operator Norbahn said it was late. "We are sorry," ⟨the operator⟩ said.', "Norbahn"),
    Case("husband-of-an-unnamed-woman", 'A woman was hurt. "She is awake," ⟨her husband⟩ said.', "the woman's husband"),
    Case("both-genders-by-name", 'Sam Moe, 44, lost. "My mum had to wait," said Mrs ⟨Moe⟩.', "Sam Moe"),
    Case(
        "age-before-a-trade",
        'Jailed banker Ole Moe wrote that President Orlov was afraid. "It is hard," ⟨the 51-year-old former banker⟩ said.',
        "Ole Moe",
    ),
    Case("us-with-points", 'The U.S. left the talks with Chile. "We are done," ⟨it⟩ said.', "U.S.", type="body"),
    Case("state-with-accent", 'Türkiye left the talks with Chile. "We are done," ⟨it⟩ said.', "Türkiye", type="body"),
    Case("firm-with-s", '"It was a good year," ⟨Lunde\'s⟩ said in a note.', "Lunde's", type="body"),
    Case("owner-with-s", '"It was a good year," ⟨Lunde\'s spokesman⟩ said.', "Lunde's spokesman"),
    Case("one-envoy-in-front", '⟨One EU envoy⟩ said they had "grave doubts".', "an EU envoy"),
    Case(
        "commander-in-chief",
        '"We hold the line," ⟨Norwegian Commander-in-Chief Per Dahl⟩ said.',
        "Per Dahl",
        role="Norwegian Commander-in-Chief",
    ),
    Case(
        "earlier-this-month",
        'Earlier this month Chile\'s deputy minister, ⟨Ana Ruiz⟩, said it was "a cold day".',
        "Ana Ruiz",
        role="Chile's deputy minister",
    ),
    Case(
        "campaign-with-a-purpose",
        'Ana Ruiz left. ⟨Audrey Lawson⟩ of the Campaign to Protect Old Mills said: "I was glad to help."',
        "Audrey Lawson",
        role="Campaign to Protect Old Mills",
    ),
    Case("couple-of-given-names", 'Peter and Sally Moe booked a trip in May. "We are tired," ⟨Peter⟩ said.', "Peter Moe"),
    Case("no-couple", 'Mark Kelly won. Kelly and John Moe met. "We are tired," ⟨Kelly⟩ said.', "Mark Kelly"),
    Case("a-butchers", 'Ole Moe stood by. A butchers was hit. "It is a shock," ⟨he⟩ said.', "Ole Moe"),
    Case(
        "organisation-just-told-of",
        'The Chess Council welcomed it. The World Chess Agency also left. "It is cheating," ⟨the organisation⟩ said.',
        "World Chess Agency",
    ),
    Case("country-goes-on", 'Norway closed its border. "We are ready," ⟨the country⟩ said in a note.', "Norway"),
    Case(
        "company-is-no-paper",
        'Nordoil has put its business up for sale, the BBC reports. ⟨The oil company⟩ said it had "several offers".',
        "Nordoil",
    ),
    Case(
        "teller-in-the-midst",
        'John Orlov and President Lind met. Lind, Orlov said, keeps the right to strike. "It is safe," ⟨he⟩ said.',
        "John Orlov",
    ),
    Case("embassy-in-a-post", '"It is absurd," ⟨the Russian embassy⟩ in a Facebook post said.', "Russian embassy"),
    Case(
        "unnamed-after-who-spoke",
        '"We will rebuild it," Governor Ana Ruiz said.\n\nA Danish engineer disagreed. "Never," ⟨the engineer⟩ said.',
        "a Danish engineer",
    ),
    Case(
        "named-after-the-unnamed",
        'A Danish engineer disagreed. "We will rebuild it," Ana Ruiz said. "All of it," ⟨the engineer⟩ said.',
        "Ana Ruiz",
    ),
    Case(
        "name-given-to-one-of-several",
        'Ole Moe met them. One of the freed men, a marine who gave his name as Artem, wept. "They beat us," ⟨he⟩ said.',
        "Artem",
        role="marine",
    ),
    Case(
        "first-name-given",
        'Minister Karl Lind left. A Danish officer, who gave only his first name, Andrei, stayed. "We look," ⟨he⟩ said.',
        "Andrei",
        role="Danish officer",
    ),
    Case(
        "call-sign",
        '"They shoot," said ⟨the crew\'s commander⟩, a former plumber with the call sign Orel.',
        "Orel",
    ),
    Case(
        "no-name-given",
        'A marine who gave his name to the police said he was tired. "I slept," ⟨he⟩ said.',
        "a marine",
    ),
    Case(
        "another-post",
        'Transport Minister Gail Lind should keep her job. Ms Lind has paid half. ⟨The party whip⟩ said it was "a cold day".',
        "the party whip",
    ),
    Case(
        "chair-is-the-chairman",
        'The chairman of the party, Ole Moe, left. "We voted," ⟨the party chair⟩ said.',
        "Ole Moe",
    ),
    Case(
        "envoy-of-another-state",
        'Norway is sorry, its envoy in Kolm, Karl Lind, said. "We looked," Lind said. ⟨The Iraqi envoy⟩ heard "two stories".',
        "the Iraqi envoy",
    ),
    Case(
        "its-envoy-of-another-state",
        '"It is wrong," said Norway\'s ambassador, Karl Lind. Chile abstained. "It is right," ⟨its envoy⟩ said.',
        "Chile's envoy",
    ),
    Case(
        "former-judge-outside-court",
        'Prime Minister Karl Lind praised the pact. "It is fair," ⟨the former judge⟩ said.',
        "Karl Lind",
    ),
    Case(
        "local-as-a-noun",
        'A park spokesman took calls. "Three whales," a local said. "It stank for a week," ⟨the local⟩ said.',
        "a local",
    ),
    Case(
        "operator-is-it",
        'The Kolm Ministry denied it. The rail operator said trains would be late. "The line is cut," ⟨it⟩ said.',
        "the rail operator",
    ),
    Case(
        "title-taken-for-a-name",
        '⟨Bookseller Chas Delaney⟩ said he had "seen him before".',
        "Chas Delaney",
        role="Bookseller",
    ),
    Case(
        "initials-of-a-prosecutor",
        'Deputy Public Prosecutor Ana Ruiz said rows began in May. The guard had to wait. "She walked off," ⟨the DPP⟩ said.',
        "Ana Ruiz",
    ),
    Case(
        "who-goes-on",
        'Chas Delaney said he was the usher. "I saw it," Delaney said.\n\nA waiter stood up.\n\n"I let him out," ⟨he⟩ added.',
        "Chas Delaney",
    ),
    Case(
        "chief-beside-an-office",
        'The Kolm State Governor, ⟨Chief Ole Moe⟩, said it was "a cold day".',
        "Ole Moe",
        role="Kolm State Governor",
    ),
    Case(
        "police-rank-is-an-officer",
        'Deputy Commissioner Ole Moe led the search. "They ran," ⟨the officer⟩ added.',
        "Ole Moe",
    ),
    Case("councillor-short", '⟨Coun Ole Moe⟩ said it was "a gem".', "Ole Moe", role="Coun"),
    Case(
        "police-rank-of-three-words",
        'Speaking after the trial, ⟨Det Ch Insp Helen Moe⟩ said it was "a cold night".',
        "Helen Moe",
        role="Det Ch Insp",
    ),
    Case(
        "opening-in-capitals",
        'A GRANDAD has slammed the "heartless" firm.\n\nOle Dahl, 61, lost his bicycle. ⟨The grandad⟩ called it "a farce".',
        "Ole Dahl",
    ),
    Case("nobody-in-capitals", '⟨A GRANDAD⟩ has slammed the "heartless" firm.\n\nThe firm left.', "a grandad"),
    Case(
        "expert-opens-the-story",
        'The long talk of the harbour board in Kolm on Monday was called "feeble" by ⟨a top harbour engineer⟩. It went on for '
        "hours, the paper said.\n\nBut harbour engineer Dr Ana Ruiz said no more.",
        "Ana Ruiz",
    ),
    Case(
        "ambassador-then-unexplained",
        'The neighbours sent a note, which ⟨the Polish ambassador to Georgia⟩ said was "late".\n\n'
        '"More and more come," Andrzej Moe wrote.',
        "Andrzej Moe",
        role="Polish ambassador to Georgia",
    ),
    Case(
        "ambassador-then-somebody-explained",
        'The neighbours sent a note, which ⟨the Polish ambassador to Georgia⟩ said was "late".\n\n'
        '"More and more come," farmer Andrzej Moe wrote.',
        "the Polish ambassador to Georgia",
    ),
    Case(
        "attendant-filmed-by-member",
        "A pool attendant ordered a woman out.\n\nThe attendant was filmed by Ana Ruiz. "
        'Ruiz said: "These are banned."\n\n⟨The attendant⟩ turned round, saying: "You are barred as well."',
        "a pool attendant",
    ),
    Case(
        "president-of-a-state-not-the-other",
        'The President of Kolmland has met Russian President Vladimir Putin.\n\n"I am excited," ⟨the President⟩ said.',
        "the President of Kolmland",
    ),
    Case(
        "veteran-in-his-words",
        'Mei Lund has acted for long. Star Ole Dahl says ⟨the veteran⟩ called it "a shame".',
        "Mei Lund",
    ),
    Case(
        "no-role-from-a-headline",
        'Mei ji is a born queen: Ole Dahl\n\nOSLO: ⟨Ole Dahl⟩ said it was "a shame".',
        "Ole Dahl",
        role="",
    ),
    Case(
        "for-the-president-the-team-has-paid",
        '"I am bitter," Ole Lund, head of the rowing union, said. "Who would shut it?"\n\n'
        'For Pavel Moe, president of the skating union, the team has paid its dues.\n\n"It is cruel," ⟨he⟩ said.',
        "Pavel Moe",
    ),
    Case(
        "friend-is-no-role-beside-senator",
        'US Senator Jon Moe spoke first. ⟨Moe⟩, an old friend of every plan of that kind, called it "a good sign".',
        "Jon Moe",
        role="US Senator",
    ),
    Case("presidents-of-two", 'Presidents Moe and Lund left. ⟨Moe⟩ called it "a good day".', "Moe", role="President"),
    Case("county-police", '⟨Merseyside Police⟩ said he "was drawn into it".', "Merseyside Police", type="body"),
    Case(
        "forum-for-short",
        'The Rural Doctors Forum attacked him. ⟨The Forum⟩ said it was "a shame".',
        "Rural Doctors Forum",
        type="body",
    ),
    Case(
        "statement-of-a-day",
        'The plan was late, Ana Ruiz said in a statement May 12.\n\n"It is a let-down for us," ⟨the statement⟩ said.',
        "Ana Ruiz's statement",
    ),
    Case(
        "secretary-behind-the-verb",
        "The deliveries may end in fighting, ⟨Secretary of the Security Council of the Russian Federation Nikolai Moe⟩ "
        'warned, and it was "late".',
        "Nikolai Moe",
    ),
    Case("his-majesty", 'King Harald of Norway opened the hall.\n\n⟨His Majesty⟩ said it was "a fine day".', "King Harald"),
    Case(
        "former-admiral-opens-the-story",
        'Norway is "asleep at the oars" in watching the northern sea, ⟨a former admiral⟩ has said, after sets were found.\n\n'
        "Ole Aune, a former head of the northern fleet, called for a bigger guard.",
        "Ole Aune",
    ),
    Case(
        "minister-opens-then-named-later",
        'The navy chief\'s words about boats on the river last week are a "cold breath," ⟨the Romanian foreign minister⟩ said '
        "on Thursday.\n\nAdmiral Vladimir Moe said that Russia would send boats.\n\n"
        '"This is one more in a row," ⟨Teodor Lund⟩ said.',
        "Teodor Lund",
        role="Romanian foreign minister",
    ),
    Case(
        "minister-opens-and-others-are-explained",
        'The navy chief\'s words about boats on the river last week are a "cold breath," ⟨the Romanian foreign minister⟩ said '
        "on Thursday.\n\nAdmiral Vladimir Moe said that Russia would send boats.\n\n"
        '"This is one more in a row," harbour engineer ⟨Teodor Lund⟩ said.',
        "Teodor Lund",
    ),
    Case(
        "former-miner-in-the-next-paragraph",
        'Ana Holm, 61, said she was unhappy.\n\n⟨The former miner⟩ said it was "cold there".',
        "Ana Holm",
    ),
    Case(
        "remark-by-somebody",
        "Vera Moe wrote to two popes last year. Vera saw something on her phone.\n\n"
        'It was a remark by Maria Lund, the ombudswoman for family affairs: "Before all else we want to see it," ⟨she⟩ told us.',
        "Maria Lund",
    ),
    Case(
        "speech-by-somebody-else",
        'Vera Moe wrote to two popes last year.\n\nAfter a remark by Maria Lund, Vera left. "We want to see it," ⟨she⟩ told us.',
        "Vera Moe",
    ),
    Case(
        "every-worker-is-nobody",
        'Peter Lund spoke on Monday.\n\nHis plan hurts every worker.\n\n"It has begun, and it is bad," ⟨he⟩ said.',
        "Peter Lund",
    ),
    Case(
        "ministry-of-a-state-goes-on",
        "The Russian trade ministry said on Monday that it had signed. It also said Kolm had sworn the parts would serve only "
        'the Magway station.\n\n"In our view ground has been laid," ⟨it⟩ said.',
        "Russian trade ministry",
    ),
    Case(
        "viewer-asks-about-it",
        "Dana Moe was not shy. Dana gave up singers. On Tuesday a viewer asked Dana about the best thing of that year.\n\n"
        '"I could feel it coming," ⟨she⟩ said.',
        "Dana Moe",
    ),
    Case("police-rank-before-family-name", 'Insp Kay Moe left. "Fine," ⟨Insp Moe⟩ said.', "Kay Moe", role="Insp"),
    Case("detective-sergeant", '"We were there," said ⟨Detective Sgt Ole Lund⟩.', "Ole Lund", role="Detective Sgt"),
    Case("police-chief-general", '"We were there," said ⟨police chief Lt. Gen. Ole Lund⟩.', "Ole Lund", role="police chief"),
    Case("seat-of-an-office", '⟨Dean of Ely Ruth Mercer⟩ said it was "a shame".', "Ruth Mercer", role="Dean of Ely"),
    Case("no-seat-of-an-office", '"We won," said a lawyer for ⟨Anna Ruth Mercer⟩.', "Anna Ruth Mercer"),
    Case(
        "initials-took-the-given-name",
        'France\'s envoy to the OSCE Véronique Roger told it that the pledges were late. ⟨Ms Roger⟩ called them "empty".',
        "Véronique Roger",
        role="France's envoy to the OSCE",
    ),
    Case(
        "cheered-by-name",
        'Prime Minister Ana Ruiz left. "Bravo Ana Ruiz, bravo," a fan wrote. "Thanks," ⟨Ruiz⟩ said.',
        "Ana Ruiz",
    ),
    Case(
        "councillor-for-a-seat",
        'Per Dahl has left the cabinet.\n\nIn a post, ⟨the councillor for Kolm North⟩ said it was "over".',
        "Per Dahl",
    ),
    Case(
        "minister-of-another-state",
        'Per Dahl has left the talks.\n\nIn a post, ⟨the representative of Kenya⟩ said they were "over".',
        "the representative of Kenya",
    ),
    Case(
        "lecturer-just-brought-in",
        "President Ole Lund said it was late.\n\nBut Dr Fiona Moe has attacked him.\n\n"
        '⟨The Kolm University lecturer⟩ said it was "hot air".',
        "Fiona Moe",
    ),
    Case(
        "lecturer-not-brought-in",
        'Ole Lund said it was late.\n\nThe talks went on.\n\n⟨The Kolm University lecturer⟩ said it was "hot air".',
        "the Kolm University lecturer",
    ),
    Case(
        "ex-soldier-just-brought-in",
        'Darren Moe, 39, said he was unhappy.\n\n⟨The ex-soldier⟩ said it was "cold there".',
        "Darren Moe",
    ),
    Case(
        "lawyer-adds",
        'Hannah Moe, the panel\'s chair, declared: "We have it. All of it is here. Nothing is lost."\n\n'
        '⟨The lawyer⟩ added that it was "a hard day".',
        "Hannah Moe",
    ),
    Case(
        "lawyer-of-somebody",
        'Hannah Moe, the panel\'s chair, left. ⟨The lawyer⟩ said that it was "a hard day".',
        "the lawyer",
    ),
    Case(
        "teacher-however",
        '"It was blue," said Dr Priya Moe.\n\nIt is rare. ⟨The head teacher⟩, however, called it "a moth" and left.',
        "the head teacher",
    ),
    Case(
        "board-found-while-it-determined",
        "Storheim is a town in Norway.\n\nWhile the Storheim Environmental Assessment Board (SEAB) previously determined the "
        'project will result in "adverse effects" to the herd and the water, ⟨it⟩ also found the effects could be reduced.',
        "Storheim Environmental Assessment Board",
    ),
    Case(
        "statement-of-one-of-the-largest-hospitals",
        "Last week, one of the biggest referral hospitals in Norway, the Storheim Hospital (SH) issued a statement on Monday. "
        '⟨The statement⟩ said "we have no drugs".',
        "Storheim Hospital statement",
        type="document",
    ),
    Case(
        "family-name-in-front-tells-no-gender",
        'Council member Lee Mei-yu published a report on the hunters. The report was "late", ⟨she⟩ said.',
        "Lee Mei-yu",
    ),
    Case(
        "it-said-in-a-statement",
        "Storheim Local Municipality has a manager.\n\nIn a statement, the municipality said it was glad to announce her name."
        '\n\n"The manager was chosen in May for all departments of the municipality," ⟨it⟩ said in a statement.',
        "Storheim Local Municipality",
        type="body",
    ),
    Case(
        "law-of-the-quotation-is-no-document",
        "Prosecutors filed a court document in Kolm on Monday arguing that the driver should be kept in prison."
        '\n\n"She sold her boat to fund her flight from the law," ⟨the document⟩ says.',
        "a court document",
    ),
    Case(
        "bishop-of-another-town",
        "In 2015, the then Bishop of Idukolm, Jonas Pihl, had claimed that the young of the town were lost.\n\nLast year, "
        "the bishop of the Pala diocese made the accusation that traders are luring the young by means of narcotics, which ⟨he⟩ "
        'termed as "narcotics war".',
        "the bishop of the Pala diocese",
    ),
    Case(
        "remarks-of-another-in-which",
        'Lawyer Jonas Pihl spoke of the remarks of Ana Sorokko, in which ⟨she⟩ called the plan a "gift to thieves".',
        "Ana Sorokko",
    ),
    Case(
        "another-share",
        'In May, 42 percent of the voters said they had "high hopes", more than the 28 percent ⟨who⟩ said they had "low hopes".',
        "28 percent",
    ),
    Case(
        "more-than-half",
        'Only 4 percent of the voters said they "love it", but ⟨more than half⟩, at 53 percent, said they "like it a little".',
        "more than half",
        type="group",
    ),
    Case(
        "chunk-of-those",
        'Only ⟨14 percent of those⟩ who said they disliked the plan cited "reasons of taste".',
        "14 percent of those who said they disliked the plan",
        type="group",
    ),
    Case(
        "two-trades-in-front",
        '"We will not leave," lawyer and union activist ⟨Ana Sorokko⟩ told the court.',
        "Ana Sorokko",
        role="lawyer and union activist",
    ),
    Case(
        "title-hung-on-another-noun",
        'Coastal Fishers Union chair ⟨Jonas Pihl⟩ said: "We are out of diesel."',
        "Jonas Pihl",
        role="Coastal Fishers Union chair",
    ),
    Case(
        "rank-behind-the-office",
        'Coast Guard spokesman Maj. Gen. ⟨Ivar Holmsen⟩ said: "The strait is open."',
        "Ivar Holmsen",
        role="Coast Guard spokesman",
    ),
    Case(
        "two-modifiers-of-one-head",
        'Council acting planning and safety manager ⟨Ruth Vance⟩ said the land was "not for sale".',
        "Ruth Vance",
        role="Council acting planning and safety manager",
    ),
    Case(
        "year-of-a-date-before-a-title",
        'In an address on Friday, July 22, 2022 Vice President ⟨Kofi Lamptey⟩ said that trade was "the way to go".',
        "Kofi Lamptey",
        role="Vice President",
    ),
    Case(
        "head-of-a-short-name",
        'The port aims to be a "free market", CEO of ADC ⟨Samir Haddad⟩ said during the ceremony.',
        "Samir Haddad",
        role="CEO of ADC",
    ),
    Case(
        "owner-of-several-words",
        "Freedom Under Justice’s Judge ⟨Johan Kruger⟩, who has been calling for it, said: “It is sad.”",
        "Johan Kruger",
        role="Freedom Under Justice’s Judge",
    ),
    Case(
        "title-completed-behind-the-name",
        '"The fear persists among them," said Professor ⟨Sara Halder⟩ of Kolm University.',
        "Sara Halder",
        role="Professor of Kolm University",
    ),
    Case(
        "short-title-completed-behind-the-name",
        '"The fear persists among them," said Prof ⟨Sara Halder⟩ of Kolm University.',
        "Sara Halder",
        role="Prof of Kolm University",
    ),
    Case(
        "kind-of-body-before-its-name",
        "“Prices will rise,” said senior economist ⟨Gary Low⟩ at the investment bank Barclays.",
        "Gary Low",
        role="senior economist at the investment bank Barclays",
    ),
    Case(
        "two-offices-of-which-one-has-a-branch",
        'Minister of State for Legal Affairs and Head of the Harbour Committee ⟨Jonas Lind⟩ called it "progress".',
        "Jonas Lind",
        role="Minister of State for Legal Affairs and Head of the Harbour Committee",
    ),
    Case(
        "initials-behind-an-office",
        '"Courts will see to it," Northland chief minister ⟨MK Selvan⟩ said Tuesday.',
        "MK Selvan",
        role="Northland chief minister",
    ),
    Case("hyphen-before-a-verbs-form", 'Lawmaker ⟨Chang Je-won⟩ criticized the party for its "rough manner".', "Chang Je-won"),
    Case(
        "title-that-no-list-knows",
        '"We made mistakes," Marlow County Recorder ⟨Helen Pursell⟩ said.',
        "Helen Pursell",
        role="Marlow County Recorder",
    ),
    Case(
        "insult-is-no-name",
        'Gedalia Wilbur wrote memoirs.\n\n"The Polish Jew Gedalia Wilbur insulted us," they wrote. "It was late," ⟨Wilbur⟩ said.',
        "Gedalia Wilbur",
        role="",
    ),
    Case(
        "who-set-it-up",
        '⟨Kamel Rahal⟩, who set up the Harbour Centre to fight crime, called it "late".',
        "Kamel Rahal",
        role="founder of the Harbour Centre",
    ),
    Case(
        "judgement-is-no-role",
        'Ulrich Dahl is a good representative for this kitchen.\n\n"Add the salt at the end," ⟨Dahl⟩ said.',
        "Ulrich Dahl",
        role="",
    ),
    Case("man-is-no-role", 'Peter Simm is the man who asked for the fence.\n\n"It is high," ⟨Simm⟩ said.', "Peter Simm", role=""),
    Case(
        "described-is-who-was-named-before",
        "After a meal given by the late Satish Kumar, Rajan Mehta’s fellow pilot during their navy days, ⟨Priya⟩ put up her feet "
        "and called it “good”.",
        "Priya",
        role="",
    ),
    Case(
        "modifier-of-two-words",
        'Kolm man and Stolen Generations survivor ⟨Ian Hamel⟩ said he was "shaken" by the news.',
        "Ian Hamel",
        role="Kolm man and Stolen Generations survivor",
    ),
    Case(
        "trade-and-former-trade-at-a-body",
        'Agreeing with him, jurist and former law professor at the University of Havana ⟨Julio Serrano⟩ pointed to "violations".',
        "Julio Serrano",
        role="jurist and former law professor at the University of Havana",
    ),
    Case(
        "retired-rank-behind-an-office",
        'Security Analyst Maj Gen (retd) ⟨Ali Sikder⟩ said: "It burns."',
        "Ali Sikder",
        role="Security Analyst",
    ),
    Case(
        "office-in-two-countries",
        '⟨Kemal Pasha⟩, the Turkish governor in Palestine and Syria, wanted it "at once".',
        "Kemal Pasha",
        role="Turkish governor in Palestine and Syria",
    ),
    Case(
        "two-offices-each-with-a-body-behind-a-comma",
        '⟨Ato Mensah⟩, MP, Harbour Board and Ranking Member, Finance Committee, called it "late".',
        "Ato Mensah",
        role="MP, Harbour Board and Ranking Member, Finance Committee",
    ),
    Case(
        "whose-lawyer",
        'Per Holm was freed on Monday. His lawyer, ⟨Ana Krol⟩, said: "He is well."',
        "Ana Krol",
        role="Per Holm's lawyer",
    ),
    Case(
        "whose-father",
        "Karim Emad was held for five months. “We’ve sold the sheep,” ⟨Samir Eldan⟩, his father, said.",
        "Samir Eldan",
        role="Karim Emad’s father",
    ),
    Case(
        "their-lawyer",
        'The men were freed on Monday. Their lawyer, ⟨Ana Krol⟩, said: "They are well."',
        "Ana Krol",
        role="lawyer",
    ),
    Case("clerical-rank", 'Hojjat al-Islam ⟨Karimi⟩ said: "It is necessary to work."', "Karimi"),
    Case(
        "one-of-those-of-a-house",
        'What ⟨one of the wise men of the Umayyad Dynasty⟩ said was "be patient".',
        "one of the wise men of the Umayyad Dynasty",
    ),
    Case(
        "from-an-office",
        'Karim Diabo from the Unicef office in Bangui says that "children starve". ⟨Diabo⟩ went home.',
        "Karim Diabo",
        role="Unicef office",
    ),
    Case(
        "head-whose-name-looks-like-a-bodys",
        'On Thursday, the global head of Tube\'s public policy, ⟨Juniper Downs⟩, said her company had "found nothing".',
        "Juniper Downs",
        type="person",
    ),
    Case(
        "professor-behind-a-trade",
        'Harbour law expert Professor ⟨Anna Toomey⟩ says there are "four reasons".',
        "Anna Toomey",
        role="Harbour law expert",
    ),
    Case(
        "one-more-of-them",
        '"They need a forest," said ⟨Jerome Vilas⟩, a fellow native beekeeper and ecologist.',
        "Jerome Vilas",
        role="native beekeeper and ecologist",
    ),
    Case("police-rank", '"We have two suspects," ⟨Pol Col Krisana Patana⟩ said.', "Krisana Patana"),
    Case(
        "title-of-two-people",
        'According to a study by economists ⟨Peter Schorn⟩ and Justin Pike, trade is "partly to blame".',
        "Peter Schorn",
        role="economist",
    ),
    Case(
        "title-of-the-other",
        'It was a debate between former secretary of trade Hilda Clifton and Sen. ⟨Bernard Sand⟩ of Vermont. "No," Sand said.',
        "Bernard Sand",
        role="Sen.",
    ),
    Case("member-is-no-role", 'Wilfred Ure is a member.\n\n"It is news," ⟨Ure⟩ said.', "Wilfred Ure", role=""),
    Case(
        "under-secretary",
        'Under Secretary ⟨Uma Zeya⟩ met them on Friday. "We agree," Zeya said.',
        "Uma Zeya",
        role="Under Secretary",
    ),
    Case(
        "singular-that-looks-plural",
        '⟨Political scientist⟩ predicts "the system will collapse".',
        "Political scientist",
        type="person",
    ),
    Case(
        "one-of-the-herd",
        'He went to the camels and asked them to stay. The big camel replied, "We shall". ⟨The big camel⟩ added: "But not here".',
        "big camel",
    ),
    Case(
        "title-before-whose-friend-he-is",
        'Goanna frontman ⟨Shane Horn⟩, a longtime friend of both Archie and his wife, said he was "sad".',
        "Shane Horn",
        role="Goanna frontman",
    ),
    Case(
        "who-lectures-there",
        '"It was an opening," ⟨Edgar Wastell⟩, who lectures on trade at the Open University, told them.',
        "Edgar Wastell",
        role="lecturer at the Open University",
    ),
    Case(
        "of-the-second-of-two",
        'Problems named by Maria Esper and ⟨Tania Gomez⟩, another former driver living in Oslo, include "a lack of jobs".',
        "Tania Gomez",
        role="former driver",
    ),
    Case(
        "office-that-somebody-will-hold",
        'Delta Group Chief Executive and Executive Chairman designate, ⟨Barney Harms⟩ this week was visibly "delighted".',
        "Barney Harms",
        role="Delta Group Chief Executive and Executive Chairman designate",
    ),
    Case(
        "priest-and-scholar",
        'The dean, the Jesuit priest and scholar ⟨Francisco Santos⟩, said at the opening: "It is a world."',
        "Francisco Santos",
        role="Jesuit priest and scholar",
    ),
    Case(
        "first-of-an-aside",
        'It was a fault of the government and, by extension, its first trade secretary, ⟨Hilda Clifton⟩. "No," Clifton said.',
        "Hilda Clifton",
        role="first trade secretary",
    ),
    Case(
        "sister-of-another",
        'It is a year since the sister of 12-year-old ⟨Inan Rehman⟩ was held. "I wait," Rehman said.',
        "Inan Rehman",
        role="",
    ),
    Case(
        "party-before-a-name",
        "Asked about the ties between the group and Japan’s ruling Liberal Democratic Party, ⟨Kwan⟩ said: “They were close.”",
        "Kwan",
        role="",
    ),
    Case(
        "weeks-after-an-office",
        'It comes just weeks after the UN’s human rights chief, ⟨Mirela Banu⟩, travelled there. "I saw it," Banu said.',
        "Mirela Banu",
        role="UN’s human rights chief",
    ),
    Case("given-names-behind-the-family", 'Barrister ⟨Frank Kwan Bak-on⟩ said the client "meant no harm".', "Frank Kwan Bak-on"),
    Case("first-lady", '⟨First Lady Margaret Kamau⟩ has pledged to "go on".', "Margaret Kamau", role="First Lady"),
    Case(
        "once-and-now",
        '⟨Wu Peng⟩, once the ambassador to Kenya and now the director of the department of African affairs, called it "stellar".',
        "Wu Peng",
        role="once the ambassador to Kenya and now the director of the department of African affairs",
    ),
    Case(
        "participle-before-a-trade",
        'An affected trader and member of the board, ⟨Alex Ngeno⟩, told them: "We pay."',
        "Alex Ngeno",
        role="affected trader and member of the board",
    ),
    Case(
        "line-of-name-and-body",
        'Three of them answered.\n\nAndrea Bornstein, Delta Research Institute\n\n"It will rise," ⟨Bornstein⟩ said.',
        "Andrea Bornstein",
        role="Delta Research Institute",
    ),
    Case(
        "whose-brother-in-law",
        'Olga Holm was heard on Monday. Her brother-in-law, ⟨Yuri Holmen⟩, told the court: "She waited."',
        "Yuri Holmen",
        role="Olga Holm's brother-in-law",
    ),
    Case(
        "rank-of-two-words-and-a-post",
        '"We are ready," said Army Gen. ⟨Paul Lindqvist⟩, chairman of the Defence Council.',
        "Paul Lindqvist",
        role="chairman of the Defence Council",
    ),
    Case(
        "member-of-a-house-with-a-post",
        'Sen. ⟨Olga Brandt⟩, the top Democrat on the Harbours Committee, said: "We will vote."',
        "Olga Brandt",
        role="top Democrat on the Harbours Committee",
    ),
    Case(
        "possessive-behind-a-full-stop",
        "The U.K.’s trade minister, ⟨Harold Pym⟩, said: “We will sign.”",
        "Harold Pym",
        role="U.K.’s trade minister",
    ),
    Case(
        "once-in-office",
        'They heard Gregor Tamm, once a professor at Tartu University. "It will pass," ⟨Tamm⟩ said.',
        "Gregor Tamm",
        role="once a professor at Tartu University",
    ),
    Case(
        "then-and-now",
        '"It leaks," said ⟨Mark Hollis⟩, a former navy diver and now an instructor at the Harbour School.',
        "Mark Hollis",
        role="former navy diver and now an instructor at the Harbour School",
    ),
    Case(
        "paper-by-apposition",
        '"It is a scandal," wrote ⟨Svenja Morgen⟩, a local newspaper.',
        "Svenja Morgen",
        type="media",
    ),
    Case("ministry-of-a-state", '"No talks," ⟨Norway\'s foreign ministry⟩ said.', "Norway's foreign ministry", type="body"),
    Case("inquiry", '⟨A Norwegian public inquiry⟩ found that the pilot "knew".', "a Norwegian public inquiry", type="body"),
    Case("share-of-the-asked", '⟨34 percent⟩ said they saw them as "bandits".', "34 percent", type="group"),
    Case(
        "response",
        '⟨A terse response from the airline⟩ read: "No comment."',
        "a terse response from the airline",
        type="document",
    ),
    Case(
        "office-of-the-state-behind", 'President ⟨Ana Vidal⟩ of Chile said: "We agree."', "Ana Vidal", role="President of Chile"
    ),
    Case(
        "branch-of-two-words-before-a-name",
        'Director of National Security ⟨Tove Lunde⟩ said: "Nobody knew."',
        "Tove Lunde",
        role="Director of National Security",
    ),
    Case(
        "clause-that-tells-the-office",
        'Kenji Moriya, 78, who heads the association of island doctors, was glad. "We waited," ⟨Moriya⟩ said.',
        "Kenji Moriya",
        role="head of the association of island doctors",
    ),
    Case(
        "appointed",
        '⟨Edgar Sohl⟩, appointed the family’s lawyer to represent them, called it "nonsense".',
        "Edgar Sohl",
        role="family’s lawyer",
    ),
    Case(
        "leader-by-office-before-his-name",
        "The talks failed. Russia’s foreign minister called the offer ”odd”.\n\nAsked why, ⟨Sergey Lavrov⟩ replied: ”Read it.”",
        "Sergey Lavrov",
        role="Russia’s foreign minister",
    ),
    Case(
        "first-office-stays",
        'The Harbour Ministry’s special envoy for island rights says fees will fall. "It takes time," Ivo Stanek said. '
        'The rights envoy promised more. "They will fall," ⟨Stanek⟩ said.',
        "Ivo Stanek",
        role="Harbour Ministry’s special envoy for island rights",
    ),
    Case(
        "no-role-out-of-a-quotation",
        "The harbour adviser to the governor said on Monday that fees show greed.\n\n⟨Ada Kolb⟩ said they were absurd.\n\n"
        '"General Kolb forgot the storm," the governor wrote.',
        "Ada Kolb",
        role="harbour adviser to the governor",
    ),
    Case(
        "ministry-of-the-country",
        'Norway accused its neighbour on Monday. The country\'s Ministry of Trade called the fees "absurd". "They hurt," '
        "⟨the ministry⟩ said.",
        "Norway's Ministry of Trade",
        type="body",
    ),
    Case(
        "police-of-a-state",
        'Norwegian police have detained a sailor. "He threw a bottle," ⟨police⟩ said.',
        "Norwegian police",
    ),
    Case("co-organizer", 'Co-organizer ⟨Dana Whitlow⟩ said: "We begin at noon."', "Dana Whitlow", role="Co-organizer"),
    Case("counsel", 'Counsel ⟨Maree Tolland⟩ said: "They were never heard."', "Maree Tolland", role="Counsel"),
    Case(
        "party-in-brackets",
        '"The survey is early," said the NP (R) assembly party leader ⟨R V Gowdappa⟩.',
        "R V Gowdappa",
        role="NP (R) assembly party leader",
    ),
    Case(
        "short-form-in-brackets",
        'Palm Retail chief executive officer (CEO) ⟨Farid Mansor⟩ said: "We will grow."',
        "Farid Mansor",
        role="Palm Retail chief executive officer (CEO)",
    ),
    Case(
        "reporters-adjective",
        'A weary Prime Minister ⟨Leena Aaltonen⟩ told parliament: "We have no majority."',
        "Leena Aaltonen",
        role="Prime Minister",
    ),
    Case(
        "office-of-two-regions",
        '"It begins," Assistant Director-General and Regional Director for Africa ⟨Marta Ferrol⟩ told delegates.',
        "Marta Ferrol",
        role="Assistant Director-General and Regional Director for Africa",
    ),
    Case(
        "no-second-comma",
        '⟨Petra Holm⟩, a spokeswoman for the ruling Reform Party told reporters the vote was "a scandal".',
        "Petra Holm",
        role="spokeswoman for the ruling Reform Party",
    ),
    Case(
        "two-modifiers-behind",
        '"They came here," ⟨Ray Tunney⟩, heritage and land officer with the Coast Trust said.',
        "Ray Tunney",
        role="heritage and land officer with the Coast Trust",
    ),
    Case(
        "office-beside-a-trade",
        '"It is not paid," said activist ⟨Rina Sahay⟩, co-founder of Fair Wages.',
        "Rina Sahay",
        role="co-founder of Fair Wages",
    ),
    Case(
        "unknown-noun",
        '"I buy it abroad," said ⟨Salma Odeh⟩, a Jordanian homebody.',
        "Salma Odeh",
        role="Jordanian homebody",
    ),
    Case(
        "one-of-the-organizers",
        'Mirela Danu is one of the organizers.\n\n"We have waited for years," ⟨Danu⟩ said.',
        "Mirela Danu",
        role="one of the organizers",
    ),
    Case("who-is-a-geologist", '⟨Anita Roop⟩, who is a geologist, called it "unsound".', "Anita Roop", role="geologist"),
    Case(
        "three-offices-of-one",
        'The director, producer and founder of Blue Lake Films, ⟨Oliver Marchand⟩, said: "It will be shown here."',
        "Oliver Marchand",
        role="director, producer and founder of Blue Lake Films",
    ),
    Case(
        "first-office-behind",
        "⟨Karim Haddad⟩, Chair of the Engineering Department, principal investigator of the cooling project, and lead for "
        'energy, said: "We start in May."',
        "Karim Haddad",
        role="Chair of the Engineering Department",
    ),
    Case(
        "body-behind-of",
        'There was no inquiry, said ⟨Moira Kagwe⟩ of Amnesty International: "None."',
        "Moira Kagwe",
        role="Amnesty International",
    ),
    Case(
        "body-behind-from",
        '⟨Berta Karanja⟩ from the Ministry of Agriculture, Livestock and Fisheries said the insects were "good food".',
        "Berta Karanja",
        role="Ministry of Agriculture, Livestock and Fisheries",
    ),
    Case(
        "body-as-owner",
        '"It will be cold," said the Bureau of Meteorology\'s ⟨Jon Howe⟩.',
        "Jon Howe",
        role="Bureau of Meteorology",
    ),
    Case("place-is-no-body", '"It will be cold," said ⟨Jon Howe⟩ from Wellington.', "Jon Howe", role=""),
    Case(
        "description-as-role",
        'Jorge Lind won in March. "We will cut taxes," ⟨the opposition leader⟩ told voters.',
        "Jorge Lind",
        role="opposition leader",
    ),
    Case(
        "body-behind-a-comma",
        'Dr ⟨Anita Roop⟩, chief, Division of Water Research at Kolm University, said: "We tested it twice."',
        "Anita Roop",
        role="chief, Division of Water Research at Kolm University",
    ),
    Case(
        "branch-in-brackets",
        'Dr ⟨Suresh Kaul⟩, director (internal medicine), Coast Memorial Hospital, said: "It spreads slowly."',
        "Suresh Kaul",
        role="director (internal medicine), Coast Memorial Hospital",
    ),
    Case(
        "whole-office-in-front",
        'The order was issued by the education ministry executive director, ⟨Hanna Nel⟩, who called it "final".',
        "Hanna Nel",
        role="education ministry executive director",
    ),
    Case(
        "office-at-the-time",
        'It was approved by the prime minister at the time, ⟨Eitan Levy⟩, who called it "a necessity".',
        "Eitan Levy",
        role="prime minister",
    ),
    Case(
        "fuller-office",
        'Minister Ravin Teeluck opened the fair. "Prices fell," ⟨the Commerce Minister⟩ said.',
        "Ravin Teeluck",
        role="Commerce Minister",
    ),
    Case(
        "office-of-whom-others-speak",
        'Jorge Lind won in March. "We will cut taxes," ⟨the opposition leader⟩ told voters.\n\n"The opposition leader lies," '
        "Ana Ruiz said.",
        "Jorge Lind",
        role="",
    ),
    Case(
        "present-office-before-a-former-one",
        'Former prime minister Imran Beg came late. Reform Party Chairman ⟨Imran Beg⟩ said: "We won."',
        "Imran Beg",
        role="Reform Party Chairman",
    ),
    Case(
        "participle-opens-office",
        '"We are full," said ⟨Lara Pintak⟩, founding managing director of Northern Shipping.',
        "Lara Pintak",
        role="founding managing director of Northern Shipping",
    ),
    Case(
        "two-offices-behind",
        '"Tourism is back," said ⟨Amos Kiprono⟩, Savanna Airways CEO and Group Managing Director.',
        "Amos Kiprono",
        role="Savanna Airways CEO and Group Managing Director",
    ),
    Case(
        "hyphened-office",
        '"It opens," said ⟨Mattar Al Zaabi⟩, director-general and chairman of the Board of the Transport Authority.',
        "Mattar Al Zaabi",
        role="director-general and chairman of the Board of the Transport Authority",
    ),
    Case(
        "editor-in-chief-behind",
        '"It opens," said ⟨Ali Noor⟩, editor-in-chief of the Gazette.',
        "Ali Noor",
        role="editor-in-chief of the Gazette",
    ),
    Case(
        "branches-of-an-office",
        '⟨The Minister of Labour, Industrial Relations and Employment Creation⟩, Paulus Nangolo, said: "We are full."',
        "Paulus Nangolo",
        role="Minister of Labour, Industrial Relations and Employment Creation",
    ),
    Case(
        "according-to-the-minister-of",
        'According to ⟨the Minister of Agriculture and Livestock⟩, Bernardo Manzana, the plan is "ready".',
        "Bernardo Manzana",
        role="Minister of Agriculture and Livestock",
    ),
    Case(
        "letter-to-the-minister",
        'In a letter to the prime minister, ⟨Karin Lind⟩ said it was "a shame".',
        "Karin Lind",
        role="",
    ),
    Case(
        "honorific-behind-comma",
        '"The cable is down," Telecom Angola Chief Executive, ⟨Dr Stanley Mbanda⟩ said.',
        "Stanley Mbanda",
        role="Telecom Angola Chief Executive",
    ),
    Case(
        "trade-by-its-ending",
        '"Visitors must register," said ⟨senior archaeologist Dr Karim Belaid⟩.',
        "Karim Belaid",
        role="senior archaeologist",
    ),
    Case(
        "one-of-the-leaders",
        '⟨Federico Montez⟩, one of the community leaders, said they were "tired".',
        "Federico Montez",
        role="one of the community leaders",
    ),
    Case(
        "title-behind-an-office",
        '⟨U.S. Special Envoy to the Horn of Africa Ambassador Mike Hanson⟩ said, "We are ready."',
        "Mike Hanson",
        role="U.S. Special Envoy to the Horn of Africa",
    ),
    Case(
        "office-ends-before-apposition",
        '"They work," said ⟨Luiz Lustoza⟩, president of the Native Bee Institute, a non-profit organization.',
        "Luiz Lustoza",
        role="president of the Native Bee Institute",
    ),
    Case(
        "office-told-by-description",
        'Ravi Perumal opened the road on Monday.\n\n"It is done," ⟨the Prime Minister⟩ told the crowd.',
        "Ravi Perumal",
        role="Prime Minister",
    ),
    Case(
        "short-form-mec",
        'KwaZulu-Natal MEC for Finance Nomsa Dube spoke on Tuesday.\n\n"The money is there," ⟨the MEC⟩ said.',
        "Nomsa Dube",
        role="KwaZulu-Natal MEC for Finance",
        type="person",
    ),
    Case(
        "short-form-oc",
        'Tawfiq Islam, OC of Mohanpur Police Station, denied it.\n\n"We tried to help," said ⟨the OC⟩.',
        "Tawfiq Islam",
        role="OC of Mohanpur Police Station",
        type="person",
    ),
    Case(
        "short-form-lg",
        'Lieutenant Governor, Manoj Sen opened the school. "It is a new day," ⟨the LG⟩ added.',
        "Manoj Sen",
        type="person",
    ),
    Case(
        "short-form-before-initial",
        '⟨Cuddapah SP S Shakti Ganesh⟩ said, "Two men were held."',
        "S Shakti Ganesh",
        role="Cuddapah SP",
        type="person",
    ),
    Case(
        "role-in-marks-is-a-joke",
        "The president hugged his 'old sparring partner' Paul Kerr at the gate. “We never fought,” ⟨Kerr⟩ said.",
        "Paul Kerr",
        role="",
    ),
    Case("tan-sri", '"We stand together," said ⟨Tan Sri Lim Kok Wing⟩.', "Lim Kok Wing", role=""),
    Case(
        "first-names-of-four",
        'Abdel Shakur Muhammad Khalil, a refugee from western Sudan, came in 2010. "It is a farce," ⟨Abdel Shakur⟩ says.',
        "Abdel Shakur Muhammad Khalil",
        role="refugee from western Sudan",
    ),
    Case(
        "union-and-its-initials",
        'The Delhi State Nursery Workers and Helpers Union (DSNWHU) met. ⟨DSNWHU⟩ said it was "a farce".',
        "Delhi State Nursery Workers and Helpers Union",
        type="body",
    ),
    Case("no-day-in-a-name", '⟨A Tokyo court on Wednesday⟩ called it "a farce".', "a Tokyo court", type="body"),
    Case("friday's-affidavit", '⟨Friday’s affidavit⟩ states that they were "part of a plot".', "affidavit", type="document"),
    Case("said-report", '⟨The said report⟩ claims the body has "wide cracks".', "report", type="document"),
    Case("article-of-a-law", 'According to ⟨Article 13⟩, nobody may be "held without cause".', "Article 13", type="document"),
    Case("judicial-source", '"It is over," ⟨a senior judicial source⟩ said.', "a senior judicial source", type="person"),
    Case(
        "branch-before-the-name",
        '"We need more time," ⟨the Minister of Gender Equality and Family Kim Hyun-mi⟩ said.',
        "Kim Hyun-mi",
        role="Minister of Gender Equality and Family",
    ),
    Case("hyphened-tail", '"The troops are gone," ⟨Rep. Yoo Sang-bum of the ruling party⟩ said.', "Yoo Sang-bum", role="Rep."),
    Case("era-is-no-name", 'The slogan is old.\n\n"Serve," ⟨a Xi Jinping-era slogan⟩ said.', "a Xi Jinping-era slogan"),
    Case(
        "reporter-with-outlet",
        "⟨Al Jazeera’s Yulia Shapovalova⟩, reporting from Moscow, said residents were “in shock”.",
        "Yulia Shapovalova",
        type="person",
    ),
    Case("husband-by-one-name", 'Her husband, Per, nodded. "Hell," ⟨he⟩ repeated.', "Per", type="person"),
    Case(
        "vice-president-of-an-academy",
        '"We knew it," ⟨the Russian Academy\'s vice-president, Igor Belov⟩, said.',
        "Igor Belov",
        type="person",
    ),
    Case(
        "connecticut-democrat",
        'Sen. Chris Lowell spoke next. "It is a disgrace," ⟨the Connecticut Democrat⟩ said.',
        "Chris Lowell",
    ),
    Case(
        "office-of-a-department",
        "⟨Director of the First European Department of the Russian Foreign Ministry Artyom Lunin⟩ said in an interview that"
        ' Paris "has burned bridges."',
        "Artyom Lunin",
        role="Director of the First European Department of the Russian Foreign Ministry",
    ),
    Case(
        "diplomat-by-ministry",
        'Deputy Foreign Minister Sergey Rudin called the letter "empty."\n\nDirector of the First European Department of the'
        ' Russian Foreign Ministry Artyom Lunin said Paris "has burned bridges." ⟨The diplomat⟩ noted that "the ball is theirs."',
        "Artyom Lunin",
    ),
    Case(
        "acting-head",
        '⟨Acting head of the Donetsk People\'s Republic (DPR) Denis Marchuk⟩ told the channel: "All is calm."',
        "Denis Marchuk",
        role="Acting head of the Donetsk People's Republic (DPR)",
    ),
    Case(
        "member-is-the-senator",
        'Member of the Federation Council (upper house) Committee on Foreign Affairs Sergey Tsarkov said Kiev "wants no peace."'
        ' According to ⟨the senator⟩, "the West will not stop."',
        "Sergey Tsarkov",
    ),
    Case(
        "ex-pm",
        "Former UK Prime Minister Brian Harding told LBC radio that Putin “must fail.” ⟨The ex-PM⟩, who stepped down in 2022,"
        " said Kiev deserved “everything it asks for.”",
        "Brian Harding",
    ),
    Case(
        "office-that-somebody-had",
        'Congress leader Jairam Rao accused the government of "doublespeak".\n\n⟨Mr. Rao⟩, who was Environment Minister under'
        ' Manmohan Singh, said the savings "went to two companies".',
        "Jairam Rao",
        role="Congress leader",
    ),
    Case(
        "two-descriptions-of-one",
        "⟨Dr. Nina Krasova⟩, a professor at the New School in New York and a ⟨great-granddaughter of the Soviet leader Nikita S."
        ' Krasov⟩, said the aim was "silence."',
        "Nina Krasova",
        type="person",
    ),
    Case(
        "initials-of-a-president",
        'Andrés Manuel López Obrador spoke. "He is respected," ⟨AMLO⟩ said.',
        "Andrés Manuel López Obrador",
    ),
    Case("abu", 'Abu Hamza al-Masri, a baker in Idlib, wept. "They want us dead," ⟨Abu Hamza⟩ said.', "Abu Hamza al-Masri"),
    Case(
        "prince-is-no-office",
        "Saudi Energy Minister Prince Khalid bin Faisal spoke. ⟨His Russian counterpart, Alexander Rogov⟩, said the market was"
        ' "balanced".',
        "Alexander Rogov",
        role="Russian Energy Minister",
    ),
    Case("don-is-a-name", 'There was "no time to waste", said ⟨Rep. Don Baker⟩, R-Neb.', "Don Baker", role="Rep."),
    Case(
        "party-of-who-speaks",
        "“He is wrong and he knows it,” said Sen. Thom Ellis (R-N.C.), referring to Sen. Josh Vane (R-Ohio). ⟨The North Carolina"
        " Republican⟩, who visited Kyiv last year, added: “Base voters will come around.”",
        "Thom Ellis",
    ),
    Case("they-of-one", 'Paul Hale said it was "wrong". A minister went further. "Who else?" ⟨they⟩ said.', "a minister"),
    Case(
        "asked-and-replied",
        'The judge asked Petrov whether he understood. "I understand very well," ⟨he⟩ replied.',
        "Petrov",
    ),
    Case(
        "clause-tells-somebody-new",
        '"It was hell," said Maria Lind, 44.\n\nHer children were burned. The doctor who treated them said they were lucky.'
        ' "Very lucky," ⟨she⟩ said.',
        "the doctor",
    ),
    Case("kremlin", 'The Kremlin answered. "There is no plan," ⟨the Kremlin⟩ said.', "Kremlin", type="body"),
    Case("town", 'The port is closed. ⟨Texas⟩ called it "a blow".', "Texas", type="place"),
    Case(
        "leader-of-the-lead",
        'Nato chief warns Moscow\n\n⟨The head of Nato⟩ has warned that allies will defend "every inch".\n\nSpeaking in Brussels,'
        " Jan Storm said allies would hold.",
        "Jan Storm",
    ),
    Case(
        "office-of-a-known-leader",
        'The Chinese envoy met Sergei Lavrov in Guilin. ⟨The Russian foreign minister⟩ called the talks "useful".',
        "Sergei Lavrov",
    ),
    Case("mep", 'Her protégé, Jordan Vasseur, smiled. ⟨The MEP⟩, 28, told BFMTV: "Enough."', "Jordan Vasseur", type="person"),
    Case("marine-is-a-name", '⟨Marine Duval⟩, leader of the party, called it "campaigning".', "Marine Duval"),
    Case("one-of-them", '"We sleep in turns," said ⟨one of them⟩, a surgeon named Petro.', "Petro", type="person"),
    Case(
        "role-parsed-as-a-twin",
        '"They must stop," Tovar told the council. Russia\'s representative to the council, ⟨Gennady Galin⟩, accused him of'
        ' "bias".',
        "Gennady Galin",
        role="Russia's representative to the council",
    ),
    Case("mum-is-a-woman", 'Ivan Reznik met my mum. "Go home," ⟨she⟩ said.', "mum"),
    Case("lord", '"We shall see," said ⟨Lord Danford⟩.', "Lord Danford"),
    Case("pope", 'Pope Francis prayed. "Enough," ⟨the pope⟩ said.', "Pope Francis", role="Pope"),
    Case("lord-with-given-name", '"We shall see," said ⟨Lord Peter Danford⟩.', "Peter Danford"),
    Case(
        "ministry-of-the-deputy-minister",
        'Deputy Foreign Minister Sergey Rudin said the talks were over. "There is no basis," ⟨the ministry⟩ said in a statement.',
        "Foreign Ministry",
        type="body",
    ),
    Case("ministry-of-nobody", 'Prime Minister Ana Ruiz left. "We pay," ⟨the ministry⟩ said.', "ministry"),
    Case(
        "his-aide-is-not-he",
        'Secretary of State Mark Rubin said the talks were "productive". ⟨His aide⟩, who declined to be named, said that'
        ' "a few words" had to change.',
        "Mark Rubin's aide",
    ),
    Case(
        "her-boss-is-nobody-named",
        'Igor Belov, head of the council, left. Kateryna Rashko, a lawyer, said she wept. Her boss was less moved. "Paper," ⟨he⟩'
        " said.",
        "Kateryna Rashko's boss",
    ),
    Case(
        "state-before-office",
        'Foreign Minister Alvaro Duran called it "scrap". Venezuela\'s Nicolás Madero called this "wise". ⟨The Venezuelan leader⟩'
        ' said that "NATO wants war".',
        "Nicolás Madero",
    ),
    Case(
        "middle-of-a-name",
        'Miguel Díaz-Canel Bermúdez, the Cuban president, arrived. ⟨Díaz-Canel⟩ praised "the brotherly people".',
        "Miguel Díaz-Canel Bermúdez",
    ),
    Case(
        "who-speaks-of-a-president",
        'President Gabriel Boric spoke. José Antonio Kasten, a former congressman, said Boric "talks too much". ⟨The Republican⟩'
        ' added that Chile "should look north".',
        "José Antonio Kasten",
    ),
    Case("one-european", '"It was a trap," ⟨one European diplomat⟩ said.', "a European diplomat"),
    Case(
        "counterpart-in-a-group",
        "Talks were held in Tokyo.\n\nPrime Minister Haruto Kishi and his Irish counterpart Micheal Moran “remain appalled by and"
        " condemn the devastating attacks” by Russia against Ukraine and urge Moscow to withdraw its forces, ⟨they⟩ said in a"
        " joint statement.",
        "Haruto Kishi and Micheal Moran",
        type="group",
    ),
    Case("reader-is-nobody", '⟨You⟩ may say: "But gas was cheap!" It was not.', None),
    Case(
        "role-in-marks",
        "Pavel Orlov waved to his 'loyal friend' Min Dae Sung, the defence minister. ⟨Min⟩ called the pact \"firm\".",
        "Min Dae Sung",
        role="defence minister",
    ),
    Case(
        "an-office-that-no-list-knows",
        'The port is shut.\n\n⟨The harbour master⟩, Ida Brekke, said: "We will not open before Friday."',
        "Ida Brekke",
        type="person",
    ),
    Case("surname-after", 'Ana Ruiz met farmers.\n\n"We will pay," ⟨Ruiz⟩ said.', "Ana Ruiz", type="person"),
    Case(
        "surname-before",
        'Lindqvist calls for calm\n\n"Wait," ⟨Lindqvist⟩ said. Karin Lindqvist leads the party.',
        "Karin Lindqvist",
    ),
    Case(
        "title-in-front",
        '⟨Russian Foreign Ministry spokeswoman Darya Velichko⟩ said "no".',
        "Darya Velichko",
        role="Russian Foreign Ministry spokeswoman",
        type="person",
    ),
    Case(
        "apposition",
        '⟨Nils Hagen⟩, a senior fellow at the Northern Institute, said the plan was "dead".',
        "Nils Hagen",
        role="senior fellow at the Northern Institute",
    ),
    Case("noun-then-name", '"It is over," said ⟨the minister, Pavel Orlov⟩.', "Pavel Orlov", role="minister"),
    Case(
        "of-no-state",
        '"It is late," said ⟨Professor Ana Ruiz of Lima University⟩.',
        "Ana Ruiz",
        role="Professor of Lima University",
    ),
    Case("group-in-front", 'Lind met the media group Anna Nova. ⟨It⟩ called the plan "late".', "Anna Nova", type="body"),
    Case("mullah", '"We will wait," ⟨Mullah Karim Omari⟩ said.', "Karim Omari"),
    Case("secretary-of-state", '⟨Secretary of State Martha Cole⟩ called it "a start".', "Martha Cole", role="Secretary of State"),
    Case(
        "ambassador",
        'Russian Ambassador to Vietnam Gennady S Bezdetko arrived. ⟨Bezdetko⟩ praised "close cooperation".',
        "Gennady S Bezdetko",
        role="Russian Ambassador to Vietnam",
    ),
    Case("initial", 'Gennady S. Orlov spoke first. "Yes," ⟨Gennady Orlov⟩ said later.', "Gennady S. Orlov"),
    Case("korean-surname", 'Kim Jong Un inspected a factory. "Good," ⟨Mr Kim⟩ said.', "Kim Jong Un"),
    Case("korean-hyphen", 'Kim Jong-un arrived on Monday. Later ⟨Kim Jong Un⟩ called it "an alliance".', "Kim Jong-un"),
    Case("vietnamese", 'President To Lam met the guests. ⟨Mr Lam⟩ hailed "friendship".', "To Lam", role="President"),
    Case("spelling", 'Volodymyr Zelenskyy flew to Paris. "We need shells," ⟨Zelensky⟩ said.', "Volodymyr Zelenskyy"),
    Case("particle", 'Ursula van der Berg chaired the talks. "Enough," ⟨van der Berg⟩ said.', "Ursula van der Berg"),
    Case("accent", 'José Nuñez won the vote. "Thank you," ⟨Nunez⟩ said.', "José Nuñez"),
    Case(
        "office",
        '"It is absurd," ⟨South Korean President Yoon Suk Yeol\'s office⟩ said.',
        "Yoon Suk Yeol's office",
        type="office",
    ),
    Case(
        "office-short",
        'President Yoon Suk Yeol spoke on Monday.\n\n"It is absurd," ⟨Yoon\'s office⟩ said.',
        "Yoon Suk Yeol's office",
        type="office",
    ),
    Case("his-lawyer", 'Tom Barker was arrested on Friday. "He denies it," ⟨his lawyer⟩ said.', "Tom Barker's lawyer"),
    Case(
        "embassy", 'The U.S. Embassy in Hanoi protested. "No country should help," ⟨the embassy⟩ said.', "U.S. Embassy in Hanoi"
    ),
    Case(
        "ministry",
        'The Polish Defence Ministry denied it. "Nonsense," ⟨the ministry⟩ said.',
        "Polish Defence Ministry",
        type="body",
    ),
    Case("lowercase-ministry", '⟨Norway\'s foreign ministry⟩ called it "a provocation".', "Norway's foreign ministry"),
    Case(
        "acronym",
        'The Korean Central News Agency reported the launch. ⟨KCNA⟩ called it "a triumph".',
        "Korean Central News Agency",
        type="media",
    ),
    Case("company", 'Nordgas cut its forecast on Monday. "We see no recovery," ⟨the company⟩ said.', "Nordgas"),
    Case(
        "newspaper",
        'The Baltic Herald has a scoop. The deal is "a scandal", ⟨the newspaper⟩ wrote.',
        "Baltic Herald",
        type="media",
    ),
    Case("place", 'The talks failed. ⟨Moscow⟩ called the demand "absurd".', "Moscow", type="body"),
    Case(
        "document",
        'The ministers issued a joint statement. "We condemn it," ⟨the statement⟩ said.',
        "a joint statement",
        type="document",
    ),
    Case("group", '⟨Residents⟩ say they had "no warning".', "Residents", type="group"),
    Case(
        "homeless-man", 'A homeless man raised the alarm. "I knocked on every door," ⟨he⟩ said.', "a homeless man", type="person"
    ),
    Case(
        "unnamed-spokesman", '⟨A spokesman for the ministry⟩ said it was "untrue".', "a spokesman for the ministry", type="office"
    ),
    Case("pronoun-he", 'Oleg Marin and Vera Holt argued. Marin left early. "Fine," ⟨he⟩ said.', "Oleg Marin"),
    Case("pronoun-she", 'Oleg Marin and Vera Holt argued. Marin left early. "Fine," ⟨she⟩ said.', "Vera Holt"),
    Case(
        "pronoun-not-quoted",
        'Vera Holt spoke first. "I trust Anna Lind completely," ⟨she⟩ said.',
        "Vera Holt",
    ),
    Case("pronoun-speaker", 'Ivan Petrov said Boris Kozlov would resign. "He lost," ⟨he⟩ added.', "Ivan Petrov"),
    Case("principle-c", 'Karl Brandt met Otto Weiss in Bonn. ⟨He⟩ told Weiss it was "the end".', "Karl Brandt"),
    Case("gender-by-title", 'Mr Chanda met Ms Okoro in Lagos. "It works," ⟨she⟩ said.', "Okoro"),
    Case("gender-by-ending", 'Analyst Belkova and historian Tarasov disagreed. "Nobody knows," ⟨she⟩ said.', "Belkova"),
    Case("spokesman-woman", 'Maria Orlova, a spokesman for the ministry, denied it. "No," ⟨she⟩ said.', "Maria Orlova"),
    Case(
        "it-body", 'The Energy Agency cut its forecast on Monday. "Demand is falling," ⟨it⟩ said.', "Energy Agency", type="body"
    ),
    Case("it-operator", 'The port\'s operator, Eastern Terminals, protested. "We carry grain," ⟨it⟩ said.', "Eastern Terminals"),
    Case("they-group", 'Two engineers were fired on Monday. "We did our job," ⟨they⟩ said.', "Two engineers", type="group"),
    Case(
        "minister",
        'Foreign Minister Pavel Orlov arrived. "We wait," ⟨the minister⟩ said.',
        "Pavel Orlov",
        role="Foreign Minister",
    ),
    Case(
        "leader-by-state",
        'Russian President Igor Volkov met Chinese President Chen Wei. "We agree," ⟨the Russian leader⟩ said.',
        "Igor Volkov",
    ),
    Case("senator-lawmaker", 'Sen. Ruth Adler voted no. "I cannot," ⟨the lawmaker⟩ said.', "Ruth Adler"),
    Case("age", 'Janet Cole, 54, runs a bakery. Her brother Hugh Cole helps. "I like it," ⟨the 54-year-old⟩ said.', "Janet Cole"),
    Case(
        "collision-first-name",
        'Bill Carver and Hillary Carver voted early. "I feel great," ⟨Hillary⟩ said.',
        "Hillary Carver",
    ),
    Case("collision-title", 'Bill Carver and his wife Laura Carver voted. "Great day," ⟨Mrs Carver⟩ said.', "Laura Carver"),
    Case("relative", 'The plan was attacked by President Lena Falk, ⟨who⟩ called it "madness".', "Lena Falk"),
    Case(
        "joint",
        '⟨Prime Minister Ken Ito⟩ and ⟨President Mia Boll⟩ called it "a milestone" in a joint statement.',
        "Ken Ito and Mia Boll",
        flag="joint",
    ),
    Case("label", "A transcript follows.\n\n⟨RUIZ⟩: We will not pay.\n\nMayor Ana Ruiz spoke on Sunday.", "Ana Ruiz"),
    Case(
        "mentioned-on-the-way",
        'Mr Falk said he was tired. Asked about Russian President Igor Volkov, ⟨the president⟩ said, "No comment today."',
        "Falk",
    ),
    Case("named-next", '"Nobody knows," ⟨he⟩ said.\n\nOtto Weiss runs the bank.', "Otto Weiss"),
    Case("named-next-other", '"Nobody knows," ⟨she⟩ said.\n\nMr Weiss runs the bank.', None, flag="unresolved"),
    Case("nobody", '"Fine," ⟨he⟩ said.', None, flag="unresolved"),
    Case("nickname", 'Fire chief Bethan "Buster" Rowlands spoke. "Well done," ⟨Rowlands⟩ said.', 'Bethan "Buster" Rowlands'),
    Case(
        "description-first",
        'A regional governor accused the army. ⟨She⟩ called it "terror".\n\n"They knew," the governor, Iryna Savchuk, said.',
        "Iryna Savchuk",
    ),
    Case("junior", 'Donald Barr was away. Donald Barr Jr took the call. "He is out," ⟨Barr Jr⟩ said.', "Donald Barr Jr"),
    Case(
        "new-statement-behind-the-words-of-a-body",
        'The Norwegian harbour ministry said ten thousand had crossed. "The pier is calm," ⟨a statement⟩ said.',
        "Norwegian harbour ministry statement",
    ),
    Case(
        "new-statement-behind-the-words-of-a-person",
        'Ana Ruiz said ten thousand had crossed. "The pier is calm," ⟨a statement⟩ said.',
        "a statement",
    ),
    Case(
        "statement-of-an-embassy-without-a-name",
        'The Norwegian embassy rejected it in a statement. "We sent the list in May," ⟨the statement⟩ said.',
        "Norwegian embassy statement",
    ),
    Case(
        "report-of-an-office-with-a-name-in-front",
        'Most were hungry, the UN harbour office said in a report published on Monday. ⟨The report⟩ calls it "a shame for all".',
        "UN harbour office report",
    ),
    Case(
        "report-of-a-committee-taken-up-by-its-length",
        'The vote was bought, a committee of MPs said in a report.\n\n⟨The 50-page report⟩ says "nobody asked a question".',
        "report by a committee of MPs",
    ),
    Case(
        "statement-behind-an-office-by-whose-it-is",
        'Mayor Ana Ruiz will go, her office said on Monday. "It is a simple question," ⟨a statement⟩ read.',
        "Ana Ruiz's office statement",
    ),
    Case(
        "circular-of-people-set-apart",
        'The bishops of Vilnia sent a circular to all towns. "Nobody shall ring the bells," ⟨the circular⟩ says.',
        "circular by bishops of Vilnia",
    ),
    Case(
        "statement-with-the-ministry-that-has-it",
        'The Norwegian harbour ministry summoned the envoy. "We wait for an answer," ⟨the ministry\'s statement⟩ said.',
        "Norwegian harbour ministry's statement",
    ),
    Case(
        "indictment-stays-what-it-is",
        'Prosecutors unsealed an indictment. "They took the money," ⟨the indictment⟩ says.',
        "an indictment",
    ),
    Case(
        "statement-of-issuer",
        'The Foreign Ministry rejected the claim in a statement. "We deny it," ⟨the statement⟩ said.',
        "Foreign Ministry statement",
        type="document",
    ),
    Case(
        "letter-of-person",
        'Vera Holt sent a letter to the board. "I resign," ⟨the letter⟩ said.',
        "Vera Holt's letter",
        type="document",
    ),
    Case(
        "article-of-paper",
        'The Baltic Herald reported on Monday that the port would close. "Nobody was told," ⟨the article⟩ said.',
        "Baltic Herald article",
    ),
    Case(
        "statement-behind-other-words",
        'The Foreign Ministry called it false. "We deny it," ⟨the final report of the auditors⟩ said.',
        "final report of the auditors",
    ),
    Case(
        "spokesperson-of-body",
        'Northern Steel said it would stop buying coal. "We keep our word," ⟨the spokesperson⟩ said.',
        "Northern Steel spokesperson",
        type="office",
    ),
    Case(
        "panel",
        'The Senate Intelligence Committee backed the finding. "We concur," ⟨the panel⟩ said.',
        "Senate Intelligence Committee",
        type="body",
    ),
    Case(
        "diplomat-goes-on",
        'Trade wars are coming, Orlov said in Geneva.\n\n"The talks are blocked," ⟨the Russian diplomat⟩ noted.',
        "Orlov",
    ),
    Case(
        "president-is-not-the-chancellor",
        'Chancellor Otto Weiss said it would rain. "We shall stay dry," ⟨the president⟩ said.',
        "the president",
    ),
    Case(
        "minister-of-the-sentence-before",
        "Officials, including Defence Minister Oren Tal, met on Monday.\n\nThe harbour stays closed for the winter.\n\n"
        "Norwegian Foreign Minister Karin Holm called the plan absurd. She also noted that it was late.\n\n"
        'On Tuesday, ⟨the minister⟩ revealed that inspectors had been invited to "see for themselves".',
        "Karin Holm",
    ),
    Case(
        "official-who-is-a-deputy",
        "Officials, including Defence Minister Oren Tal, met on Monday.\n\nThe harbour stays closed for the winter.\n\n"
        'Norway\'s deputy representative to the UN, Per Dahl, disagreed. "They can come," Dahl explained.\n\n'
        'At the same time, ⟨the official⟩ claimed that the danger remains "very high".',
        "Per Dahl",
    ),
    Case(
        "only-one-told-of",
        'Ivar Brekke told the audience: "I have followed the war."\n\nIn his message, ⟨the sporting star⟩ said he is "moved".',
        "Ivar Brekke",
    ),
    Case(
        "editor-of-what-he-founded",
        "Ivar Brekke, the founder of NordLeaks, spoke to reporters on Monday about the war in the north.\n\n"
        'In the interview, ⟨the NordLeaks editor⟩ said he was "tired of it".',
        "Ivar Brekke",
    ),
    Case(
        "first-lady-is-not-the-lady-before",
        'Ola Brekke was quick to praise the president and the First Lady. ⟨He⟩ said: "I wanted to thank them."',
        "Ola Brekke",
    ),
    Case(
        "described-with-another-name-inside",
        "The plan was known, said Ana Ruiz, the editor-in-chief of Coastal Press's parent group Mira Sund. "
        'The head of the group spoke on Monday. "It became obvious," ⟨she⟩ said.',
        "Ana Ruiz",
    ),
    Case(
        "lawmaker-by-place-and-party",
        'House Judiciary Chairman Ron Feller said on Sunday his committee will call Lind.\n\n"We will see," '
        "⟨the New York Democrat⟩ wrote.",
        "Ron Feller",
    ),
    Case(
        "unnamed-in-the-lead-named-below",
        'There are "many signs" that the talks fail, ⟨a senior diplomat⟩ claimed.\n\nThe talks began in May in Oslo.\n\n'
        'Delegates met again on Monday. "There is a lot of fuss, and there are many signs that they fail," ⟨Jonas Dahl⟩ said.',
        "Jonas Dahl",
    ),
    Case(
        "nation-behind-an-adjective",
        'Mirra Orlova beat Lena Falk on Sunday. "I was tired," ⟨the top-ranked Russian⟩ said after the match.',
        "Mirra Orlova",
    ),
    Case(
        "former-spy-is-somebody-else",
        'Lind said the file was empty. "I filled it," ⟨the former British spy⟩ said.',
        "the former British spy",
    ),
    Case(
        "speaker-goes-on",
        "Boris Kozlov has no plan, thinks Ivan Petrov, an economist in Riga.\n\n"
        '"I do not see one," Petrov said of Kozlov.\n\n"This will end badly," ⟨he⟩ added.',
        "Ivan Petrov",
    ),
    Case(
        "introduced",
        "Ifor Price was still looking for the cat. Mr Price was calm.\n\n"
        'A homeless man raised the alarm after four. "I banged on every door," ⟨he⟩ told the council.',
        "a homeless man",
    ),
    Case(
        "only-as",
        'A teenager, who gave her name only as Anna, waited outside. "My teacher is kind," ⟨she⟩ said.',
        "Anna",
    ),
    Case(
        "feminine-surname",
        'Liudmila Petrova packed the bags. "They wanted to know," says ⟨Petrova⟩. Her brother Viktor Petrov laughed.',
        "Liudmila Petrova",
    ),
    Case(
        "vocative-is-no-role",
        "⟨RUTH KELLERMAN⟩, HOST: Governor, you voted for it.\n\nELLISON: I did.\n\nRuth Kellerman hosts the show.",
        "Ruth Kellerman",
        role="HOST",
    ),
    Case("party-is-nobody", 'Sen. James Cole, R-Ohio, voted no. "It is wrong," ⟨he⟩ said.', "James Cole"),
    Case("no-article-twice", 'On Tuesday another report named him. ⟨It⟩ called it "theft".', "another report"),
    Case(
        "interview",
        "Marta Lindqvist, the head of the port, spoke to Per Dahl about the strike. Lindqvist was calm.\n\n"
        "Q: How long will it last?\n\n⟨A⟩: Not a day too long.",
        "Marta Lindqvist",
    ),
    Case("interviewer", "Marta Lindqvist runs the port.\n\n⟨Q⟩: How long will it last?", None, flag="interviewer"),
    Case("first-person", '"Go home," ⟨I⟩ said.', None, flag="unresolved"),
    Case(
        "counterpart",
        "Norwegian Foreign Minister Per Dahl met his Spanish counterpart, Jose Ruiz, in Oslo.\n\n"
        'Europe would not accept "a border drawn by force", ⟨the Spanish minister⟩ said.',
        "Jose Ruiz",
        role="Spanish Foreign Minister",
    ),
    Case(
        "deputy-minister-is-no-lawmaker",
        "Deputy Foreign Minister Pavel Orlov left.\n\nIvan Lozov, chairman of the Duma committee on trade, stayed. "
        '"We are ready," ⟨the lawmaker⟩ said.',
        "Ivan Lozov",
    ),
    Case(
        "portfolio",
        "Turkish Foreign Minister Emre Aksoy spoke first. Turkish Defense Minister Orhan Demir came later. "
        'Aksoy smiled. "Ships will sail," ⟨the defense minister⟩ said.',
        "Orhan Demir",
    ),
    Case(
        "former-president-is-not-the-president",
        'President Karl Weber was silent. "They deserve better," ⟨the former president⟩ said.',
        "the former president",
    ),
    Case(
        "son-of-the-same-name",
        'Donald Barr Jr. said no.\n\nPresident Donald Barr was proud of him. "He is honest," ⟨Barr⟩ wrote.',
        "Donald Barr",
        role="President",
    ),
    Case("nickname-of-given-name", 'William Cole resigned. "I am tired," ⟨Bill Cole⟩ said.', "William Cole"),
    Case(
        "national",
        'The energy commissioner, Dan Holm, was blunt. "Not one more molecule," ⟨the Dane⟩ said.',
        "Dan Holm",
    ),
    Case(
        "party-and-state",
        'Sen. James Cole, R-Tenn., was troubled. "It ends here," ⟨the Tennessee Republican⟩ told reporters.',
        "James Cole",
    ),
    Case(
        "state-of-a-possessor",
        "Sweden's minister Karin Holm smiled. Norway's Anna Berg came too. \"It is cold,\" ⟨the Norwegian minister⟩ said.",
        "Anna Berg",
    ),
    Case(
        "state-corporation",
        'The OSCE closed its mission.\n\nRosatom denied the claim. "It is nonsense," ⟨the state corporation⟩ said.',
        "Rosatom",
        type="body",
    ),
    Case("acronym-is-a-body", 'HUR saw it first. "Moscow will lie," ⟨HUR⟩ said.', "HUR", type="body"),
    Case(
        "acronym-of-an-office",
        'External Affairs Minister Arun Nair flew home. "We buy from all," ⟨the EAM⟩ said.',
        "Arun Nair",
    ),
    Case(
        "lead-by-description",
        '⟨Germany\'s foreign minister⟩ has accused Moscow of "playing with fire".\n\nKarin Holm said it must stop.',
        "Karin Holm",
    ),
    Case(
        "lead-about-somebody-else",
        "⟨Germany's foreign minister⟩ has accused Moscow of \"playing with fire\".\n\nFrance's Luc Petit left.",
        "Germany's foreign minister",
    ),
    Case(
        "couple",
        'Tom Harding and his wife, Olga, left. "I was afraid," Tom Harding said. The guards were "decent", ⟨Mrs Harding⟩ said.',
        "Mrs Harding",
    ),
    Case(
        "manager-and-husband",
        '⟨Her manager⟩ and ⟨husband⟩, Gleb Rudin, said she was "in bits".',
        "Gleb Rudin",
        type="person",
    ),
    Case(
        "named-in-his-own-words",
        'Ana Ruiz asked twice. "I pressed President Orlov on it," ⟨the president⟩ wrote.',
        "Ana Ruiz",
    ),
    Case(
        "described-in-his-own-words",
        '"Be a good ambassador of your country," ⟨he⟩ said.\n\nPer Dahl also asked them to study.',
        "Per Dahl",
    ),
    Case(
        "first-person-of-a-turn",
        'RUTH KELLERMAN, HOST: Are you late?\n\nPER DAHL: Yes. ⟨I⟩ said: "We are always late."',
        "Per Dahl",
    ),
    Case("two-scholars", 'The scholars Ana Ruiz and Per Dahl met. "It is wrong," ⟨they⟩ wrote.', "Ana Ruiz and Per Dahl"),
    Case("called", 'A driver called Ivan sat there. "They took my sons," ⟨he⟩ says.', "Ivan"),
    Case(
        "no-role-from-quoted-words",
        'Ana Ruiz hugged Per Dahl. "He is a good boy," she said. "Thanks," ⟨Dahl⟩ said.',
        "Per Dahl",
        role="",
    ),
    Case(
        "secretary-general-commands-nobody",
        'The alliance\'s secretary general, Jan Berg, left. Lieutenant General Per Dahl stayed. "We know," ⟨the general⟩ said.',
        "Per Dahl",
    ),
    Case(
        "one-minister-stays-unnamed",
        '"It was a trap," ⟨one minister⟩ said.\n\nAna Ruiz, the interior minister, left.',
        "a minister",
    ),
    Case(
        "anonymity-is-kept",
        '"We lost," said ⟨a senior lawmaker⟩, who spoke on condition of anonymity.\n\nAna Ruiz left early. She is a lawmaker.',
        "a senior lawmaker",
    ),
    Case(
        "a-minister-is-not-a-later-one",
        '⟨A minister⟩ called it "a circus". Ana Ruiz, the interior minister, left.',
        "a minister",
    ),
    Case(
        "the-chancellor-is-no-president",
        'Putin spoke first. "We are ready," he said. "I doubt it," ⟨the German chancellor⟩ said.',
        "the German chancellor",
    ),
    Case(
        "the-leader-of-the-known-state",
        'Putin met Xi. "We are friends," Putin said. "We are partners," ⟨the Chinese leader⟩ said.',
        "Xi",
    ),
    Case(
        "the-prosecutor-is-not-the-hero",
        'Navalny laughed. "Cowards," he said. "Sit down!" ⟨the prosecutor⟩ shouted.',
        "the prosecutor",
    ),
    Case(
        "the-speaker-of-parliament",
        'Lee said he would resign. "No," said ⟨the speaker of parliament⟩.',
        "the speaker of parliament",
    ),
    Case(
        "no-deputy-is-the-attorney-general",
        'Barrow read the report. ⟨The attorney general⟩ wrote that he and Deputy Attorney General Per Dahl were "content".',
        "Barrow",
    ),
    Case("given-names-tell-gender", '"Stop it," said Anna.\n\n"Stop what?" said Boris.\n\n"You know," ⟨she⟩ said.', "Anna"),
    Case("no-leader-of-the-other-gender", 'Putin arrived late. The crowd cheered. "They are cheap," ⟨she⟩ said.', None),
    Case(
        "the-unnamed-subject-right-before",
        'Lavrov said it was "absurd". The British foreign secretary disagreed. "It is a fact," ⟨he⟩ said.',
        "the British foreign secretary",
    ),
    Case(
        "in-which-he-said",
        'A navy spokesperson referred reporters to Holm\'s public remarks, in which ⟨he⟩ said they "can win".',
        "Holm",
    ),
    Case(
        "as-for-somebody",
        'Piet Ansah smiled. "It is hard," Ansah said. As for Kofi Duah, ⟨he⟩ said it was "a joy".',
        "Kofi Duah",
    ),
    Case(
        "whom-a-relative-clause-tells-of",
        '"I teach dance," Jo Valk says. "I love it," he adds.\n\nMusic also matters to Aki Tuomi, '
        'who opened the evening with a drum.\n\n"I like to share it," ⟨he⟩ says.',
        "Aki Tuomi",
    ),
    Case(
        "no-man-by-a-western-family-name",
        '"We had no word for it," says Avital Rosen-Kalinsky, founder of a charity.\n\n"Nobody talked," ⟨she⟩ explains.',
        "Avital Rosen-Kalinsky",
    ),
    Case("no-place-somebody-is-from", '"Here is hell," said Ismara, a mother from Tarmin. "Who can live?" ⟨she⟩ said.', "Ismara"),
    Case("a-body-with-an-article", "The plan is a choice, ⟨the Mewan Rakyat⟩ was told on Monday.", "Mewan Rakyat", type="body"),
    Case(
        "no-event-is-a-fuller-name",
        'The Bola Adeyemi Colloquium opened on Monday. ⟨Bola Adeyemi⟩ said it was "a gift".',
        "Bola Adeyemi",
    ),
    Case(
        "two-family-names",
        'Vice President Salvador Ruiz Mesa came late. ⟨Ruiz Mesa⟩ called for the "best use of machines".',
        "Salvador Ruiz Mesa",
    ),
    Case("advocate-is-a-title", '"We wrote twice," said ⟨Advocate Shibbir Rahman⟩.', "Shibbir Rahman"),
    Case(
        "an-acronym-with-a-small-letter",
        "The Directorate of Education (DoE) met. Now ⟨the DoE⟩ has agreed.",
        "Directorate of Education",
    ),
    Case(
        "no-place-of-a-university", "Brekke University in Oslo opened. ⟨Brekke University⟩ said it was full.", "Brekke University"
    ),
    Case(
        "no-antecedent-inside-the-words",
        'Ana Ruiz was cross. "A student cannot pay," she said. The hall was full. "Right," ⟨the young man⟩ said.',
        "the young man",
    ),
    Case(
        "who-disagrees-with-another",
        'Jorge Bucar was sure. "We eat," Bucar said. ⟨The specialist⟩ does not agree with Bucar and says people "eat badly".',
        "the specialist",
    ),
    Case(
        "no-agency-of-the-date-line",
        'YANGON, July 25 (Reuters): Malaysia\'s Petrol Council has jailed four "terror suspects", ⟨it⟩ said on Monday.',
        "Malaysia's Petrol Council",
    ),
    Case(
        "a-regime-is-nobody",
        '"Nobody came," explains the owner of the hotel, who keeps his name back.\n\nThen the Orteg-Murill regime held parties.'
        '\n\n"It drove them away," ⟨he⟩ explains.',
        "the owner of the hotel",
    ),
    Case("one-aunty-is-one", '"It is hard," ⟨one Samoan aunty⟩ told the team.', "a Samoan aunty", type="person"),
    Case(
        "an-office-named-long-ago",
        "RBA governor Philip Loh said the path was not clear. "
        + "".join(f"The {a} {b} fell in the {c}. " for a, b, c in zip(_ADJECTIVES, _NOUNS, reversed(_NOUNS), strict=True))
        + 'Data came from Katrin Keen, head of finance. "It rose," Keen said. ⟨The RBA governor⟩ said it was "well anchored".',
        "Philip Loh",
    ),
    Case(
        "short-form-of-another-language",
        'The Coastal Centre for Human Rights (Cedeh) spoke.\n\nAccording to ⟨Cedeh⟩, they "had to go". Cedeh said it was wrong.',
        "Coastal Centre for Human Rights",
        type="body",
    ),
    Case(
        "short-form-behind-the-owner",
        "Norway's Ministry of Coastal Affairs (MoCA) will pay more from May, said Ida Berg, the Minister of Coastal Affairs.\n\n"
        'In a tweet, ⟨MoCA⟩ said its page was "under pressure".',
        "Norway's Ministry of Coastal Affairs",
        type="body",
    ),
    Case(
        "body-by-the-head-of-its-name",
        'The Bergen Chamber of Commerce asked for cuts on Monday.\n\n"We cannot go on," ⟨the Chamber⟩ stressed.',
        "Bergen Chamber of Commerce",
    ),
    Case(
        "who-interrupts-another",
        'Jan Lind wrote about the king Karl Berg. "He was fair," Lind wrote.\n\nBerg, ⟨he⟩ noted, "would take every '
        'opportunity to enhance my reputation".',
        "Jan Lind",
    ),
    Case(
        "who-was-asked-in-a-clause",
        'Per Holm spoke on Monday.\n\nWhen Karl Berg asked Jan Lind if he had seen the body, ⟨he⟩ said "yes".',
        "Jan Lind",
    ),
    Case(
        "an-office-of-one-long-ago",
        "A film by the director Jan Lind opened. "
        + "".join(f"The {a} {b} fell in the {c}. " for a, b, c in zip(_ADJECTIVES, _NOUNS, reversed(_NOUNS), strict=True))
        + '"It rose," Katrin Keen said.\n\nMeeting the mothers was hard for ⟨the director⟩, who called it "a trial".',
        "Jan Lind",
    ),
    Case(
        "floor-left-paragraphs-ago",
        'The director Jan Lind made a film.\n\n"They recruit thieves," Per Holm said.\n\nThe film shows a street.\n\n'
        "The rain falls on it for an hour.\n\nThe scene was a hard one for the director.\n\n"
        '"I sat with a mother for a day. It tore me up," ⟨he⟩ says.',
        "Jan Lind",
    ),
    Case(
        "an-office-that-quotations-name-too",
        'Mueller looked at whether the President had lied. "It is a shame the President had to go," Ana Ruiz wrote.\n\n'
        '⟨The President⟩ went beyond the letter, calling it "a total exoneration".\n\n"I am glad," Trump tweeted.',
        "Trump",
    ),
    Case(
        "act-by-its-name",
        "⟨The Port Safety Act⟩ states that every captain has “a duty to report any loss”.",
        "Port Safety Act",
        type="document",
    ),
    Case("law-in-a-body", "“We will fight it,” ⟨Freedom Under Law⟩ said.", "Freedom Under Law", type="body"),
    Case(
        "paper-called-after-a-person",
        "Ola Lind told The Insider that the bank was closed. ⟨The Insider⟩ said it was “a farce”.",
        "Insider",
        type="media",
    ),
    Case("insider-in-small-letters", "⟨The insider⟩ said the bank was “a farce”.", "the insider", type="person"),
    Case(
        "its-ministry-is-a-body",
        "Norway seized the ship. ⟨Its foreign ministry⟩ said it was “an act of war”.",
        "Norway's foreign ministry",
        type="body",
    ),
    Case("suit-is-a-document", "⟨The suit⟩ says the firm “knew of the leak for years”.", "suit", type="document"),
    Case(
        "latter-of-two-in-a-list",
        "Everybody waited for Karin Holm, Minister of Roads, and Per Dahl, Minister of Ports.\n\n⟨The latter⟩ denounced what he "
        'called "a plot".',
        "Per Dahl",
        type="person",
    ),
    Case("latter-of-three", 'Lind met Ruiz and Holm. ⟨The latter⟩ called it "a plot".', "The latter"),
    Case(
        "which-behind-a-day",
        'Barr submitted to Congress a four-page summary on Sunday, ⟨which⟩ stated: "We did not find it."',
        "Barr's four-page summary",
        type="document",
    ),
    Case(
        "another-from-a-state",
        'A nurse who moved north said it was dear. At the same time, ⟨another from India⟩ pointed out a "growing divide".',
        "another from India",
        type="person",
    ),
    Case(
        "age-behind-a-comma",
        'Vadim Anty is the new head of the police in the north. The balding, 63-year-⟨old⟩ says he "fought fascism".',
        "Vadim Anty",
    ),
    Case(
        "second-half-of-what-he-was",
        "It came as Sessions was a top surrogate for the campaign and a member of the Senate Armed Services Committee.\n\n"
        'During the hearing, ⟨the then-Alabama senator⟩ told Al Franken that he "did not talk to them".',
        "Sessions",
    ),
    Case(
        "host-of-the-body-he-belongs-to",
        '"It was a stunt," Carter Page told CNN\'s Michael Smer.\n\n"If there was meddling, it was that," he told Smer.\n\n'
        '⟨The CNN host⟩ went on: "Unless you tell me more".',
        "Michael Smer",
        role="CNN host",
    ),
    Case(
        "another-office-of-once",
        'Defense Secretary James Mattis spoke on Saturday. Mattis said that it would go on.\n\n"He is slow," said '
        "⟨the former Marine General⟩.",
        "James Mattis",
    ),
    Case(
        "left-office-is-not-that-of-today",
        'President Ana Ruiz spoke on Saturday. Ruiz said that it would go on.\n\n"It is slow," said ⟨the former president⟩.',
        "the former president",
    ),
    Case(
        "writer-elsewhere-is-not-the-minister",
        "Minister Jan Lind gave a speech. Police think that a letter came before Lind gave the speech.\n\n⟨The writer in Bergen⟩ "
        'told the paper that he had "declined".',
        "the writer in Bergen",
    ),
    Case(
        "only-one-of-the-article-speaks-on",
        '"It will help us," said Sandro Arau, a representative of the union. The port is deep.\n\nThe council met.\n\n'
        '"We will grow," said ⟨the customs broker⟩.',
        "Sandro Arau",
    ),
    Case(
        "in-the-lead-not-of-another-state",
        'Lending his voice to it, ⟨the Brazilian president⟩ said: "Who decided it?"\n\nDonald Trump warns of a crash.',
        "the Brazilian president",
    ),
    Case(
        "branches-of-one-minister",
        '"We will not veto it," Minister of Foreign Affairs and Trade ⟨Peter Sarto⟩ said.',
        "Peter Sarto",
        role="Minister of Foreign Affairs and Trade",
    ),
    Case(
        "minister-and-ambassador-are-two-offices",
        '"We will not veto it," Minister of Trade and Ambassador ⟨Peter Sarto⟩ said.',
        "Peter Sarto",
    ),
    Case(
        "vice-president-is-not-the-president",
        "Jan Lind left to defy the vice-president. The vice-president kept bashing President Alberto Holm at a rally. "
        'Holm smiled. ⟨The vice-president⟩ called it "a shame".',
        "the vice-president",
    ),
    Case(
        "midwife-who-says-what-is-not-quoted",
        'Sepira Katji walks fast. "I held them all," Katji says.\n\nThe eager midwife says her work fills a gap.\n\n'
        '"It is a gift," ⟨she⟩ says.',
        "Sepira Katji",
    ),
    Case(
        "billionaire-is-not-the-judge",
        'Justice Maria Lee spoke. "He was sure," Justice Lee said.\n\nThe billionaire testified he believed the law was one to '
        'kill him.\n\n"It was," ⟨he⟩ told the court.',
        "the billionaire",
    ),
    Case(
        "bare-trade-that-no-list-knows",
        'Sandvik bricoleur ⟨Oto Brekke⟩ said it was "dry work".',
        "Oto Brekke",
        role="Sandvik bricoleur",
    ),
    Case("noun-with-article-is-no-title", 'In the novel ⟨Ana Ruiz⟩ says: "It is dry work."', "Ana Ruiz", role=""),
    Case(
        "foreign-word-for-a-person",
        'Griot ⟨Moussa Keita⟩, 60, told the pupils: "Do not forget us."',
        "Moussa Keita",
        role="Griot",
    ),
    Case(
        "whose-director-where-the-tagger-errs",
        '"Travel is now a necessity," said ⟨Rolando Dahl⟩, Nordavia’s director of sales for North America, Central America, '
        "and the Caribbean.",
        "Rolando Dahl",
        role="Nordavia’s director of sales for North America, Central America, and the Caribbean",
    ),
    Case("denied-trade-is-no-role", 'Ana Lind is not a politician. "I paint walls," ⟨Lind⟩ said.', "Ana Lind", role=""),
    Case(
        "trade-longer-than-another",
        'Ana Lind has been a painter longer than he. "I paint walls," ⟨Lind⟩ said.',
        "Ana Lind",
        role="painter",
    ),
    Case(
        "one-of-the-authors-before-the-name",
        'However, one of the authors, ⟨Fatou Denton⟩, warns that this comes "at the expense of justice".',
        "Fatou Denton",
        role="one of the authors",
    ),
    Case(
        "whoever-works-somewhere-behind-the-comma",
        '"It is dry work," said ⟨Ida Pauls⟩, the overlooker of Kolm Mill in Sandvik county.',
        "Ida Pauls",
        role="overlooker of Kolm Mill in Sandvik county",
    ),
    Case(
        "reason-is-no-role",
        'They praised Ida Pauls, the reason for the change. "It is dry work," said ⟨Pauls⟩.',
        "Ida Pauls",
        role="",
    ),
    Case(
        "daughter-who-stands-by",
        'With her three-year-old daughter standing by, Nakayi Lund scoops larvae. "It is dry work," said ⟨Lund⟩.',
        "Nakayi Lund",
        role="",
    ),
    Case(
        "name-of-one-body-with-and",
        'A Brekke and Sandvik First Nations citizen, Ida Pauls does not want a road. "It is dry work," said ⟨Pauls⟩.',
        "Ida Pauls",
        role="Brekke and Sandvik First Nations citizen",
    ),
    Case(
        "captain-behind-the-spokesperson",
        '"The man was armed," said Kolm police spokesperson Captain ⟨Xoli Mbeki⟩.',
        "Xoli Mbeki",
        role="Kolm police spokesperson",
    ),
    Case(
        "secretary-general-stays",
        '"He was armed," said Secretary General ⟨Oleh Hnatiuk⟩.',
        "Oleh Hnatiuk",
        role="Secretary General",
    ),
    Case(
        "initials-of-a-body-before-the-name",
        'The Kingdom\'s representative at UNEC ⟨Basel Al Qasim⟩, who is a member of Youth Work, said: "We have made progress."',
        "Basel Al Qasim",
        role="Kingdom's representative at UNEC",
        type="person",
    ),
    Case(
        "spokeswoman-for-somebody-named",
        '"It is among the free media," added ⟨a spokeswoman for EU diplomatic chief Josep Brekke⟩.',
        "a spokeswoman for EU diplomatic chief Josep Brekke",
    ),
    Case(
        "classmate-is-a-person",
        "In her first year, Rania Holm founded the club with her classmate Aymen. The two dream of a firm.\n\n"
        '"I plan to work for one of the Big Four. I want to set up an industrial company.", says ⟨Aymen⟩.',
        "Aymen",
        type="person",
    ),
    Case(
        "whose-statement-said-it",
        'The Intelligence Ministry did not say how many people were arrested.\n\nThe network planned "acts of sabotage", '
        "⟨its statement⟩ said.",
        "Intelligence Ministry's statement",
        type="document",
    ),
    Case("police-are-a-body", 'The UAE police had left. ⟨Police⟩ said the man was "on the run".', "UAE police", type="body"),
    Case(
        "newcomer-is-the-other-citizen",
        '"I like the sound," says Kolm First Nation citizen Yudi Merced. "It is a great place," he says.\n\nDalton Moore, '
        "a rapper who performs as Mobb, is also lending his voice to the issue.\n\nThe Brekke and Sandvik First Nations citizen "
        'says addiction is often rooted in trauma.\n\n"I have felt the effects," ⟨he⟩ says.',
        "Dalton Moore",
    ),
    Case(
        "newcomer-is-not-the-mayor",
        '"I like the sound," says Kolm mayor Yudi Merced. "It is a great place," he says.\n\nDalton Moore, a rapper who performs '
        'as Mobb, is also lending his voice to the issue.\n\n⟨The mayor⟩ says addiction is often "rooted in trauma".',
        "Yudi Merced",
    ),
    Case(
        "office-told-by-party-and-by-place",
        '"I like the sound," says Republican senator Yudi Merced. Dalton Moore, a rapper, was in the hall. ⟨The Ohio senator⟩ '
        'says addiction is "rooted in trauma".',
        "Yudi Merced",
    ),
    Case(
        "legend-is-the-only-person",
        'The first independent senator of Kolm, David Brekke, has hit out at "the old way".\n\n⟨The Australian rugby legend⟩ '
        'said he would be focused on achieving "practical outcomes" for the people.',
        "David Brekke",
        type="person",
    ),
    Case(
        "insurer-is-not-its-head",
        'Ana Ruiz, head of Delta Insurance, has hit out at the plan. "It is wrong," Ruiz said.\n\n⟨The insurer⟩ said it would be '
        '"focused on growth".',
        "Delta Insurance",
    ),
    Case(
        "sole-speaker",
        '"It rained for weeks," ⟨Ana Ruiz⟩ said.\n\nThe harvest was poor that year.\n\n"We lost nearly all of the barley we had."'
        '\n\n"It is hard," ⟨Ruiz⟩ said.',
        "Ana Ruiz",
    ),
    Case(
        "another-named-between",
        '"It rained for weeks," ⟨Ana Ruiz⟩ said.\n\nJonas Dahl farms nearby.\n\n"We lost nearly all of the barley we had."\n\n'
        '"It is hard," ⟨Ruiz⟩ said.',
        "Ana Ruiz",
    ),
    Case(
        "initials-of-an-office",
        'A statement was issued by the Attorney General, Mr Godfred Dame, on Monday. "We will appeal," ⟨the AG⟩ said.',
        "Godfred Dame",
        role="Attorney General",
        type="person",
    ),
    Case(
        "party-by-its-initials",
        'ANC said the conference provides a platform. "We will go on," said ⟨the party⟩.',
        "ANC",
        type="body",
    ),
    Case("alliance-is-no-government", 'NATO said it was ready. "We will go on," said ⟨the government⟩.', "government"),
    Case(
        "entourage-is-a-group",
        'Javier Milano lost. ⟨His entourage⟩ called it "a shame".',
        "Javier Milano's entourage",
        type="group",
    ),
    Case("title-alone-is-nobody", '"He is doing well," said ⟨Dr.⟩\n\nLuis Hinojos is the director.', None),
    Case(
        "director-of-two-branches-before-the-name",
        'The public relations and marketing director of Premier Holding (PHC) ⟨Arthur Choga⟩ said it was "fair to all".',
        "Arthur Choga",
        role="public relations and marketing director of Premier Holding (PHC)",
    ),
    Case(
        "jurist-and-former-professor-of-the-university",
        "Concurring with him, ⟨jurist and former Law professor at the University of Havana Julio Fernández Estrada⟩ "
        'pointed to "flagrant violations" of the law.',
        "Julio Fernández Estrada",
        role="jurist and former Law professor at the University of Havana",
    ),
    Case(
        "briefing-where-he-said",
        '"The ministry will act," President Yoo Sang-min said on Monday.\n\nPresidential chief of staff Kim Dae-ho also played '
        'the matter down at a press briefing, where ⟨he⟩ said it was "nothing to fear".',
        "Kim Dae-ho",
    ),
    Case(
        "minister-for-foreign-affairs-comma-name",
        '⟨The Minister for Foreign Affairs, Karin Holm⟩, called it "a grave error".',
        "Karin Holm",
        role="Minister for Foreign Affairs",
        type="person",
    ),
    Case(
        "commissioner-for-human-rights-unnamed",
        'Last week ⟨the UN High Commissioner for Human Rights⟩ asked Norway to "change direction".',
        "the UN High Commissioner for Human Rights",
        type="person",
    ),
    Case(
        "minister-for-energy-without-comma",
        '"We are not ready," said ⟨Deputy Minister for Energy Pavel Orlov⟩.',
        "Pavel Orlov",
        role="Deputy Minister for Energy",
    ),
    Case(
        "charity-of-the-first-lady",
        "The First Lady said Beyond Thirst will go on for another ten years.\n\nFirst Lady Ruth Okema has pledged to go on "
        "through her Beyond Thirst initiative beyond her term in office as the First Lady.\n\n"
        '"We must learn from each other," ⟨the First Lady⟩ said.\n\nShe thanked the doctors for the First Lady’s Beyond Thirst '
        "charity work.",
        "Ruth Okema",
        role="First Lady",
    ),
    Case(
        "foreign-minister-is-no-other-states",
        "The foreign minister said on Monday that he would travel.\n\nHe met Turkish Foreign Minister Emre Aksoy in Oslo.\n\n"
        '"We must learn from each other," ⟨the foreign minister⟩ said.',
        "the foreign minister",
    ),
    Case(
        "appeals-committee-of-the-authority",
        "Kolm appealed the decision with the Port Authority appeals committee, along with a request for data.\n\n"
        'The Port Authority refused the request. ⟨The Port Authority⟩ responded: "We are examining each claim."',
        "Port Authority",
        type="body",
    ),
    Case(
        "letters-of-honour-behind-the-name",
        "Ian Lunde walks to the wild trees each week. The founder, Ian Lunde, is sure of one thing.\n\n"
        '"So many people know the nut but to see it here is quite amazing," ⟨Mr Lunde AM⟩ said.',
        "Ian Lunde",
    ),
    Case(
        "label-in-capitals-keeps-its-name",
        '⟨SIMON AO⟩: "We must learn from each other."',
        "Simon Ao",
    ),
    Case(
        "who-lives-in-is-a-person",
        "Meiying Lee, who lives in Storbyen, a crowded village in the city’s Kolm district, said the area had been closed on "
        'Tuesday.\n\n"The first time I saw a case, I told my family to pack," said ⟨Lee⟩.',
        "Meiying Lee",
        type="person",
    ),
    Case(
        "namesake-introduced-later",
        "On Thursday morning, Tenzo Sherpa, who is from a district in the east, reached the top of the peak.\n\nIn an interview, "
        'Sherpa recounted how he started.\n\n"I simply love climbing," ⟨he⟩ said.\n\nIn May, 48-year-old Dolma Sherpa, a '
        "Nepali who had worked as a porter, reached the summit for the tenth time.",
        "Tenzo Sherpa",
    ),
    Case(
        "team-takes-a-verb-of-many",
        'Kolm Rovers, who were second last year, won again. ⟨Kolm Rovers⟩ said it was "a great day".',
        "Kolm Rovers",
        type="body",
    ),
    Case(
        "age-in-brackets",
        "Salima Begum (75) over the past 40 years has written thousands of poems.\n\nWhen Salima took the cassettes to a "
        'shop they asked for money.\n\n"He told me to be patient," ⟨Salima⟩ said.',
        "Salima Begum",
        type="person",
    ),
    Case(
        "branches-listed-before-one-secretary",
        'The UK business, energy and industrial strategy secretary, ⟨Ole Brandt⟩, said: "We are not ready."',
        "Ole Brandt",
        role="UK business, energy and industrial strategy secretary",
    ),
    Case(
        "branch-taken-for-the-subject",
        'Ole Brandt, the ⟨business⟩, energy and industrial strategy secretary, said: "We are not ready."',
        "Ole Brandt",
        role="business, energy and industrial strategy secretary",
    ),
    Case(
        "branches-without-a-name",
        '⟨The health, education and welfare minister⟩ said: "We are not ready."',
        "the health, education and welfare minister",
        type="person",
    ),
    Case(
        "crash-is-no-branch",
        'After seeing the crash, health and safety minister ⟨Ole Brandt⟩ said: "We are not ready."',
        "Ole Brandt",
        role="health and safety minister",
    ),
    Case(
        "attorney-and-chairman",
        'Attorney Nadim Khoury, chairman of the Kolm Bar, was there. ⟨Khoury⟩ said: "We are not ready."',
        "Nadim Khoury",
        role="chairman of the Kolm Bar",
    ),
    Case(
        "professor-and-friend",
        'Professor Ana Ruiz, a friend of the family, was there. ⟨Ruiz⟩ said: "We are not ready."',
        "Ana Ruiz",
        role="Professor",
    ),
    Case(
        "as-a-company-is-the-subject",
        "In response to an inquiry, Delta Foods said it was not controlled by the state and highlighted its European credentials "
        'as a Norwegian company.\n\n"Our managers have served in long careers," ⟨the company⟩ said in a written testimony.',
        "Delta Foods",
    ),
    Case(
        "a-company-that-acts",
        "A Norwegian company has bought the quarry near Storheim, which had stood empty.\n\n"
        '"Our managers have served in long careers," ⟨the company⟩ said in a written testimony.',
        "a Norwegian company",
    ),
    Case(
        "in-charge-of-a-chamber",
        '"We won," ⟨chairman of the State Duma Vyacheslav Orlov⟩ said.',
        "Vyacheslav Orlov",
        role="chairman of the State Duma",
    ),
    Case("hyphen-in-who-is-in-charge", '"We won," ⟨Deputy Minister of Defense Arsen Melik-Orlov⟩ said.', "Arsen Melik-Orlov"),
    Case("in-charge-of-a-region", '"We won," ⟨Head of Chechnya Ramzan Orlov⟩ said.', "Ramzan Orlov", role="Head of Chechnya"),
    Case(
        "president-of-a-republic",
        "The talks began on Monday in the capital and went on for hours.\n\n"
        '"It is too early to say," ⟨President of the People\'s Republic of China Xi Jinping⟩ said.',
        "Xi Jinping",
    ),
    Case(
        "head-of-a-region-in-front",
        "The talks began on Monday in the capital and went on for hours.\n\n"
        '"It is too early to say," ⟨Bashkortostan⟩ head Radiy Khabirov said.',
        "Radiy Khabirov",
    ),
    Case("mayor-of-a-town", '"We won," ⟨Mayor of Kyiv Vitali Orlov⟩ said.', "Vitali Orlov", role="Mayor of Kyiv"),
    Case(
        "speaker-of-a-chamber-in-front",
        '"We won," ⟨State Duma Speaker Vyacheslav Orlov⟩ said.',
        "Vyacheslav Orlov",
        role="State Duma Speaker",
    ),
    Case(
        "in-charge-of-a-directorate",
        '"We won," ⟨spokesman of the Main Directorate of Fisheries Andrii Orlov⟩ said.',
        "Andrii Orlov",
    ),
    Case("envoy-to-a-body", '"We won," said ⟨Permanent Representative to the UN Vasily Orlov⟩.', "Vasily Orlov"),
    Case("bank-called-after-somebody", '"We won," said ⟨the head of Kolm Julius Bank⟩.', "the head of Kolm Julius Bank"),
    Case("patriarch-of-two-places", '"Pray," ⟨Patriarch Kirill of Moscow⟩ and All Russia said.', "Patriarch Kirill"),
    Case("initials-and-office-in-front", '"We won," ⟨RDIF CEO⟩ and ⟨envoy Kirill Orlov⟩ wrote.', "Kirill Orlov"),
    Case(
        "general-staff",
        '"We won," ⟨the General Staff of the Armed Forces of Ukraine⟩ said.',
        "General Staff of the Armed Forces of Ukraine",
        type="body",
    ),
    Case("office-of-an-officer", '"We won," ⟨the Prosecutor General\'s Office⟩ said.', "Prosecutor General's Office"),
    Case("high-court", '"We won," ⟨the High Anti-Corruption Court⟩ said.', "High Anti-Corruption Court"),
    Case(
        "speaker-brought-in-just-before",
        'Vyacheslav Orlov opened the session. "We regret this step," ⟨the speaker of the lower house⟩ said.',
        "Vyacheslav Orlov",
    ),
    Case("diplomat-of-a-union", 'Karin Moe spoke in Oslo. "We stand ready," ⟨the EU\'s top diplomat⟩ said.', "Karin Moe"),
    Case(
        "diplomat-beside-another",
        'Ole Dahl came. Karin Moe spoke to him in Oslo. "We stand ready," ⟨the EU\'s top diplomat⟩ said.',
        "EU's top diplomat",
    ),
    Case(
        "mission-is-the-embassy",
        'The Norwegian Embassy in Kolm left. "We regret it," ⟨the diplomatic mission⟩ said.',
        "Norwegian Embassy in Kolm",
    ),
    Case("position-of-a-player", '"We kicked too much," ⟨fly-half Bruno Tavares⟩ said.', "Bruno Tavares", "fly-half"),
    Case("position-of-a-defender", 'Norden\'s ⟨centre-back Ana Ruiz⟩ said: "We lost the ball."', "Ana Ruiz", "centre-back"),
    Case("international", '⟨Former Chile international Ana Ruiz⟩ said: "We lost."', "Ana Ruiz", "Former Chile international"),
    Case("international-by-name", '"We regret it," ⟨Transparency International⟩ said.', "Transparency International"),
    Case("mother-of-three", '⟨Mother of three Dawn Hale⟩ said: "I ran."', "Dawn Hale", "Mother of three"),
    Case("grandfather-of-nine", '"I ran," ⟨grandfather of nine Dawn Hale⟩ said.', "Dawn Hale", "grandfather of nine"),
    Case("mother-of-somebody", '"I ran," said ⟨the mother of Dawn Hale⟩.', "the mother of Dawn Hale"),
    Case("chair-of-governors", '⟨Chair of governors Ana Ruiz⟩ said: "They were calm."', "Ana Ruiz", "Chair of governors"),
    Case(
        "governor-of-a-bank",
        '"It fell," ⟨Reserve Bank of India governor Ana Ruiz⟩ said.',
        "Ana Ruiz",
        "Reserve Bank of India governor",
    ),
    Case("level-of-a-student", '⟨A-level student Ana Ruiz⟩ said: "It was hard."', "Ana Ruiz", "A-level student"),
    Case("lord-of-an-office", '⟨The Lord Chancellor, Ana Ruiz,⟩ said: "Welcome."', "Ana Ruiz", "Lord Chancellor"),
    Case("born-in-a-city", '"I ran," said ⟨London-born artist Dawn Hale⟩.', "Dawn Hale", "London-born artist"),
    Case(
        "post-of-a-councillor",
        '⟨Cllr Ana Ruiz, cabinet member for housing,⟩ said: "It is late."',
        "Ana Ruiz",
        "cabinet member for housing",
    ),
    Case("winning-captain", '⟨Winning captain Dawn Hale⟩ said: "I ran."', "Dawn Hale", "Winning captain"),
    Case("maker-and-its-name", '⟨The app\'s maker, Lumio,⟩ said: "It works."', "Lumio"),
    Case("honorific-of-nigeria", '⟨Mallam Musa Bello⟩ said: "It was empty."', "Musa Bello"),
    Case("title-of-malaysia", '"Prices fell," ⟨Menteri Besar Datuk Seri Ahmad Faizal⟩ said.', "Ahmad Faizal"),
    Case("short-office-of-kenya", '"It is ours," ⟨MCA Wanjiku Njoroge⟩ said.', "Wanjiku Njoroge", "MCA"),
    Case("office-of-ireland", '"Rents rose," ⟨Taoiseach Siobhan Daly⟩ said.', "Siobhan Daly", "Taoiseach"),
    Case("speaker-of-ireland", '⟨Ceann Comhairle Siobhan Daly⟩ said: "Order in the house."', "Siobhan Daly"),
    Case("silk-behind-a-name", '⟨Senior counsel Ana Ruiz SC⟩ said: "It is closed."', "Ana Ruiz", "Senior counsel"),
    Case("lender-takes-up", 'Norbank will cut 900 jobs. "We must adapt," ⟨the lender⟩ said.', "Norbank"),
    Case("club-takes-up", 'Kolm United sacked the coach. "We thank him," ⟨the club⟩ said.', "Kolm United"),
)


def attributions(case: Case, sentences: list[Sentence]) -> list[Attribution]:
    """One attribution with the case's mention and the article's quoted words."""
    quoted = tuple(m.span(1) for m in re.finditer('"([^"]+)"', case.text) if " " in m[1] or m[1].islower()) or (
        (len(case.text) - 1, len(case.text)),
    )
    first, *others = (mention(sentences, span) for span in case.mentions)
    return [Attribution(quoted, "direct", 0, 0, mention=first, others=tuple(others), rule="test", confidence=1.0)]


def mention(sentences: list[Sentence], span: Span) -> Mention:
    """The mention at a span, its head the token whose own head lies outside."""
    sentence = next(s for s in sentences if s.start <= span[0] < s.end)
    inside = sentence.tokens_in(*span)
    head = next(i for i in inside if sentence.tokens[i].head not in inside)
    return Mention(*span, sentence.index, head)


def document(case: Case, sentences: list[Sentence]) -> Document:
    """The case as a parsed article."""
    from quotes import segment

    return Document(Article(case.text, id=case.id), tuple(segment.paragraphs(case.text)), sentences)


def parse_all(cases: Sequence[Case] = CASES, path: Path = PATH) -> None:
    """Parse the cases and store their trees."""
    from quotes import parse, segment
    from tests.parses import dump

    parser = parse.load("compact")
    parsed = []
    for case in cases:
        pieces = [
            (s, e, p) for p, (a, b) in enumerate(segment.paragraphs(case.text)) for s, e in segment.sentences(case.text, a, b)
        ]
        parsed.append((case.id, list(parser.parse(case.text, [(i, *x) for i, x in enumerate(pieces)]))))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(parsed), encoding="utf-8")


if __name__ == "__main__":
    parse_all()
