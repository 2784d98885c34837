"""What attribution must find, case by case, and the cached parses of their texts.

``python -m tests.attribution_cases`` parses the texts and the examples of the rules again with the bundled parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotes import data, marks, ruleset, segment
from quotes.attribute import attribute
from quotes.explain import entries
from quotes.model import Article, Attribution, Document, Sentence
from quotes.ruleset import Ruleset
from tests.parses import dump, load

PATH = Path(__file__).parent / "cases" / "attribution" / "parses.conllu"


@dataclass(frozen=True, slots=True)
class Want:
    """One expected record: its words (segments joined by " … "), whose they are, and what kind they are."""

    words: str
    mention: str | None
    kind: str = "direct"


@dataclass(frozen=True, slots=True)
class Case:
    """A text and every record it must give, in order."""

    id: str
    text: str
    want: tuple[Want, ...]


CASES = (
    Case(
        "a relative clause tells who calls it so",
        'Lind says the real reason is a film about the harbour that officials had called "unhelpful to the young".',
        (Want("unhelpful to the young", "officials", "mixed"),),
    ),
    Case(
        "what somebody calls it",
        'The council says a quarter of its land is full of what one deputy mayor called "iron seed".',
        (Want("iron seed", "one deputy mayor", "mixed"),),
    ),
    Case(
        "what the subject itself calls it",
        'Lind said she would fight what she called "a heap of lies".',
        (Want("a heap of lies", "Lind", "mixed"),),
    ),
    Case(
        "a passive with by names who calls it so",
        'Lind said dockers who left in March, and were called "old traitors" by the agency, were right.',
        (Want("old traitors", "the agency", "mixed"),),
    ),
    Case(
        "told by somebody under another report",
        "Anna Lind says that the board asked her coach whether the girl was “as bad as the mother.”",
        (Want("as bad as the mother.", "the board", "mixed"),),
    ),
    Case(
        "a relative clause under another report",
        "The report says the captains wrote to a man “who was often seen with members” of the board.",
        (Want("who was often seen with members", "The report", "mixed"),),
    ),
    Case(
        "plans to do something, citing",
        'The old watchdog yesterday cancelled plans to observe next month\'s vote, citing "severe restrictions".',
        (Want("severe restrictions", "The old watchdog", "mixed"),),
    ),
    Case(
        "a video shows who tells it",
        'A video showed Anna Lind on the bridge, shouting that the town was "quite finished".',
        (Want("quite finished", "Anna Lind", "mixed"),),
    ),
    Case(
        "joined clauses before a colon",
        'Another said the board should try again, and councillor Jan Park put online: "Oh come on. We need the bridge."',
        (Want("Oh come on. We need the bridge.", "councillor Jan Park"),),
    ),
    Case(
        "according to one, an outlet at the end",
        'According to Lind, it was decided "to wrap the whole thing in a flag" in May, Norta News reports.',
        (Want("to wrap the whole thing in a flag", "Lind", "mixed"),),
    ),
    Case(
        "what a text says others must do",
        'According to the text, captains must tell the harbour "at least 24 hours in advance" if they leave.',
        (Want("at least 24 hours in advance", "the text", "mixed"),),
    ),
    Case(
        "who is requested says nothing",
        'Bakers are requested to obtain a letter from the council. "The flour is on its way and will be here by May."',
        (Want("The flour is on its way and will be here by May.", None),),
    ),
    Case(
        "a line that signs tells about what",
        "“It should be about football.”\n\n— Jan Park\n\n“My thing was somebody getting hurt.”\n\n— Lind on closing the pier",
        (
            Want("It should be about football.", "Jan Park"),
            Want("My thing was somebody getting hurt.", "Lind"),
        ),
    ),
    Case(
        "a word of which it is told",
        'Lind said the word "procedure" had been used to her eleven times.',
        (),
    ),
    Case(
        "the title of a mural",
        'The two were accused of harm after painting a mural, "The Fish Rots," on the pier.',
        (),
    ),
    Case(
        "a line in a list is marked so",
        'The team found three boxes and a line marked "various gravel".',
        (),
    ),
    Case(
        "a film's title before a comma",
        'Lind, known for her part as the captain on the series "Scales," has died.',
        (),
    ),
    Case(
        "pull quote of a longer statement",
        "“This is hard and nobody likes it.”\n\nMayor Ann Moe\n\nThe mayor spoke on Monday.\n\n“This is hard and nobody likes "
        "it.\n\n“But it is not all that we can do,” Moe said.",
        (Want("This is hard and nobody likes it. … But it is not all that we can do,", "Moe"),),
    ),
    Case(
        "agency prints what another said",
        "The state news agency reported that Lind called the talks “useful and frank” on Friday.",
        (Want("useful and frank", "Lind", "mixed"),),
    ),
    Case(
        "agency in its own words",
        "The state news agency said the bridge was “partly destroyed” on Friday.",
        (Want("partly destroyed", "The state news agency", "mixed"),),
    ),
    Case(
        "owner taken for an apposition",
        "“We will study it,” Kassym-Jomart Tolaev's press secretary Berik Lunde said.",
        (Want("We will study it,", "press secretary Berik Lunde"),),
    ),
    Case("verb after", '"We will rebuild the harbour," Lind said on Monday.', (Want("We will rebuild the harbour,", "Lind"),)),
    Case("inversion", '"We will rebuild," said Anna Lind, a lawyer in Oslo.', (Want("We will rebuild,", "Anna Lind"),)),
    Case("verb before", 'Lind told reporters: "We will rebuild."', (Want("We will rebuild.", "Lind"),)),
    Case(
        "apposition between",
        '"We will rebuild," Lind, a lawyer who grew up in the harbour, told reporters.',
        (Want("We will rebuild,", "Lind"),),
    ),
    Case(
        "chants side by side",
        "The crowd answered with chants of “Glory to Norway!” and “Thank you!”",
        (Want("Glory to Norway!", "The crowd", "mixed"), Want("Thank you!", "The crowd", "mixed")),
    ),
    Case(
        "call sign in marks",
        '"They shelled us all night," a soldier with the call sign "Fox" told the Harbour Herald.',
        (Want("They shelled us all night,", "a soldier with the call sign"),),
    ),
    Case(
        "reaction under a saying",
        'The office called it "absurd" and said Oslo would respond "in stages".',
        (Want("absurd", "The office", "mixed"), Want("in stages", "The office", "mixed")),
    ),
    Case(
        "answer to a tag",
        "“We will rebuild it,” said the minister, to which Anna Lind answered, “They will never let you do that.”",
        (Want("We will rebuild it,", "the minister"), Want("They will never let you do that.", "Anna Lind")),
    ),
    Case(
        "place is no second speaker",
        '"Pray," Patriarch Kirill of Moscow and All Russia said.',
        (Want("Pray,", "Patriarch Kirill of Moscow"),),
    ),
    Case(
        "answers under a saying",
        'The minister said the army had responded to "provocations" at the border.',
        (Want("provocations", "The minister", "mixed"),),
    ),
    Case(
        "charges of another",
        "“The police do their work,” Lind told reporters while answering Park’s charges of “theft and murder”.\n\n"
        "“There is no theft.”",
        (
            Want("The police do their work,", "Lind"),
            Want("theft and murder", "Park’s", "mixed"),
            Want("There is no theft.", "Lind"),
        ),
    ),
    Case(
        "claim of another",
        "Lind rejected Park’s claim that the bridge was “a gift” on Monday.",
        (Want("a gift", "Park’s", "mixed"),),
    ),
    Case(
        "remarks called something",
        "Party chairman Jan Lind called Park’s remarks on the harbour a “new low”.",
        (Want("new low", "Party chairman Jan Lind", "mixed"),),
    ),
    Case(
        "done by whom",
        "The plan was rejected by Park, calling it “a gift to thieves”.",
        (Want("a gift to thieves", "Park", "mixed"),),
    ),
    Case(
        "warnings by whom",
        "Permission was given despite warnings by the Harbour Ministry, rejecting the report as “premature and superficial”.",
        (Want("premature and superficial", "the Harbour Ministry", "mixed"),),
    ),
    Case(
        "somebody's words",
        "Lind’s words suggest that the bridge is “a gift to thieves”.",
        (Want("a gift to thieves", "Lind’s", "mixed"),),
    ),
    Case(
        "ought to declare",
        "The group insisted that the council must declare “an emergency in the harbour”.",
        (Want("an emergency in the harbour", "The group", "mixed"),),
    ),
    Case(
        "ought to declare by nobody",
        "The council must declare “an emergency in the harbour”.",
        (Want("an emergency in the harbour", "The council", "mixed"),),
    ),
    Case(
        "deemed by nobody told",
        "The Council called for the expungement of a conviction of Park, a fisherman who was pardoned by President Lind after "
        "the charges were deemed “partly unlawful and quite unfair”.",
        (Want("partly unlawful and quite unfair", None, "mixed"),),
    ),
    Case("gloss in brackets", "Lind blamed the council for the free rate (“dólar azul”), which rose again.", ()),
    Case(
        "more than half say",
        "Only 4 percent of the voters said they “love the bridge,” but more than half, at 53 percent, said they “like it.”",
        (Want("love the bridge,", "4 percent of the voters", "mixed"), Want("like it.", "half", "mixed")),
    ),
    Case(
        "justified a thing saying",
        "The manager of the harbour Jan Park justified the decision of higher payments saying “the costs are too high for us”.",
        (Want("the costs are too high for us", "The manager of the harbour Jan Park"),),
    ),
    Case(
        "hopeful",
        "Meanwhile, Lind is hopeful that the harbour will open in May.\n\n“It would be good for all of us.”",
        (Want("It would be good for all of us.", "Lind"),),
    ),
    Case(
        "likely",
        "Meanwhile, the harbour is likely to open in May.\n\n“It would be good for all of us.”",
        (Want("It would be good for all of us.", None),),
    ),
    Case(
        "question about what another said",
        "Does the town remember that Park accused a company of theft?\n\n“It would be good for all of us.”",
        (Want("It would be good for all of us.", None),),
    ),
    Case(
        "with both calling",
        "He fled after a campaign, with local politicians and newspapers calling them “illegal guests”.",
        (Want("illegal guests", "local politicians", "mixed"),),
    ),
    Case(
        "essay of another",
        "The debate led Berg to translate Park’s full essay, replacing the word “sea” with the word “water”: “We will not forget "
        "the beginning of the storm and its end.”",
        (Want("We will not forget the beginning of the storm and its end.", "Park’s"),),
    ),
    Case("question cut off", '"Why not?" asked the minister.', (Want("Why not?", "the minister"),)),
    Case("absence of a word", "Lind complained about the absence of the word “freedom” in the bill of the council.", ()),
    Case(
        "names above the entries of a list",
        """Here is what the analysts said on Monday.

ANNA LIND, CHIEF ECONOMIST, NORDBANK

"The decision was no surprise to us."

MARIA RUIZ, HEAD OF RESEARCH, COAST CAPITAL

"We had hoped for more.

"The harbour needs cheaper money, and it needs it now.\"""",
        (
            Want("The decision was no surprise to us.", "ANNA LIND"),
            Want("We had hoped for more. … The harbour needs cheaper money, and it needs it now.", "MARIA RUIZ"),
        ),
    ),
    Case(
        "names below what they sign",
        """“Nobody in this town has seen the plan.”

Anna Lind, Daily Herald

“The bridge is late, and nobody is sorry.”

Maria Ruiz, Morning Post""",
        (
            Want("Nobody in this town has seen the plan.", "Anna Lind"),
            Want("The bridge is late, and nobody is sorry.", "Maria Ruiz"),
        ),
    ),
    Case(
        "one name is no list",
        """Anna Lind, mayor of Norden

“The bridge is late,” Park said.

“Nobody is sorry about it, and nobody should be.”""",
        (Want("The bridge is late,", "Park"), Want("Nobody is sorry about it, and nobody should be.", "Park")),
    ),
    Case(
        "age in brackets in a list",
        """We asked the town what it thinks of the bridge.

Anna Lind (34), teacher

“I cross it every day.”

Maria dos Santos – nurse

“It was too dear, but it will last.”""",
        (Want("I cross it every day.", "Anna Lind"), Want("It was too dear, but it will last.", "Maria dos Santos")),
    ),
    Case("day behind a name", "The court on 3 January ruled that the bridge was “late”.", (Want("late", "The court", "mixed"),)),
    Case(
        "place and day behind a name",
        "The embassy in Norden on Sunday said the bridge was “late”.",
        (Want("late", "The embassy in Norden", "mixed"),),
    ),
    Case(
        "place behind a comma",
        "Leonel Lind, from the old harbour, predicted that the bridge would be “late”.",
        (Want("late", "Leonel Lind", "mixed"),),
    ),
    Case(
        "what an office is for",
        "The minister for the north, of the Green Party, said it was “late”.",
        (Want("late", "The minister for the north", "mixed"),),
    ),
    Case("age behind a comma", 'Anna Lind, 34, said the bridge was "late".', (Want("late", "Anna Lind", "mixed"),)),
    Case(
        "works somebody has written",
        "He has written several plays, among them “Harbour,” a play on the “vanished” during the “long war” in the north; "
        "“Gone,” a tale of two captains.",
        (),
    ),
    Case("works somebody has made", "Lind directed three films, among them “Harbour Lights” and “The Long Night.”", ()),
    Case(
        "what is told in a work",
        "She has written a novel in which she shows the “cold heart” of the town.",
        (Want("cold heart", "She", "mixed"),),
    ),
    Case("title before its kind", "“Harbour Lights,” a film by Anna Lind about the old port, opens in May.", ()),
    Case(
        "words before the speaker's film",
        "“We will stay,” Lind said of her film, a drama about the war.",
        (Want("We will stay,", "Lind"),),
    ),
    Case(
        "title as a subject",
        "“We will stay here,” Lind said.\n\n“Harbour Lights: The Day the Port Burned,” is directed by Jan Park.",
        (Want("We will stay here,", "Lind"),),
    ),
    Case("what people would call it", "The path is what hikers would call a “good road” in these hills.", ()),
    Case(
        "what critics call it",
        "The path is what its critics call a “good road to nowhere”.",
        (Want("good road to nowhere", "its critics", "mixed"),),
    ),
    Case(
        "what somebody ought to see",
        "The mayor said the teachers must understand that they cannot go on with an “all or nothing” plan.",
        (Want("all or nothing", "The mayor", "mixed"),),
    ),
    Case("calls to a programme", "He began taking calls from young listeners to his “Harbour Hour” show on Monday.", ()),
    Case("an act resolved on", "The authorities decided to move her into a “half-way house” on Elm Street.", ()),
    Case("a gathering held", "The neighbours are holding a meeting in the “Garden” park on Friday.", ()),
    Case(
        "a clause decided",
        "The judges decided that it was “too late for all”.",
        (Want("too late for all", "The judges", "mixed"),),
    ),
    Case("programme that hears it", "Lind told the “Today” programme that the bridge was lost.", ()),
    Case(
        "paper that hears it",
        "Jan Lind, the chairman, told “Norden” at the time that the event was “no rally”.",
        (Want("no rally", "Jan Lind", "mixed"),),
    ),
    Case("answer of one word", "Lind told Park “Never” and left.", (Want("Never", "Lind", "mixed"),)),
    Case(
        "called so under a judgement",
        "They slammed the tax loophole called an “inversion”, in which a firm moves its seat.",
        (Want("inversion", "They", "mixed"),),
    ),
    Case("called so below a plain verb", "They closed the gap called an “inversion” in May.", ()),
    Case(
        "called so by somebody",
        "Lind slammed the fees, called a “theft of time” by Park.",
        (Want("theft of time", "Park", "mixed"),),
    ),
    Case("word for word", "She read the poem, replacing the word “martyr” with the word “fallen”.", ()),
    Case("word not to be used", "Lind said she would never use the word “martyr”.", (Want("martyr", "Lind", "mixed"),)),
    Case(
        "what somebody should say",
        "The interview is about what Prince Jan should say to the fishermen, and how the north is eating southern "
        "‘cake and bread’.",
        (),
    ),
    Case("gloss of a term", "Captain Lind said the north had held off the “old regime” – its term for the coast.", ()),
    Case(
        "naming around a relative clause",
        "Anna Lind called the building of the harbour, which was proposed by the poet Jan Park, a “great national task.”",
        (Want("great national task.", "Anna Lind", "mixed"),),
    ),
    Case(
        "naming around who does something",
        "Anna Lind called Jan Park, who wrote the book, a “fool of the first order”.",
        (Want("fool of the first order", "Anna Lind", "mixed"),),
    ),
    Case(
        "naming in a relative clause",
        "Lind called the bridge, which Park described as a “gift”, a danger.",
        (Want("gift", "Park", "mixed"),),
    ),
    Case("what a thing is", "The weather is grim: “We have no boats left here.”", (Want("We have no boats left here.", None),)),
    Case(
        "what is done to a thing",
        "The walls are filled with texts such as: “A bridge is a bridge, and a toll is a toll.”",
        (Want("A bridge is a bridge, and a toll is a toll.", None),),
    ),
    Case(
        "what is done to a person",
        "Lind was delighted: “We have waited for this day.”",
        (Want("We have waited for this day.", "Lind"),),
    ),
    Case(
        "byline behind its verb",
        "“We have opened a school for them in the north,” says\n\nAnna Lind, President of the Board.",
        (Want("We have opened a school for them in the north,", "Anna Lind"),),
    ),
    Case(
        "no byline behind other words",
        "“The church may grant it in the end,” one old member of St.\n\nKilda Church, Norden",
        (Want("The church may grant it in the end,", None),),
    ),
    Case(
        "what a person is",
        "The captain was grim: “We have no boats left here.”",
        (Want("We have no boats left here.", "The captain"),),
    ),
    Case("word defined", "The law of the town does not define what “danger” means.", ()),
    Case("term explained", "The term signifies “men of the earth” in the old tongue of the coast.", ()),
    Case("saying", 'As the saying goes: "You cannot have the fish and the boat."', ()),
    Case("caption", "Lind said that on page twenty, under the caption “The Finest Work of the Harbour”, there was nothing.", ()),
    Case(
        "headline of a report",
        'A report "Cracks appear in the harbour wall" published by the Coast Mirror blamed the town, Lind said.',
        (),
    ),
    Case(
        "report quoted",
        'Lind said the report was "wrong from the first page".',
        (Want("wrong from the first page", "Lind", "mixed"),),
    ),
    Case(
        "apposition without its second comma",
        'Val Lind, leader of the Board at Freedom and Roam Norway stated that "the death of the captain is a loss".',
        (Want("the death of the captain is a loss", "Val Lind"),),
    ),
    Case(
        "thing that shows",
        "Mr Lind said building the hall would indicate “a willingness to listen”.",
        (Want("a willingness to listen", "Mr Lind", "mixed"),),
    ),
    Case(
        "participle of who shows something",
        "Park from Norden Party also showed a pro-harbour stance, saying: “We will never sell it.”",
        (Want("We will never sell it.", "Park from Norden Party"),),
    ),
    Case(
        "relative clause leads nothing in",
        "The Port Watch believes the quickness with which the Mayor had responded to the report has died down.\n\n"
        "“If haste was the hallmark of that answer, silence is the hallmark of this one.”",
        (Want("If haste was the hallmark of that answer, silence is the hallmark of this one.", "The Port Watch"),),
    ),
    Case(
        "whom the reporter asks",
        "I asked Bert Solberg what the purpose of the book was.\n\n"
        "“It was to tell of the harbour and the people who live from it.”",
        (Want("It was to tell of the harbour and the people who live from it.", "Bert Solberg"),),
    ),
    Case(
        "impersonal passive",
        "In the screening report, it was explained “It can be concluded that the wall is safe.”",
        (Want("It can be concluded that the wall is safe.", "the screening report"),),
    ),
    Case(
        "inverted verb is no part of the name",
        "“Currently, the northern desert is dry,” noted project team members.",
        (Want("Currently, the northern desert is dry,", "project team members"),),
    ),
    Case(
        "tale between two voices",
        "“We went north,” she said.\n\n“Then we just started to be involved.” "
        "Chief Anna Lind travels for this project. She has a boat. “I would like to see them all,” said Elder Jerry Park.",
        (
            Want("We went north,", "she"),
            Want("Then we just started to be involved.", "she"),
            Want("I would like to see them all,", "Elder Jerry Park"),
        ),
    ),
    Case(
        "directed criticism",
        "Hendrik Lind’s criticism was directed mainly at “the cowards in the town hall” on Monday.",
        (Want("the cowards in the town hall", "Hendrik Lind’s", "mixed"),),
    ),
    Case("phrasal verb", '"And why not, after all that?" she shot back.', (Want("And why not, after all that?", "she"),)),
    Case("unlisted verb", '"We have won the case," beamed Lind.', (Want("We have won the case,", "Lind"),)),
    Case(
        "around the clause",
        '"We will rebuild," Lind said, "whatever it costs."',
        (Want("We will rebuild, … whatever it costs.", "Lind"),),
    ),
    Case(
        "goes on after the clause",
        '"We will rebuild," Lind said. "It will cost a lot. But we will."',
        (Want("We will rebuild, … It will cost a lot. But we will.", "Lind"),),
    ),
    Case(
        "another speaker in the paragraph",
        '"We will rebuild," Lind said. "You will not," answered Park.',
        (Want("We will rebuild,", "Lind"), Want("You will not,", "Park")),
    ),
    Case(
        "several paragraphs",
        '"We will rebuild the harbour," Lind said. "It will take years.\n\n"But we have no other choice."',
        (Want("We will rebuild the harbour, … It will take years. … But we have no other choice.", "Lind"),),
    ),
    Case(
        "signed below the last paragraph",
        "“Nobody in this town has seen the plan for the harbour. Nobody will…\n\n"
        "“It lies in a drawer of the ministry, and there it stays.”\n\nAnna Lind, Daily Herald",
        (
            Want(
                "Nobody in this town has seen the plan for the harbour. Nobody will… … "
                "It lies in a drawer of the ministry, and there it stays.",
                "Anna Lind",
            ),
        ),
    ),
    Case(
        "verb below the quotation",
        "“The harbour will close for good,”\n\nhe pointed out on Monday.",
        (Want("The harbour will close for good,", "he"),),
    ),
    Case(
        "double primes",
        "“We will rebuild the harbour,″ Lind said. “It will take years.″",
        (Want("We will rebuild the harbour, … It will take years.", "Lind"),),
    ),
    Case(
        "lead-in paragraph",
        'Lind, a lawyer, told the court on Monday:\n\n"We have no other choice. We will rebuild."',
        (Want("We have no other choice. We will rebuild.", "Lind"),),
    ),
    Case(
        "he added, next paragraph",
        'Lind, a lawyer, spoke for an hour.\n\nShe added: "We have no other choice."',
        (Want("We have no other choice.", "She"),),
    ),
    Case(
        "according to",
        'The bridge is "beyond repair", according to the ministry of transport.',
        (Want("beyond repair", "the ministry of transport", "mixed"),),
    ),
    Case(
        "clause with fragment",
        'Ivanova said that the talks had been "long and frank" and would go on.',
        (Want("long and frank", "Ivanova", "mixed"),),
    ),
    Case(
        "two fragments, one cue",
        'Ivanova said that the talks had been "long and frank" and the dinner "short".',
        (Want("long and frank", "Ivanova", "mixed"), Want("short", "Ivanova", "mixed")),
    ),
    Case(
        "relative clause",
        'This was echoed by the minister, who said they seek to "cooperate further in defence".',
        (Want("cooperate further in defence", "who", "mixed"),),
    ),
    Case(
        "participle",
        'Lind rejected the plan, adding that it was "dead on arrival".',
        (Want("dead on arrival", "Lind", "mixed"),),
    ),
    Case(
        "conjoined verbs",
        'He also thanked the crew and praised their "quiet courage".',
        (Want("quiet courage", "He", "mixed"),),
    ),
    Case("naming verb", 'The minister called the vote a "complete farce".', (Want("complete farce", "The minister", "mixed"),)),
    Case(
        "nested reporting",
        'Park told the court that Lind had said "the bridge is dead".',
        (Want("the bridge is dead", "Lind"),),
    ),
    Case(
        "passive",
        'Lind was quoted as saying: "We have no other choice."',
        (Want("We have no other choice.", "Lind"),),
    ),
    Case(
        "paper quotes somebody",
        '"We have no other choice," Interfax quoted Lind as saying.',
        (Want("We have no other choice,", "Lind"),),
    ),
    Case(
        "statement",
        'The ministry said in a statement: "We have no other choice."',
        (Want("We have no other choice.", "The ministry"),),
    ),
    Case(
        "document",
        '"All sides shall leave the strait," the agreement reads.',
        (Want("All sides shall leave the strait,", "the agreement"),),
    ),
    Case(
        "as X put it", 'It was a "complete and utter mess," as Lind put it.', (Want("complete and utter mess,", "Lind", "mixed"),)
    ),
    Case(
        "sign-off",
        '"A vote for me is a vote for peace." — Commissioner Anna Lind',
        (Want("A vote for me is a vote for peace.", "Commissioner Anna Lind"),),
    ),
    Case("from X", 'From the report: "The dam was never inspected."', (Want("The dam was never inspected.", "the report"),)),
    Case(
        "transcript inside the marks",
        '"LIND: We never saw the order before the ship had left."',
        (Want("We never saw the order before the ship had left.", "LIND"),),
    ),
    Case(
        "joint statement",
        'Lind and Park said in a joint statement: "We have no other choice."',
        (Want("We have no other choice.", "Lind"),),
    ),
    Case(
        "joint statement, a name behind a description",
        'Policy chief Ana Ruiz and her Finnish counterpart, Antti Leino, said in a joint statement: "We have no other choice."',
        (Want("We have no other choice.", "Policy chief Ana Ruiz"),),
    ),
    Case(
        "three who say",
        'Ana Ruiz, Ben Cole and Mia Lund said in a joint statement: "We have no other choice."',
        (Want("We have no other choice.", "Ana Ruiz"),),
    ),
    Case(
        "role before the name",
        '"We have no other choice," said the governor of the region, Viktor Orlov.',
        (Want("We have no other choice,", "the governor of the region, Viktor Orlov"),),
    ),
    Case(
        "homeless man",
        '"They took my tent and everything in it," a homeless man said.',
        (Want("They took my tent and everything in it,", "a homeless man"),),
    ),
    Case("nickname", 'Marcia "Cia" Price shouted: "We will win this."', (Want("We will win this.", 'Marcia "Cia" Price'),)),
    Case("title", 'Lind spoke about it on the show "Face the Nation" last Sunday, and left.', ()),
    Case("scare quote", 'The "experts" never came to the harbour.', ()),
    Case(
        "headline that the body repeats",
        "Lind: harbour 'will never close'\n\nThe harbour \"will never close\", Anna Lind said on Monday in Oslo.",
        (Want("will never close", "Anna Lind", "mixed"),),
    ),
    Case(
        "a cue with a content of its own",
        'Though Park had "been a friend for years," he claimed they had never met.',
        (Want("been a friend for years,", None, "mixed"),),
    ),
    Case(
        "participle behind what was said",
        'Lind argued that a wall would keep the flood out, saying it was "all about time".',
        (Want("all about time", "Lind", "mixed"),),
    ),
    Case(
        "participle behind a relative clause",
        'Lind praised Park for what he had done for the harbour, calling it "an incredible feat".',
        (Want("an incredible feat", "Lind", "mixed"),),
    ),
    Case(
        "moved to speak",
        'The vote has led the lawyer Anna Lind to call the harbour a "lost cause".',
        (Want("lost cause", "the lawyer Anna Lind", "mixed"),),
    ),
    Case(
        "two conjoined cues",
        'Lind said that Park was playing with fire and added that the town was "weak as a reed".',
        (Want("weak as a reed", "Lind", "mixed"),),
    ),
    Case(
        "what is said to show something",
        'The ministry said the figures show the town is making "a complete turn away from the sea".',
        (Want("a complete turn away from the sea", "The ministry", "mixed"),),
    ),
    Case(
        "cue without a clause in the tree",
        'Lind insisted to a crowd of fans on Monday that she had "not lost a single vote".',
        (Want("not lost a single vote", "Lind", "mixed"),),
    ),
    Case(
        "question, then goes on",
        '"Why should we pay for a wall?" Lind continued.',
        (Want("Why should we pay for a wall?", "Lind"),),
    ),
    Case(
        "fragment, then a paragraph of the same voice",
        'Park has "hit a pothole," Lind wrote.\n\n"This is the year to open the harbour to everyone."',
        (Want("hit a pothole,", "Lind", "mixed"), Want("This is the year to open the harbour to everyone.", "Lind")),
    ),
    Case(
        "interview under names in mixed case",
        "Jan Park: Do you trust the dam?\n\nAnna Lind: Nobody in Sola does.\n\nPark: What happens to the town?\n\n"
        "Lind: I would stay away from it.",
        (
            Want("Do you trust the dam?", "Jan Park"),
            Want("Nobody in Sola does.", "Anna Lind"),
            Want("What happens to the town?", "Park"),
            Want("I would stay away from it.", "Lind"),
        ),
    ),
    Case(
        "named, according to somebody",
        'Anna Lind called the plan "a dead end," according to two people briefed on the call.',
        (Want("a dead end,", "Anna Lind", "mixed"),),
    ),
    Case(
        "had called it, somebody wrote",
        'The Norden Herald wrote that Anna Lind had called the plan "a dead end".',
        (Want("a dead end", "Anna Lind", "mixed"),),
    ),
    Case(
        "had promised, somebody recalled",
        'Park recalled that Norwegian ministers had promised to stand with Sola "for as long as it takes."',
        (Want("for as long as it takes.", "Norwegian ministers", "mixed"),),
    ),
    Case(
        "in a report which notes",
        'Lind linked to the Herald report, which notes, "Nobody inspected the dam before the flood."',
        (Want("Nobody inspected the dam before the flood.", "which"),),
    ),
    Case(
        "whose reaction came",
        'Mayor Anna Lind\'s reaction came on Friday: "Nobody asked us, and nobody will."',
        (Want("Nobody asked us, and nobody will.", "Mayor Anna Lind's"),),
    ),
    Case(
        "a bare label of a quotation",
        'The dam broke on Monday.\n\nQuote from the mayor: "There is water in the hall."\n\n'
        'Quote: "They chose the hour when nobody was there."',
        (Want("There is water in the hall.", "the mayor"), Want("They chose the hour when nobody was there.", "the mayor")),
    ),
    Case(
        "transcript with a title",
        '"GOV. ANNA LIND: We never saw the order before the ship had left."',
        (Want("We never saw the order before the ship had left.", "ANNA LIND"),),
    ),
    Case(
        "who was reported last",
        '"We will appeal," Park said. Lind said the court was closed until June. "We have no other choice than to wait."',
        (Want("We will appeal,", "Park"), Want("We have no other choice than to wait.", "Lind")),
    ),
    Case(
        "who acted last",
        '"We will appeal," Park said. Lind shook her head. "That would be a waste of time."',
        (Want("We will appeal,", "Park"), Want("That would be a waste of time.", "Lind")),
    ),
    Case(
        "fragment before any clause",
        'Park said the plan was "dead in the water," while Lind opened a new bridge.',
        (Want("dead in the water,", "Park", "mixed"),),
    ),
    Case(
        "fragment below an inner cue",
        'Park said that Lind calls for help because of the "great fear" that some in the town live with.',
        (Want("great fear", "Park", "mixed"),),
    ),
    Case(
        "hyphen before a colon",
        'Lind offered a farmer-style answer: "You reap what you sow, and not a grain more."',
        (Want("You reap what you sow, and not a grain more.", "Lind"),),
    ),
    Case(
        "time between subject and verb",
        'Lind later Thursday told the paper: "We have no other choice."',
        (Want("We have no other choice.", "Lind"),),
    ),
    Case(
        "made a point of saying",
        'Lind made a point of saying the harbour "will never close".',
        (Want("will never close", "Lind", "mixed"),),
    ),
    Case(
        "report behind the sentence",
        'Mix a festival with a "mayor who hates music" and the town gets nervous, said Anna Lind, a lawyer.',
        (Want("mayor who hates music", "Anna Lind", "mixed"),),
    ),
    Case(
        "dash before a whole sentence",
        'Lind had no kind words for the harbour — "It has been a swamp for a hundred years."',
        (Want("It has been a swamp for a hundred years.", "Lind"),),
    ),
    Case(
        "paragraph behind a whole quotation",
        'As Lind pointed out, "nobody in this town has seen the plan for the new harbour or knows what it costs us."\n\n'
        '"That will have to change before the vote."',
        (
            Want("nobody in this town has seen the plan for the new harbour or knows what it costs us.", "Lind"),
            Want("That will have to change before the vote.", "Lind"),
        ),
    ),
    Case(
        "hyphen in the speaker",
        '"They came out of nowhere and ran," a passer-by told the paper.',
        (Want("They came out of nowhere and ran,", "a passer-by"),),
    ),
    Case(
        "paragraph behind a fragment that ends its own",
        '"We will appeal," Park said.\n\nLind said on Friday that Park had "a duty to bring us together."\n\n'
        '"I think he can do that if he wants to."',
        (
            Want("We will appeal,", "Park"),
            Want("a duty to bring us together.", "Lind", "mixed"),
            Want("I think he can do that if he wants to.", "Lind"),
        ),
    ),
    Case("age before the noun", 'A 41-year-old woman said: "We will go on."', (Want("We will go on.", "A 41-year-old woman"),)),
    Case("junior", 'Paul Lind Jr. responded: "I love it."', (Want("I love it.", "Paul Lind Jr."),)),
    Case(
        "heard shouting",
        '"Get back! Get back!" the captain could be heard shouting in Norwegian.',
        (Want("Get back! Get back!", "the captain"),),
    ),
    Case(
        "writer below",
        '"Nobody in this town has seen the plan for the harbour."\n\nAnna Lind, Daily Herald\n\nThe plan is due in June.',
        (Want("Nobody in this town has seen the plan for the harbour.", "Anna Lind"),),
    ),
    Case(
        "turns with long offices, the first at the head, marks inside a turn",
        "MIA REED, CANAL HOST: What did you make of the speech?\n\nDANIEL HART, FORMER U.S. AMBASSADOR TO NORWAY: He lies.\n\n"
        'REED: And now?\n\nHART: He said, quote, "We will rebuild." He did not.',
        (
            Want("What did you make of the speech?", "MIA REED"),
            Want("He lies.", "DANIEL HART"),
            Want("And now?", "REED"),
            Want('He said, quote, "We will rebuild." He did not.', "HART"),
        ),
    ),
    Case(
        "headline, source at its end",
        "Norwegians ‘must be told the truth’ about the port – Lind\n\nThe council met on Monday.",
        (Want("must be told the truth", "Lind", "mixed"),),
    ),
    Case(
        "headline, an office behind the colon",
        "Oslo ‘gravely concerned’ over the port deal: official\n\nThe council met on Monday.",
        (Want("gravely concerned", "official", "mixed"),),
    ),
    Case(
        "headline, two voices",
        "Lind: 'The port is ours'; Swedes: 'Not without us'\n\nThe council met on Monday.",
        (Want("The port is ours", "Lind"), Want("Not without us", "Swedes")),
    ),
    Case(
        "headline, a place at its head only tells where",
        "Oslo: Port ‘will never be the same’\n\nThe council met on Monday.",
        (),
    ),
    Case(
        "headline between paragraphs",
        "The envoy left, the ministry said.\n\nREAD MORE: Lind ‘must be pressured’ into talks – Anna Park\n\nMore rain fell.",
        (Want("must be pressured", "Anna Park", "mixed"),),
    ),
    Case(
        "writers below, one of them the paper",
        '"Nobody in this town has seen the plan for the harbour."\nEditorial, The Daily Herald\n\n'
        '"He has won what he wanted, and nobody else has won anything."\nAnna Lind, Morgen Nytt\n\nThe plan is due in June.',
        (
            Want("Nobody in this town has seen the plan for the harbour.", "The Daily Herald"),
            Want("He has won what he wanted, and nobody else has won anything.", "Anna Lind"),
        ),
    ),
    Case(
        "voices with their institutes",
        'Anna Lind, Norwegian Port Institute: "This is how they test our will."\n\nThe plan is due in June.',
        (Want("This is how they test our will.", "Anna Lind"),),
    ),
    Case(
        "described behind the marks",
        'Lind uses words like "a serious and costly failure," describing the plan of the mayor.',
        (Want("a serious and costly failure,", None, "mixed"),),
    ),
    Case(
        "title that opens a sentence",
        '"We laugh at our own misery," Lind said.\n\n"Sons of the Harbour" is a play about a town that is sinking.',
        (Want("We laugh at our own misery,", "Lind"),),
    ),
    Case(
        "report between commas",
        'The former mayor, Lind said, had been in the town hall for "a thousand years" and passed "hundreds of laws."',
        (Want("a thousand years", "Lind", "mixed"), Want("hundreds of laws.", "Lind", "mixed")),
    ),
    Case(
        "dialogue in one paragraph",
        '"Was it the harbour?" the judge asked. "Yes," replied the captain. "And you knew?" "Not then," he said.',
        (
            Want("Was it the harbour?", "the judge"),
            Want("Yes,", "the captain"),
            Want("And you knew?", "the judge"),
            Want("Not then,", "he"),
        ),
    ),
    Case(
        "answer that asks back",
        '"Will the town sell the harbour?" Lind asked. "I never heard of it. Will it?" "Not before the summer," she said.',
        (
            Want("Will the town sell the harbour?", "Lind"),
            Want("I never heard of it. Will it?", None),
            Want("Not before the summer,", "she"),
        ),
    ),
    Case(
        "another voice",
        "“Traitor,” a woman shouted from the gallery. “Freedom to the town!” shouted another.",
        (Want("Traitor,", "a woman"), Want("Freedom to the town!", "another")),
    ),
    Case("another voice first", "Said another: “I do not believe it at all.”", (Want("I do not believe it at all.", "another"),)),
    Case(
        "aside between dashes",
        "Lind said the boats were ready. “And then we” — she smiled — “will be waiting.”",
        (Want("And then we … will be waiting.", "she"),),
    ),
    Case(
        "aside behind the verb",
        "“The town,” the mayor's aide, Captain Anna Lind, said — she had been silent until then — “does not count its ships.”",
        (Want("The town, … does not count its ships.", "the mayor's aide, Captain Anna Lind"),),
    ),
    Case("call sign speaks", '"Not one step back," "Baker" said.', (Want("Not one step back,", "Baker"),)),
    Case(
        "call sign behind the verb",
        "“We held the quay for three weeks,” said “Heron,” a pilot. “Nobody came.”",
        (Want("We held the quay for three weeks, … Nobody came.", "Heron"),),
    ),
    Case(
        "call sign between commas",
        '"We will not leave," the commander, call sign "Baker", said.',
        (Want("We will not leave,", "the commander"),),
    ),
    Case(
        "paper in marks",
        "In Oslo, „Havneposten” wrote that „the town humiliates itself every day”.",
        (Want("the town humiliates itself every day", "Havneposten"),),
    ),
    Case(
        "one word that is no name",
        '"No," said Lind. "Never," said Park.',
        (Want("No,", "Lind"), Want("Never,", "Park")),
    ),
    Case(
        "told by whom it is remembered",
        'Petersen recalled his grandmother telling him: "Never trust a harbour master."',
        (Want("Never trust a harbour master.", "his grandmother"),),
    ),
    Case(
        "nobody says it",
        'Nobody called it "a harbour for the next hundred years" at the time.',
        (Want("a harbour for the next hundred years", None, "mixed"),),
    ),
    Case(
        "date line is no subject",
        "Oslo (NTB) – Port chief Anna Lind has taken a swipe at the plan of the mayor, saying that “bombastic words” do harm.",
        (Want("bombastic words", "Port chief Anna Lind", "mixed"),),
    ),
    Case(
        "date line with a day",
        "BERGEN, Norway, May 4 (NTB) — A spokesman for the harbour called the report on the bridge “outrageous.”",
        (Want("outrageous.", "A spokesman for the harbour", "mixed"),),
    ),
    Case(
        "name and dash are no date line",
        "Anna Lind — the head of the port — called the report on the bridge “outrageous.”",
        (Want("outrageous.", "Anna Lind", "mixed"),),
    ),
    Case("marks that modify a noun", "The “Harbour Lights” star posted a long message on Friday.", ()),
    Case(
        "denied and answered",
        "Lind cannot say that “from where she stands,” Park added.",
        (Want("from where she stands,", "Park", "mixed"),),
    ),
    Case(
        "from somebody, in the middle",
        "Lind answered with a phrase that could have come from the mayor himself: “Do not moan to me about the harbour.”",
        (Want("Do not moan to me about the harbour.", "Lind"),),
    ),
    Case("title behind a kind of work", "Park wrote about it in his memoir, “Salt Years,” and left the town.", ()),
    Case(
        "who is asked does not ask",
        "In an interview with the Herald on Wednesday, Lind was asked, “What is the most dangerous place you have been to?”",
        (Want("What is the most dangerous place you have been to?", None, "mixed"),),
    ),
    Case(
        "what cannot speak moves somebody",
        "The timing of the surge doesn’t surprise harbour pollster Jan Park: “Historically, such parties lose their support.”",
        (Want("Historically, such parties lose their support.", "harbour pollster Jan Park"),),
    ),
    Case(
        "who is praised does not speak",
        "The vote was held on Friday, and Jan Park shook the captain’s hand, and was praised at home for “courage”.",
        (),
    ),
    Case(
        "with somebody standing by",
        "President Jan Park signed the paper on Friday and then, with Secretary Anna Lind standing at his side, denounced the "
        "captains as “thieves and liars”.",
        (Want("thieves and liars", "President Jan Park", "mixed"),),
    ),
    Case(
        "what happens does not tell",
        "The exchange turned when Lind asked Park what kind of harbour he had in mind, noting that Norden had broken "
        "“25 times its own word.”",
        (Want("25 times its own word.", "Lind", "mixed"),),
    ),
    Case(
        "whom a recording shows",
        "Lind shared a video of Park saying “captains will leave on their own” on Monday.",
        (Want("captains will leave on their own", "Park"),),
    ),
    Case(
        "all are urged",
        "“The bridge is closed,” said Captain Park.\n\nAll are urged to stay calm.\n\n"
        "“The captain wishes once again to thank the people of the town.”",
        (
            Want("The bridge is closed,", "Captain Park"),
            Want("The captain wishes once again to thank the people of the town.", "Captain Park"),
        ),
    ),
    Case(
        "asked by the judge",
        "Asked by the judge if he saw the man in the room, he pointed. “There he is.”",
        (Want("There he is.", "he"),),
    ),
    Case(
        "he went on",
        "No town, he went on, had done more than this one to “squeeze the captains until the pips squeak”.",
        (Want("squeeze the captains until the pips squeak", "he", "mixed"),),
    ),
    Case(
        "who shrugs behind a fragment",
        "A court has sentenced Anna Lind to ten years for “spreading fakes.” She shrugs.",
        (),
    ),
    Case(
        "an example of several",
        "Some people, like Lind, get creative.\n\n“We just make one up, with a number and a street.”",
        (Want("We just make one up, with a number and a street.", "Lind"),),
    ),
    Case(
        "whose life it is",
        "The life of Anna Lind is at the other extreme. “Here there is no fun of any kind.”",
        (Want("Here there is no fun of any kind.", "Anna Lind"),),
    ),
    Case(
        "words of a third in the next paragraph",
        "Lind should remember the words of Captain Jan Park:\n\n“You can sell a harbour only once.”",
        (Want("You can sell a harbour only once.", "Captain Jan Park"),),
    ),
    Case(
        "short reply to who asks",
        "“Are you saying that they are thieves?” Lind asked.\n\n“No. Thieves are cheaper.”\n\n“Then what are they to this town?”",
        (
            Want("Are you saying that they are thieves?", "Lind"),
            Want("No. Thieves are cheaper.", None),
            Want("Then what are they to this town?", "Lind"),
        ),
    ),
    Case(
        "reply of the other of two",
        "“We have no plan for the winter,” Park said.\n\n“Do you know what the town will say?” Lind asked.\n\n“Nothing at all.”",
        (
            Want("We have no plan for the winter,", "Park"),
            Want("Do you know what the town will say?", "Lind"),
            Want("Nothing at all.", "Park"),
        ),
    ),
    Case(
        "heading in marks",
        "Lind said that the tax would cost the town half of its trade.\n\n“The trade started to fall”\n\n"
        "In the winter the port of Norden was closed.",
        (Want("The trade started to fall", None),),
    ),
    Case(
        "statement with a title",
        "The police issued a statement titled: “Anna Lind Safely Returns with Her Boat to Norden”.",
        (),
    ),
    Case(
        "called so by nobody",
        "Lind said that the boats of the islanders, commonly called “sea horses”, are built in the north.",
        (),
    ),
    Case(
        "known to sailors as",
        "The sailors knew them as “the dirty islands” for years.",
        (),
    ),
    Case(
        "should be titled",
        "Lind added that the plan should be titled “Hard work and no pay at all.”",
        (Want("Hard work and no pay at all.", "Lind", "mixed"),),
    ),
    Case(
        "headline that says whose words it prints",
        "Harbour board says talks were ‘not a failure’\n\nThe captains met reporters on Monday and told them of the plan.",
        (Want("not a failure", "Harbour board", "mixed"),),
    ),
    Case(
        "headline with a sayer behind its first verb",
        "Lind signs treaty, says West ‘crossed the line’\n\nThe captains met reporters on Monday and told them of the plan.",
        (),
    ),
    Case(
        "whose retort a headline prints",
        "‘Never on my land’: Anna Lind’s sharp retort on the road\n\nThe captains met reporters on Monday and told them of it.",
        (Want("Never on my land", "Anna Lind’s"),),
    ),
    Case(
        "points under a headline",
        "The price of oil is lower\n\n* Anna Lind: low prices “good for the town”\n\nThe captains met reporters on Monday.",
        (Want("good for the town", "Anna Lind", "mixed"),),
    ),
    Case(
        "headline, what its subject feels",
        "Owners 'furious and heartbroken' after fire\n\nThe captains met reporters on Monday and told them of the plan.",
        (Want("furious and heartbroken", "Owners", "mixed"),),
    ),
    Case(
        "headline, who is hopeful and what is not enough",
        "Lind hopeful but pledges 'not enough' for harbour\n\nThe captains met reporters on Monday and told them of the plan.",
        (Want("not enough", "Lind", "mixed"),),
    ),
    Case(
        "headline with capitals",
        "Lind Warns Council of ‘Long and Hard’ Talks\n\nThe captains met reporters on Monday and told them of the plan.",
        (),
    ),
    Case(
        "headline with a term",
        "Man jailed over 'honour killing' on the coast\n\nThe captains met reporters on Monday and told them of the plan.",
        (),
    ),
    Case(
        "headline, what happened to somebody",
        "Victim 'looked scared and lost' on the road\n\nThe captains met reporters on Monday and told them of the plan.",
        (),
    ),
    Case(
        "large type above a name and a title",
        "“We will appeal,” Park said.\n\n“I know that it is hard for you.”\n\nMayor Anna Lind\n\nLind said the plan was late.",
        (Want("We will appeal,", "Park"), Want("I know that it is hard for you.", "Mayor Anna Lind")),
    ),
    Case(
        "large type above a name that the text knows",
        "“We will appeal,” Park said.\n\n“I know that it is hard for you.”\n\nAnna Lind\n\nLind said the plan was late.",
        (Want("We will appeal,", "Park"), Want("I know that it is hard for you.", "Anna Lind")),
    ),
    Case(
        "a quotation above a body that owns the next section",
        "“We will appeal,” Jan Park said.\n\n“I know that it is hard for you.”\n\nHarbour City Council\n\nThe council is late.",
        (Want("We will appeal,", "Jan Park"), Want("I know that it is hard for you.", "Jan Park")),
    ),
    Case(
        "a quotation above a sentence about somebody else",
        "“We will appeal,” Jan Park said.\n\n“I know that it is hard for you.”\n\nMayor Anna Lind said the plan was late.",
        (Want("We will appeal,", "Jan Park"), Want("I know that it is hard for you.", "Jan Park")),
    ),
    Case(
        "the page's own lines between a verb and the quotation",
        "Mayor Anna Lind said:\n\nStart your day with the Herald's Morning News newsletter, free of charge.\n\n"
        "“We will be back.”",
        (Want("We will be back.", "Mayor Anna Lind"),),
    ),
    Case(
        "the page's own lines in a quotation of several paragraphs",
        "Park met Lind. Lind said: “We will be back.\n\nAdvertisement\n\n“We know the way.\n\nREAD MORE: Dam closed\n\n“We go.”",
        (Want("We will be back. … We know the way. … We go.", "Lind"),),
    ),
    Case(
        "a paragraph that ends in a comma",
        "When reporters asked about the valve, the minister, Anna Lind, said,\n«The valve is on their side of the fence.»",
        (Want("The valve is on their side of the fence.", "the minister, Anna Lind"),),
    ),
    Case(
        "single marks typed twice",
        "‘‘The crew died there,’’ Lind said. Park had seen it, he said. ‘‘We heard a bang. Then it was quiet.’’",
        (Want("The crew died there,", "Lind"), Want("We heard a bang. Then it was quiet.", "he")),
    ),
    Case(
        "who quotes a letter",
        "“The town must know,” Lind said on Monday, quoting a letter that described the plan as “part of a bigger deal.”",
        (Want("The town must know,", "Lind"), Want("part of a bigger deal.", "a letter", "mixed")),
    ),
    Case(
        "the way we eat",
        "Another important factor added by the doctor is that there is more news on the way we eat and on the food of the poor: "
        "“And this has not been done by the State but by the town.”",
        (Want("And this has not been done by the State but by the town.", "the doctor"),),
    ),
    Case(
        "station that reports what somebody writes",
        'The port minister, Anna Lind, denied the claims, writing on her blog, "this is an old trick," Norden Radio reported.',
        (Want("this is an old trick,", "The port minister, Anna Lind"),),
    ),
    Case(
        "inversion behind several sentences",
        '"The talks were honest. We saw both sides of the harbour. Nobody was left out of the room," wrote Lind on Twitter, '
        '"and I thank the crews."',
        (
            Want(
                "The talks were honest. We saw both sides of the harbour. Nobody was left out of the room, … "
                "and I thank the crews.",
                "Lind",
            ),
        ),
    ),
    Case(
        "who asks",
        "A week before the vote, asked if the board was “in bed” with the Norden Bank, Lind denied it.",
        (),
    ),
    Case(
        "who is called to speak",
        "Council chairman Anna Lind said Monday her committee will call Park to testify “in the coming weeks.”",
        (Want("in the coming weeks.", "Council chairman Anna Lind", "mixed"),),
    ),
    Case(
        "shares of those asked",
        "When the pollsters asked about the closure, 34 percent said they saw it as “chaos and robbery,” 18 percent called it a "
        "“coup d'état” and 12 percent said that it can be described as “civil war.”",
        (
            Want("chaos and robbery,", "34 percent", "mixed"),
            Want("coup d'état", "18 percent", "mixed"),
            Want("civil war.", "12 percent", "mixed"),
        ),
    ),
    Case(
        "quoted from a report",
        "The inquiry did not find that the mayor broke the law, but it also “does not clear her,” Park quoted from "
        "Lind's report.",
        (Want("does not clear her,", "Lind's report", "mixed"),),
    ),
    Case(
        "report of a motion",
        "According to a report by Norden Radio, the motion calls the explosions on the pier as “an act of terror” and a "
        "“monstrous crime.”",
        (Want("an act of terror", "the motion", "mixed"), Want("monstrous crime.", "the motion", "mixed")),
    ),
    Case(
        "translation of a speech",
        "Lind accused the coast of seeking to “weaken and divide” Norway, according to an official translation of part of her "
        "speech.",
        (Want("weaken and divide", "Lind", "mixed"),),
    ),
    Case(
        "name before its kind",
        "The banker gave 400,000 crowns to the 'Harbour Stronger in Norway' group, Lind said, and the 'Strangers are ruining the "
        "harbour!' brigade were silent about it.",
        (),
    ),
    Case(
        "novel",
        "According to her former colleagues, one of her favourite books was the science fiction novel “Hard to be a King”, a "
        "tale of an agent.",
        (),
    ),
    Case("ballot", "The Kremlin has tried to persuade us to vote 'leave,' Lind said.", ()),
    Case(
        "session with a title",
        "Anna Lind at the plenary session “Who owns the sea? How to keep one coast?” at the harbour hall in Oslo in May.",
        (),
    ),
    Case(
        "sentence behind the attribution",
        "“We do not like it when we compete with stories that are paid for by others,”he said. Lind drew comparisons between "
        "those stories and her own. “One is paid by the bank and the other by readers.”",
        (
            Want("We do not like it when we compete with stories that are paid for by others,", "he"),
            Want("One is paid by the bank and the other by readers.", "Lind"),
        ),
    ),
    Case(
        "goes on behind what somebody is quoted as saying",
        '"The last time I felt like this was at the end of the war," he quoted Lind as saying. "And people who were around then '
        'are telling me the same."',
        (
            Want(
                "The last time I felt like this was at the end of the war, … And people who were around then are telling me the "
                "same.",
                "Lind",
            ),
        ),
    ),
    Case(
        "line that tells from whom",
        "From Anna Lind, head of the Harbour Institute in Oslo:\n\n"
        '"While two of the ships were near the port, the others were far away."',
        (Want("While two of the ships were near the port, the others were far away.", "Anna Lind"),),
    ),
    Case(
        "explaining dash",
        "Lind wants to remove “the biggest disaster of the century” – the collapse of the harbour wall and the loss of the port.",
        (Want("the biggest disaster of the century", "Lind", "mixed"),),
    ),
    Case(
        "teaser in the paragraph",
        "“Nobody had a place to go,” Lind said. READ MORE: Harbour deal a 'road to nowhere' - Park The agreement went into force "
        "in January.",
        (Want("Nobody had a place to go,", "Lind"), Want("road to nowhere", "Park", "mixed")),
    ),
    Case(
        "said behind a teaser",
        "Park said so. READ MORE: Lind vows to 'blow you away' in May \"I am in a difficult situation, that is so,\" he said.",
        (Want("blow you away", "Lind", "mixed"), Want("I am in a difficult situation, that is so,", "he")),
    ),
    Case(
        "said behind a teaser without a stop",
        "Park left. READ MORE: Harbour leak reveals more about the town than the mayor "
        '"We have a complete lack of rules and of money," Jan Holm told the Herald.',
        (Want("We have a complete lack of rules and of money,", "Jan Holm"),),
    ),
    Case(
        "name and its title behind a role",
        '"They meddled in the vote for weeks," head of the board, Senator Jan Holm, was quoted as saying.',
        (Want("They meddled in the vote for weeks,", "head of the board, Senator Jan Holm"),),
    ),
    Case(
        "longer than a post",
        '"I find it sad," said Lind on Monday. "Our harbours are in danger, and those who ought to look after them are away. '
        "In the north, where the winters are long, nobody has seen a ship of theirs since the old treaty ran out, and nobody "
        "knows where the money went that the council had set aside for the repair of the walls and of the bridge between the "
        'two towns." LIVE: Lind speaks at the harbour https://t.co/abcdef',
        (
            Want(
                "I find it sad, … Our harbours are in danger, and those who ought to look after them are away. "
                "In the north, where the winters are long, nobody has seen a ship of theirs since the old treaty ran out, and "
                "nobody knows where the money went that the council had set aside for the repair of the walls and of the bridge "
                "between the two towns.",
                "Lind",
            ),
        ),
    ),
    Case(
        "repeat after me",
        'Lind writes on politics. Repeat after me (with a straight face): "This is not a harbour. This is not a harbour!"',
        (),
    ),
    Case(
        "embedded post",
        "“It was a long night,” Lind said. The Bank offers a reward to stop 'the end of the port' https://t.co/harbour “So I am "
        "a bit sad about how the case was made small.”",
        (
            Want("It was a long night,", "Lind"),
            Want("the end of the port", "The Bank", "mixed"),
            Want("So I am a bit sad about how the case was made small.", "Lind", "mixed"),
        ),
    ),
    Case(
        "sentence without a blank before the next mark",
        "“We do not like stories that are paid for,”he said. Lind drew comparisons between those stories and her own.“One is "
        "paid by the bank.”",
        (Want("We do not like stories that are paid for,", "he"), Want("One is paid by the bank.", "he")),
    ),
    Case(
        "another source between",
        "“It was a long night,” Lind said. Park said that the tower was empty. The crews were tired. “A boat was seen near the "
        "wall on its way to the open sea.”",
        (Want("It was a long night,", "Lind"), Want("A boat was seen near the wall on its way to the open sea.", None)),
    ),
    Case(
        "looks as if asking",
        'The seal looked back at us as if asking, "Who are you and what do you want here?"',
        (Want("Who are you and what do you want here?", None, "mixed"),),
    ),
    Case("done to somebody", 'Anna Lind was held for two hours before being released with "very hard terms".', ()),
    Case(
        "told of being praised",
        'Anna Lind recalled being praised as "the best captain of the coast".',
        (Want("the best captain of the coast", "Anna Lind", "mixed"),),
    ),
    Case("what a term is", 'Anna Lind wants the council to define what "northern whisky" is.', ()),
    Case("pen name", 'The play is by an author who is known only by the pen name "Aurora".', ()),
    Case("book of one word", 'Anna Lind wrote in her famous "Harbourmaster" that no ship would come.', ()),
    Case("remark on a thing", 'The port has released a new poster with roses, which are believed to mean "lasting peace".', ()),
    Case("thing that thinks", 'It is a trick to keep the town believing that the port is "normal".', ()),
    Case("where it was said", 'At a talk with the main "movers" of the port, Anna Lind said that the harbour would close.', ()),
    Case("what somebody is invited as", 'The mayor has invited "captains like us" to the hall.', ()),
    Case(
        "known as a long phrase",
        'Anna Lind said the mayor was widely known as "a man who never forgets what the port did to him".',
        (Want("a man who never forgets what the port did to him", "Anna Lind", "mixed"),),
    ),
    Case(
        "question and charge",
        'Anna Lind questioned whether Norway had a plan for the port and accused its "old guard" of lying.',
        (Want("old guard", "Anna Lind", "mixed"),),
    ),
    Case(
        "part of a letter",
        '"I spent years on it," the first part of the letter says, according to the police.',
        (Want("I spent years on it,", "the letter"),),
    ),
    Case(
        "no lead-in by what is done to soldiers",
        "The chapter is about the soldiers who were posted in the harbour at that time.\n\n"
        '"It was easy for me to live with them."',
        (Want("It was easy for me to live with them.", None),),
    ),
    Case(
        "title behind the tag",
        '"We ran to the wall," Anna Lind recalls in a new film, "The Long Night," shown in May.',
        (Want("We ran to the wall,", "Anna Lind"),),
    ),
    Case(
        "lead-in by a belief",
        "Anna Lind, a former judge who sat in the court of the harbour town, believes that the town has lost its faith in it."
        '\n\n"They did not expect an answer as hard as that one was."',
        (Want("They did not expect an answer as hard as that one was.", "Anna Lind"),),
    ),
    Case(
        "tag in a paragraph of its own",
        'The ferry stayed in the port for the whole week.\n\n"But a captain has to be thick-skinned."\n\n'
        "One of the captains chipped in.\n\nThe harbour opened again on Monday.",
        (Want("But a captain has to be thick-skinned.", "One of the captains"),),
    ),
    Case(
        "no tag without words",
        '"We will stay open for every ship," Anna Lind said.\n\n"The harbour belongs to all of us and not to a few."\n\n'
        "Park did not respond to a letter.",
        (
            Want("We will stay open for every ship,", "Anna Lind"),
            Want("The harbour belongs to all of us and not to a few.", "Anna Lind"),
        ),
    ),
    Case(
        "goes on behind a fragment in the middle",
        'Lind said there had been a talk about "special boats" for the harbour and the town.\n\n'
        '"That has not been decided, so the plans remain what they were."',
        (Want("special boats", "Lind", "mixed"), Want("That has not been decided, so the plans remain what they were.", "Lind")),
    ),
    Case(
        "pronoun in the clause of a thing",
        'The judge angered the town by granting Park terms, which he broke by telling the paper that he "sticks to his word".',
        (Want("sticks to his word", "he", "mixed"),),
    ),
    Case(
        "for somebody it is so",
        "For Anna Lind, the new harbour is “a perfect place for thieves”.",
        (Want("a perfect place for thieves", "Anna Lind", "mixed"),),
    ),
    Case(
        "for the first time",
        "For the first time, the new harbour was “a perfect place for thieves”.",
        (Want("a perfect place for thieves", None, "mixed"),),
    ),
    Case(
        "lead-in by talk",
        "And he talked about one thing again and again: the loss of his best friend in the storm of the year before.\n\n"
        '"Jan was my pal. He taught me how to sail."',
        (Want("Jan was my pal. He taught me how to sail.", "he"),),
    ),
    Case(
        "tag alone",
        'The plan was read out in the hall.\n\n"The first thing is to give the young a place."\n\nAnna Lind says.\n\n'
        '"The second is to let them stay for good."',
        (
            Want("The first thing is to give the young a place.", "Anna Lind"),
            Want("The second is to let them stay for good.", "Anna Lind"),
        ),
    ),
    Case(
        "numbered list",
        'Here are the reasons in Anna Lind\'s own words:\n\n1. "The law does not even name the port."',
        (Want("The law does not even name the port.", "Anna Lind's"),),
    ),
    Case("paper with a title", 'The sailors have now published a paper titled "Winds and tides of the northern coast".', ()),
    Case("title of a resolution", "The resolution, titled “An End to the Harbour Tax in the North”, was adopted in May.", ()),
    Case("theme", 'The talks of the port are on the theme: "Harbours for the young and for those who come after us."', ()),
    Case(
        "gloss of a title",
        'Anna Lind had her book published by the title "Aurora" which loosely translates as "the first light of the year".',
        (),
    ),
    Case(
        "clause of place before the verb",
        "The former farm boy, who grew up in Norden, Norway said the port had been “a school of hard work and love”.",
        (Want("a school of hard work and love", "The former farm boy", "mixed"),),
    ),
    Case(
        "paragraph printed twice",
        '"We will rebuild the harbour," Lind said on Monday.\n\n"We will rebuild the harbour," Lind said on Monday.',
        (Want("We will rebuild the harbour,", "Lind"),),
    ),
    Case(
        "title of one word behind its kind",
        'The actress Lila Boud, who played in the political thriller "Undertow" presented at a festival, has died, state media '
        "reported Monday.",
        (),
    ),
    Case(
        "a film called so",
        'Ana Ruiz called the film "Magnificent" on Monday.',
        (Want("Magnificent", "Ana Ruiz", "mixed"),),
    ),
    Case(
        "what a word means in its language",
        "Police attacked a seller of sweets.\n\n'Lokum' in Turkish means 'morsel'.",
        (),
    ),
    Case(
        "what somebody says a title means",
        'Ana Ruiz said the film "Undertow" in French means "a great deal to us all".',
        (Want("a great deal to us all", "Ana Ruiz", "mixed"),),
    ),
    Case(
        "a party by its name",
        "Transport Minister Anna Lind, from the ruling front “Todos por la Costa,” suggested on Monday closing the harbour.",
        (),
    ),
    Case(
        "no name behind what bears one",
        "The group “has never paid a toll”, Lind said of the tanker “Aurora”.",
        (Want("has never paid a toll", "Lind", "mixed"),),
    ),
    Case(
        "the title of a film behind a statement",
        "“We sailed to the north and came home,” Lind said.\n\n“Lights To Norden”, which also has Maria Ruiz, opened.",
        (Want("We sailed to the north and came home,", "Lind"),),
    ),
    Case(
        "titles of studies",
        "The authors of the Port Institute's study, \"Closing the Locks: Norden's Boatmen after the Winter,\" and the "
        'Sea Union\'s study, "Red Nets: How Captains Learned to Keep Quiet," claim that the town is poorer.',
        (),
    ),
    Case("told by nobody", "Walkers were told to “keep well away” from the harbour.", (Want("keep well away", None, "mixed"),)),
    Case("heard in court", "The court heard that Park had “lost his head” on the pier.", (Want("lost his head", None, "mixed"),)),
    Case("heard of a ship", "Park heard that Lind had “The Aurora” in the harbour.", ()),
    Case("charged by nobody", "The council is accused of being “a milk cow” for the port.", (Want("a milk cow", None, "mixed"),)),
    Case("where one is told to meet", "The captains were told to meet at “The Anchor” in May.", ()),
    Case(
        "a subject tied to what it reports",
        "The Forum, in a letter from chair Peter Lind and treasurer Jo Park, said Ruiz's plan betrayed a “startling ignorance”.",
        (Want("startling ignorance", "The Forum", "mixed"),),
    ),
    Case(
        "what all can see somebody says",
        "Park said that in one sense the flood had “cleared the air” as all could see that the harbour was no “refuge”.",
        (Want("cleared the air", "Park", "mixed"), Want("refuge", "Park", "mixed")),
    ),
    Case(
        "a term in the sentence that leads in",
        '''"We will appeal," Park said.

Captain Anna Lind, who led a "boat-in" outside the town hall in May, agreed, saying the port bought a van last winter.

"Why? It has carried two boxes since."''',
        (Want("We will appeal,", "Park"), Want("Why? It has carried two boxes since.", "Captain Anna Lind")),
    ),
    Case(
        "a statement that follows",
        '''The trustees handed out the following statement, but would not take questions.

"The town is asking its lawyer to look into the fire at the port."''',
        (Want("The town is asking its lawyer to look into the fire at the port.", "The trustees"),),
    ),
    Case("an answer by nobody", "“Yes, on board,” was the answer.", (Want("Yes, on board,", None),)),
    Case("a play by nobody", "“Sons of the Sea,” was in town.", ()),
    Case(
        "whom reports show",
        "She linked to reports of the bishop using sharp words such as comparing ministers to “pickpockets”.",
        (Want("pickpockets", "the bishop", "mixed"),),
    ),
    Case(
        "words about a harbour",
        "She spoke of the harbour using words such as “pickpockets”.",
        (Want("pickpockets", "She", "mixed"),),
    ),
    Case("quoted him as saying", '"I cannot say when," Interfax quoted him as saying.', (Want("I cannot say when,", "him"),)),
    Case(
        "a second clause with that",
        "She would only say that Park asked for the talk and that “the minister wished to speak about the harbour”.",
        (Want("the minister wished to speak about the harbour", "She", "mixed"),),
    ),
    Case(
        "two clauses of one verb",
        "Park said that he was glad and that “the minister wished to speak about the harbour”.",
        (Want("the minister wished to speak about the harbour", "Park", "mixed"),),
    ),
    Case(
        "a claim and who made it",
        'CLAIM: "Nobody fired a shot when they came into the harbour." - Captain Anna Lind.',
        (Want("Nobody fired a shot when they came into the harbour.", "Captain Anna Lind"),),
    ),
    Case(
        "what words are said to show",
        'The minister said the admiral\'s words showed that Norway "looks at the sea as at a pond".',
        (Want("looks at the sea as at a pond", "The minister", "mixed"),),
    ),
    Case(
        "whose line it is",
        'Captains said that would not do, with several singling out Park\'s line that the port was not out to "bully" them.',
        (Want("bully", "Park's", "mixed"),),
    ),
    Case(
        "a verb in marks behind an age",
        "Lind, 44, “rejected with all her soul” the sale of the ship on Monday.",
        (Want("rejected with all her soul", "Lind", "mixed"),),
    ),
    Case(
        "a film of one word",
        'She came to Norden to speak of her latest film, "Anna," in which she plays a captain, the Herald reported.',
        (),
    ),
    Case("a column by its name", "She said it in a part of her video column “Lind – Off the Record”.", ()),
    Case(
        "accused on Monday",
        "Park was on Monday accused of “locking the door” on the port.",
        (Want("locking the door", None, "mixed"),),
    ),
    Case(
        "a voice that goes on four paragraphs below",
        "“We will appeal,” Lind said.\n\nThe port was closed in May.\n\nIt had stood for two hundred years.\n\n"
        "The last ferry left at noon.\n\n“There is no other way to save the town and its people.”",
        (Want("We will appeal,", "Lind"), Want("There is no other way to save the town and its people.", "Lind")),
    ),
    Case(
        "what somebody else announces",
        "“We will appeal,” Lind said.\n\nHere is the question on the ballot:\n\n“Do you want the harbour to be sold?”",
        (Want("We will appeal,", "Lind"), Want("Do you want the harbour to be sold?", None)),
    ),
    Case(
        "feelings in marks",
        "The owners of the stable were “furious and heartbroken” after the fire.",
        (Want("furious and heartbroken", "The owners of the stable", "mixed"),),
    ),
    Case(
        "a government that is ready",
        "The Kremlin is “ready for dialogue,” but sees no partner in the north.",
        (Want("ready for dialogue,", "The Kremlin", "mixed"),),
    ),
    Case(
        "who was glad, in a relative clause",
        "Jan Berg, who was “surprised and delighted” by the vote, left the town.",
        (Want("surprised and delighted", "Jan Berg", "mixed"),),
    ),
    Case(
        "feelings that another reports",
        "The mayor was “deeply worried”, Lind said.",
        (Want("deeply worried", "Lind", "mixed"),),
    ),
    Case(
        "a rumour of feelings",
        "The Herald printed a rumour that Lind was “tired”.",
        (),
    ),
    Case(
        "a thing that is open",
        "The bridge is “open” to cars again.",
        (),
    ),
    Case(
        "will not, in marks",
        "The union will “never accept” the cuts.",
        (Want("never accept", "The union", "mixed"),),
    ),
    Case(
        "a reason in marks",
        "Carmaker Lumo closed two plants on Monday due to a “sharp fall in demand”.",
        (Want("sharp fall in demand", "Carmaker Lumo", "mixed"),),
    ),
    Case(
        "a reason for what is done to something",
        "Two plants were closed on Monday due to a “sharp fall in demand”.",
        (Want("sharp fall in demand", None, "mixed"),),
    ),
    Case(
        "the following statement",
        "Senator Karen Voss today issued the following statement after Jan Berg said he would leave the "
        "council:\n\n“This is a gift to our enemies. We must not let it stand.”",
        (Want("This is a gift to our enemies. We must not let it stand.", "Senator Karen Voss"),),
    ),
    Case(
        "this statement, in which another is named",
        "In response, Karen Voss put out this statement, in which Berg is named twice:\n\n“This is a gift to our "
        "enemies. We must not let it stand.”",
        (Want("This is a gift to our enemies. We must not let it stand.", "Karen Voss"),),
    ),
    Case(
        "the following day",
        "Lind read the statement, and the following day Jan Berg said:\n\n“This is a gift to our enemies. We must "
        "not let it stand.”",
        (Want("This is a gift to our enemies. We must not let it stand.", "Jan Berg"),),
    ),
    Case(
        "participle behind an aside",
        "The press was making use of it, Orlov said, citing examples of a “summit of falsehood”.",
        (Want("summit of falsehood", "Orlov", "mixed"),),
    ),
    Case(
        "statement about a talk",
        "Arslan and Lund discussed “how to mill the wheat and send the flour to the poorest,” said a statement by "
        "the Kolm presidency.",
        (Want("how to mill the wheat and send the flour to the poorest,", "a statement by the Kolm presidency", "mixed"),),
    ),
    Case(
        "a talk that nobody reports",
        "Arslan and Lund discussed “the future of the harbour” on Monday.",
        (Want("the future of the harbour", "Arslan", "mixed"),),
    ),
    Case(
        "how often somebody asked",
        "Prakash Rijal has said that the owners had asked the council “time and again” for the list.",
        (Want("time and again", "Prakash Rijal", "mixed"),),
    ),
    Case(
        "how often, and nobody above",
        "The owners had asked the council “time and again” for the list.",
        (Want("time and again", "The owners", "mixed"),),
    ),
    Case(
        "the speaker goes on without marks",
        "“Nobody can look away,” Linda Stone said. “We are not blind,” decent towns do not rob their neighbours.",
        (Want("Nobody can look away, … We are not blind,", "Linda Stone"),),
    ),
    Case(
        "denied, which another claimed",
        "The harbour office denied preparing a “purge of the crews”, which President Popescu claimed.",
        (Want("purge of the crews", "President Popescu", "mixed"),),
    ),
    Case(
        "denied, as another claimed",
        "The harbour office denied planning a “purge of the crews”, as Lind had alleged on Friday.",
        (Want("purge of the crews", "Lind", "mixed"),),
    ),
    Case(
        "answered somebody who called it so",
        "The council rejected it, responding to Mayor Sadykov, who on Sunday called the treaties “worthless,” AFP "
        "and Agerpres reported.",
        (Want("worthless,", "who", "mixed"),),
    ),
    Case(
        "meanwhile another slammed it",
        "The plan is sound, Anna Lind said, as union leaders slammed a “total lack of clarity”.",
        (Want("total lack of clarity", "union leaders", "mixed"),),
    ),
    Case(
        "stating, below speculation",
        "Ramzan Belov denied speculation that the Belov regiment would be disbanded stating: “The regiment will "
        "exist for as long as we are alive.”",
        (Want("The regiment will exist for as long as we are alive.", "Ramzan Belov"),),
    ),
    Case(
        "heard before seeing",
        "Dan Marsh heard tyres before seeing a “flash of red” in the street.",
        (Want("flash of red", "Dan Marsh", "mixed"),),
    ),
    Case(
        "said to have",
        "The other guests said to have drunk “an insane amount” of wine were sent home.",
        (),
    ),
    Case(
        "was reported to have told",
        "“Let it be a race,” the president in waiting was reported to have told Mia Berg in a phone call.",
        (Want("Let it be a race,", "the president in waiting"),),
    ),
    Case(
        "as the agreement requires",
        "As the agreement mandates, troops should be “pulled back from the line”.",
        (Want("pulled back from the line", "the agreement", "mixed"),),
    ),
    Case(
        "a text that is vetoed",
        "The council vetoed a resolution demanding “an immediate end to the siege”.",
        (Want("an immediate end to the siege", "a resolution", "mixed"),),
    ),
    Case(
        "a text that is adopted",
        "The council adopted a resolution demanding “an immediate end to the siege”.",
        (Want("an immediate end to the siege", "The council", "mixed"),),
    ),
    Case(
        "spokesperson behind a fronted phrase",
        "Following the meeting a spokesperson for Elm Homes said: “We listen to the town.”",
        (Want("We listen to the town.", "a spokesperson for Elm Homes"),),
    ),
    Case(
        "a wreath which read",
        "In Kolm they left a wreath which read: “From the people of the coast”.",
        (Want("From the people of the coast", "which"),),
    ),
    Case(
        "in an emailed reply",
        "“The claims are absurd,” the ministry in an emailed reply said.",
        (Want("The claims are absurd,", "the ministry"),),
    ),
    Case(
        "a document on a website",
        "A welcome note in the report reads “you are all my guests in this town”.",
        (Want("you are all my guests in this town", "A welcome note in the report"),),
    ),
    Case(
        "the source at the end of the sentence",
        "When the boy went missing, “there were rumours” in the town – and “in particular in the ranks of the "
        "guard” that he had run away, according to the report.",
        (
            Want("there were rumours", "the report", "mixed"),
            Want("in particular in the ranks of the guard", "the report", "mixed"),
        ),
    ),
    Case(
        "a name that hears a trial",
        "Maker Ella Shaw “looked scared” as she was thrown into the air, the Old Bailey heard.",
        (Want("looked scared", None, "mixed"),),
    ),
    Case(
        "claimed of what a phrase parts from the marks",
        "The mayor denied preparing for “open interference” in the harbour elections, which Maia Sand claimed during a meeting.",
        (Want("open interference", "Maia Sand", "mixed"),),
    ),
    Case(
        "the vote called something",
        "The Norwegian embassy called the vote “regrettable”. The paper was called “Malice in a Clean Shirt” by Ann Moe.",
        (
            Want("regrettable", "The Norwegian embassy", "mixed"),
            Want("Malice in a Clean Shirt", "Ann Moe", "mixed"),
        ),
    ),
    Case(
        "a paper called something",
        "The Norwegian embassy called the paper “Malice in a clean shirt”.",
        (Want("Malice in a clean shirt", "The Norwegian embassy", "mixed"),),
    ),
    Case(
        "said to have said",
        "Ann Moe is said to have called the new mayor “easier to find” than the man before her.",
        (Want("easier to find", "Ann Moe", "mixed"),),
    ),
    Case(
        "said to have done",
        "The guests are said to have drunk “an ocean” of beer.",
        (),
    ),
    Case(
        "at pains to say",
        "Mayor Ann Moe was at pains to stress that the harbour would “stay open for all”.",
        (Want("stay open for all", "Mayor Ann Moe", "mixed"),),
    ),
    Case(
        "first to call it so",
        "Mayor Ann Moe was the first to call the plan “a gift to thieves”.",
        (Want("a gift to thieves", "Mayor Ann Moe", "mixed"),),
    ),
    Case(
        "granted and mentioned",
        "Ann Moe granted that it had been “a long spring”. Park mentioned that the port was shut, “and our captains have paid "
        "for it.”",
        (
            Want("a long spring", "Ann Moe", "mixed"),
            Want("and our captains have paid for it.", "Park", "mixed"),
        ),
    ),
    Case(
        "said in the sentence behind",
        "“The bridge will be open in May.” Transport Minister Ann Moe said this at a briefing in Norden.",
        (Want("The bridge will be open in May.", "Transport Minister Ann Moe"),),
    ),
    Case(
        "stated by, in the paragraph below",
        "“The bridge will be open in May.”\n\nThis was stated by Ann Moe, the transport minister, at a briefing in Norden.",
        (Want("The bridge will be open in May.", "Ann Moe"),),
    ),
    Case(
        "another says so too",
        "“The bridge will be open in May.” Transport Minister Ann Moe said so too in Norden on Monday.",
        (Want("The bridge will be open in May.", None),),
    ),
    Case(
        "no book says so",
        "They honoured the “seven ladies of the mill”. The women ran it for years, though no book says so.",
        (Want("seven ladies of the mill", None, "mixed"),),
    ),
    Case(
        "lines that open what each says",
        "Two voices from the coast\n\nAnn Moe, historian, Norden:\n\n“It will be paid for over thirty years.”\n\n"
        "Ola Berg, of the party Right Course:\n\n“We spoke against it then, and we do now.”",
        (
            Want("It will be paid for over thirty years.", "Ann Moe"),
            Want("We spoke against it then, and we do now.", "Ola Berg"),
        ),
    ),
    Case(
        "called what the marks hold as a clause",
        "Calling the notices “run off a photocopier” and “innocent of any facts”, the High Court stayed the vote.",
        (
            Want("run off a photocopier", "the High Court", "mixed"),
            Want("innocent of any facts", "the High Court", "mixed"),
        ),
    ),
    Case(
        "who called it so, before a papers' tag",
        "The council replied to Anna Lind, who called the toll “a robbery”, the ministry said on Monday.",
        (Want("a robbery", "who", "mixed"),),
    ),
    Case(
        "a sentence without a cue goes on with what was reported",
        "Moe said the old quay was lost. The new one would cost “the price of a small town”.",
        (Want("the price of a small town", "Moe", "mixed"),),
    ),
    Case(
        "a sentence of somebody else does not go on",
        "Moe said the old quay was lost. Park has built a new one for “the owners of the old fleet”.",
        (Want("the owners of the old fleet", None, "mixed"),),
    ),
    Case(
        "the next paragraph does not go on",
        "Moe said the old quay was lost.\n\nThe new one was built in May for “the owners of the old fleet”.",
        (Want("the owners of the old fleet", None, "mixed"),),
    ),
)


def texts() -> Iterator[str]:
    """Every text that the attribution tests read without the model."""
    yield from (case.text for case in CASES)
    for entry in entries(bundled()):
        yield from (example.text for example in (*entry.examples, *entry.counters))


def known() -> dict[str, list[Sentence]]:
    """The cached parses by text."""
    return {text.replace("\\n", "\n"): sentences for text, sentences in load(PATH).items()}


@cache
def bundled() -> Ruleset:
    """The bundled rules, loaded once."""
    return ruleset.load(data.folder("rules"))


def run(text: str, sentences: list[Sentence], *, indirect: bool = False) -> list[Attribution]:
    """The attributions of a text with the bundled rules."""
    paragraphs = segment.paragraphs(text)
    document = Document(Article(text), tuple(paragraphs), sentences)
    return attribute(document, marks.find(text, paragraphs), bundled(), indirect=indirect)


def found(text: str, sentences: list[Sentence]) -> tuple[Want, ...]:
    """What attribution gives for a text, as the cases say it."""
    return tuple(
        Want(" … ".join(text[s:e] for s, e in a.segments), text[a.mention.start : a.mention.end] if a.mention else None, a.kind)
        for a in run(text, sentences)
    )


def parse_all() -> Iterator[tuple[str, list[Sentence]]]:
    """Every text with its sentences from the bundled parser; line breaks are escaped."""
    from quotes import parse

    parser = parse.load("compact")
    for text in dict.fromkeys(texts()):
        places = [(s, e, p) for p, (a, b) in enumerate(segment.paragraphs(text)) for s, e in segment.sentences(text, a, b)]
        spans = [(i, s, e, p) for i, (s, e, p) in enumerate(places)]
        yield text.replace("\n", "\\n"), list(parser.parse(text, spans))


if __name__ == "__main__":
    PATH.write_text(dump(parse_all()), encoding="utf-8")
