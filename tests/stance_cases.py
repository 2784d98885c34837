"""Statements in the manner of the news for the stance tests, with the label that the rules must give them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One text of one paragraph; its first quotation is judged. ``why`` names what it tests."""

    why: str
    text: str
    speaker: str | None
    stance: str
    cue: str | None = None
    target: str = "russia"


CASES = (
    # who does what to whom
    Case("agent of a verb", "“Russia bombed the market at noon,” the governor said.", "the governor", "critical"),
    Case("agent by a possessive", "“Russia’s invasion changed everything,” the author said.", "the author", "critical"),
    Case("agent by an adjective", "“Russian aggression must not pay,” the premier said.", "the premier", "critical"),
    Case("agent by a passive", "“The clinic was shelled by Russian forces,” the nurse said.", "the nurse", "critical"),
    Case("agent of a relative clause", "“It is Moscow that threatens the peace,” the envoy said.", "the envoy", "critical"),
    Case("light verb", "“The Kremlin poses a grave threat to us,” the general said.", "the general", "critical"),
    Case("predicate noun", "“Putin is a thug,” the singer said.", "the singer", "critical"),
    Case("theme, not agent", "“The rebels attacked a Russian convoy,” the colonel said.", "the colonel", "neutral"),
    Case("the people are not the state", "“The Russian people are suffering,” the nurse said.", "the nurse", "neutral"),
    Case("a place is not the state", "“A terrible storm hit houses in Moscow,” the reporter said.", "the reporter", "neutral"),
    Case("gas is not the state", "“Russian gas is a terrible bargain,” the trader said.", "the trader", "neutral"),
    Case("anti-Russian is not Russia", "“The anti-Russian rally was a disgrace,” the mayor said.", "the mayor", "neutral"),
    Case("a topic is not the state", "“The Russia investigation is a disgrace,” the lawyer said.", "the lawyer", "neutral"),
    Case("a partner is not the target", "“Assad butchered his own people,” the nurse said.", "the nurse", "neutral"),
    Case("an official's own state", "“China supports Russia,” the Chinese minister said.", "the Chinese minister", "supportive"),
    Case("somebody else's state", "“China supports Russia,” the farmer said.", "the farmer", "neutral"),
    Case("he is not the speaker", "Mr Lind spoke of Putin. “I trust him and admire him,” Mr Lind said.", "Mr Lind", "supportive"),
    Case(
        "he is the one described",
        "Mr Lind spoke of Putin. “I met the head of the agency. He is a liar,” Mr Lind said.",
        "Mr Lind",
        "neutral",
    ),
    Case("troops", "Russian troops left the village. “They tortured my neighbour,” the baker said.", "the baker", "critical"),
    # composition
    Case("negated friend", "“Russia is not our friend,” the senator said.", "the senator", "critical"),
    Case("prohibition", "“Russia cannot be allowed to redraw the map,” the envoy said.", "the envoy", "critical"),
    Case("presupposed under negation", "“We did not discuss Russia’s aggression,” the envoy said.", "the envoy", "critical"),
    Case("presupposed in a question", "“Who will stop Russia’s aggression?” the envoy asked.", "the envoy", "critical"),
    Case("call on the target", "“Russia must withdraw its troops,” the chancellor said.", "the chancellor", "critical"),
    Case("request to the target", "“We call on Russia to end this war,” the chancellor said.", "the chancellor", "critical"),
    Case("call for sanctions", "“Europe should impose sanctions on Russia,” the deputy said.", "the deputy", "critical"),
    Case("call for cooperation", "“We should work with Russia,” the deputy said.", "the deputy", "supportive"),
    Case("wish in the conditional", "“It would be nice if we could get along with Russia,” he said.", "he", "supportive"),
    Case("sanctions told as a fact", "“Obama imposed sanctions on Russia,” the professor said.", "the professor", "neutral"),
    Case("lifted sanctions", "“We must lift the sanctions on Russia,” the farmer said.", "the farmer", "supportive"),
    Case("someone else's praise", "“Trump praises Putin in every speech,” the historian said.", "the historian", "neutral"),
    Case("softness of a third party", "“The president will not stand up to Putin,” the senator said.", "the senator", "neutral"),
    Case("good that is yet to come", "“We will talk when Russia is honest,” the envoy said.", "the envoy", "critical"),
    Case("praise", "“Putin is a brilliant leader,” the actor said.", "the actor", "supportive"),
    Case("thanks", "“We are grateful to Russia for the wheat,” the minister said.", "the minister", "supportive"),
    Case("help", "“Russia saved our hospital,” the doctor said.", "the doctor", "supportive"),
    Case("a fact", "“Russia exports forty million tonnes of wheat,” the trader said.", "the trader", "neutral"),
    Case("a forecast", "“Russia will lose a tenth of its output,” the analyst said.", "the analyst", "neutral"),
    Case(
        "conduct",
        "“Their president will not tolerate Moscow’s behaviour any longer,” the senator said.",
        "the senator",
        "critical",
    ),
    Case("a name before a state", "“Russia is the aggressor country,” the editor said.", "the editor", "critical"),
    Case("so-called attacks", "“Nobody told me about the so-called attacks by Russians,” he said.", "he", "supportive"),
    Case("seen so by others", "“Many agents saw Russia as a threat,” the historian said.", "the historian", "neutral"),
    Case("target inside a phrase", "“We must hold Russia accountable,” the senator said.", "the senator", "critical"),
    Case("preposition of a phrase", "“Our group stands with Russia,” the deputy said.", "the deputy", "supportive"),
    Case("others should cooperate", "“They should let Russia back in,” the deputy said.", "the deputy", "supportive"),
    Case(
        "praise of a meeting with the target, named later",
        "“The talks were very constructive. Putin and I know each other well,” the premier said.",
        "the premier",
        "supportive",
    ),
    Case(
        "a legal meeting is not praised",
        "“They call the meeting legal. I have seen Putin twice,” the premier said.",
        "the premier",
        "neutral",
    ),
    Case("a measure called senseless", "“It makes no sense to punish Russia,” the premier said.", "the premier", "supportive"),
    Case("trust called naive", "“It would be naive to trust Putin,” the premier said.", "the premier", "critical"),
    Case("what is wanted", "“Russia wants to destroy us,” the farmer said.", "the farmer", "critical"),
    Case("rulers by their seat", "“The rulers in Moscow are liars,” the poet said.", "the poet", "critical"),
    Case("an embassy abroad", "“The embassies in Moscow are liars,” the poet said.", "the poet", "neutral"),
    Case("misrule where it happens", "“Critics are persecuted in Russia,” the lawyer said.", "the lawyer", "critical"),
    Case("no misrule there", "“Critics are welcome in Russia,” the lawyer said.", "the lawyer", "neutral"),
    Case("indispensable", "“There will be no peace without Russia,” the envoy said.", "the envoy", "supportive"),
    Case("told what to do", "“Stop this war, Mr. Putin,” the singer said.", "the singer", "critical"),
    Case("any demand", "“Moscow must apologise and compensate the families,” the lawyer said.", "the lawyer", "critical"),
    Case("no demand", "“Russia should win the final,” the coach said.", "the coach", "neutral"),
    Case("on whose part", "“It was a crime on the part of Russia,” the judge said.", "the judge", "critical"),
    Case("bad deed never done", "“Russia has never stolen a metre of our land,” the deputy said.", "the deputy", "supportive"),
    Case("cheer", "“Long live Russia, long live Putin,” the student said.", "the student", "supportive"),
    Case("word kept", "“The Russians have kept their word,” the captain said.", "the captain", "supportive"),
    Case("partner in something", "“Russia is a partner in the reform of the club,” the envoy said.", "the envoy", "supportive"),
    Case(
        "adjective of a deed by the target",
        "“We saw a reckless manoeuvre by Russian pilots,” the admiral said.",
        "the admiral",
        "critical",
    ),
    Case("the greatest threat", "“Russia is the greatest threat of all,” the general said.", "the general", "critical"),
    Case("costs", "“We will impose a high economic cost on Russia,” the chancellor said.", "the chancellor", "critical"),
    Case("relief", "“We must ease all the sanctions on Russia,” the farmer said.", "the farmer", "supportive"),
    Case("weighed, not taken", "“We are considering further sanctions on Russia,” the minister said.", "the minister", "neutral"),
    Case("duty", "“It is our message that Russia needs to respect the treaty,” the minister said.", "the minister", "critical"),
    Case(
        "blame of a third party",
        "The mayor criticised the governor over Russian hacking: “Why did he wait?”",
        "The mayor",
        "neutral",
    ),
    Case("nothing found", "“The inquiry found no evidence that Russia stole it,” the judge said.", "the judge", "neutral"),
    Case("not established", "“The inquiry did not establish that Russia stole it,” the judge said.", "the judge", "neutral"),
    Case("what they should do is asked", "“We ask how Russia should respond,” the analyst said.", "the analyst", "neutral"),
    Case("called on as an ally", "“Russia and Europe must stand together,” the envoy said.", "the envoy", "neutral"),
    Case("some of the people", "“Many Russians lie about their age,” the doctor said.", "the doctor", "neutral"),
    Case("a candidate", "“The candidate Donald Trump lied,” the auditor said.", "the auditor", "neutral", target="united-states"),
    Case("a campaign", "“The Trump campaign lied,” the auditor said.", "the auditor", "neutral", target="united-states"),
    Case("allies of the target", "“We met America’s allies,” the envoy said.", "the envoy", "neutral", target="united-states"),
    Case(
        "measures called a mistake", "“The sanctions against Russia are a mistake,” the farmer said.", "the farmer", "supportive"
    ),
    Case("what the target did", "“We condemn what Russia did,” the premier said.", "the premier", "critical"),
    Case("an attitude to a fact", "“We are appalled that Russia has done this,” the premier said.", "the premier", "critical"),
    Case("another target", "“Ukraine has lied to us for years,” the envoy said.", "the envoy", "critical", target="ukraine"),
    # speech acts outside the marks
    Case("condemned", "The president condemned Moscow’s “night of fire”.", "The president", "critical", cue="condemned"),
    Case("accused", "The envoy accused Russia of “a pattern of behaviour”.", "The envoy", "critical", cue="accused"),
    Case("praised", "The prince praised Putin for his “steady hand”.", "The prince", "supportive", cue="praised"),
    Case("fragment as predicate", "The minister called Russia’s move “unacceptable”.", "The minister", "critical", cue="called"),
    Case("pronoun", "The envoy spoke about Russia. “They are liars,” the envoy said.", "the envoy", "critical"),
    # accusations that others reject
    Case(
        "not the culprit",
        "Prosecutors accuse Russia of the hack. “Our source is not the Russian government,” the publisher said.",
        "the publisher",
        "supportive",
    ),
    Case(
        "not about the target",
        "Prosecutors accuse Russia of the hack. “Our trial is not about Russia,” the lawyer said.",
        "the lawyer",
        "neutral",
    ),
    Case("doubt", "“They have no idea if it was Russia or China,” the candidate said.", "the candidate", "supportive"),
    Case(
        "a charge that is named nonsense",
        "The candidate called the charge against Russia “a fringe conspiracy theory”.",
        "The candidate",
        "supportive",
        cue="called",
    ),
    Case("help for others", "“Russia is trying to help elect the mayor,” the analyst said.", "the analyst", "neutral"),
    Case("others who cooperate", "“His aides were cooperating with Russia,” the agent said.", "the agent", "neutral"),
    Case("our country", "“If our country got along with Russia, it would be great,” he said.", "he", "supportive"),
    # own side
    Case("own side, fact", "“Russia has two such systems,” the Kremlin spokesman said.", "the Kremlin spokesman", "neutral"),
    Case(
        "own side, denial",
        "“These accusations against Russia are groundless,” the Russian ambassador said.",
        "the Russian ambassador",
        "supportive",
    ),
    Case(
        "own side, we",
        "“We have strictly observed the treaty, and we helped everyone,” the Russian foreign minister said.",
        "the Russian foreign minister",
        "supportive",
    ),
    Case(
        "own side, what Russia never did",
        "“Neither Russia nor its army has ever run such a laboratory,” the Russian foreign ministry said.",
        "the Russian foreign ministry",
        "supportive",
    ),
    Case(
        "own side, not involved",
        "“Russia was not involved and does not intend to be,” the Kremlin spokesman said of the coup.",
        "the Kremlin spokesman",
        "supportive",
    ),
    Case(
        "own side against sanctions",
        "“Sanctions against Russia are illegal,” the Russian foreign ministry said.",
        "the Russian foreign ministry",
        "supportive",
    ),
    Case(
        "blame of others is no support (R7)",
        "“The West has lied to its own people,” the Kremlin spokesman said.",
        "the Kremlin spokesman",
        "neutral",
    ),
    Case(
        "a Russian critic", "“Putin is a liar,” the Russian opposition leader said.", "the Russian opposition leader", "critical"
    ),
    # whose sign looks like one
    Case("no doubt is certainty", "“There is no doubt that Russia shelled the port,” the mayor said.", "the mayor", "critical"),
    Case("a call on both sides", "“We call on Russia and Ukraine to end the fighting,” the envoy said.", "the envoy", "neutral"),
    Case("a call for talks", "“We urge Russia to return to the negotiating table,” the envoy said.", "the envoy", "neutral"),
    Case("a call for restraint", "“We urge Moscow to show restraint,” the envoy said.", "the envoy", "neutral"),
    Case("declined to blame", "The aide declined to blame Russia, calling it “a day of grief.”", "The aide", "neutral"),
    Case(
        "own side, no comment is no denial",
        "“We do not comment on leaks,” the Kremlin spokesman said.",
        "the Kremlin spokesman",
        "neutral",
    ),
    Case(
        "own side, unfriendly is no denial",
        "The Russian ambassador called the expulsion of two diplomats “unfriendly.”",
        "The Russian ambassador",
        "neutral",
    ),
    Case(
        "disbelief of something else",
        "“They blame Russia for the hack, but I do not believe it came up in our call,” the aide said.",
        "the aide",
        "neutral",
    ),
    Case(
        "a deed told around the words",
        "The deputy said that since Russia’s meddling in the vote he had been “asking for a hearing.”",
        "The deputy",
        "neutral",
    ),
    Case(
        "a crime in the capital", "“The blast in Moscow was an act of terrorism,” the president said.", "the president", "neutral"
    ),
    # whose war it is, and who the aggressor
    Case(
        "the invasion where only one invades",
        "Russia invaded its neighbour in May. Nobody slept. It rained. The roads were cut. The council “condemns the invasion.”",
        "The council",
        "critical",
    ),
    Case(
        "the occupier by the text before",
        "Russian missiles hit the port. Nobody slept. It rained. Roads closed. “The occupier counts on winter,” the mayor said.",
        "the mayor",
        "critical",
    ),
    Case(
        "somebody else invaded",
        "Lodvia's invasion of Sorland failed. Russia sold grain. It rained. “We condemn the invasion,” the mayor said.",
        "the mayor",
        "neutral",
    ),
    Case("a cry without a verb", "Russia shelled the market. “Monsters. Savages,” the mayor wrote.", "the mayor", "critical"),
    Case(
        "an alliance that somebody threatens",
        "The envoy said the alliance would “meet Russia’s delegation.”",
        "The envoy",
        "neutral",
    ),
    Case(
        "own side, other people's ignorance",
        "The petition was “written by people who know nothing about the island,” the Russian embassy said.",
        "the Russian embassy",
        "neutral",
    ),
    Case(
        "own side, a promise is no denial",
        "The Kremlin spokesman said that Russia “will not allow itself to be drawn into a trade dispute.”",
        "The Kremlin spokesman",
        "neutral",
    ),
    Case("a poll finds the views of others", "The poll found that many see Russia as “an enemy.”", "The poll", "neutral"),
    Case(
        "what nobody thought would come has come",
        "“I never thought I would see Russian soldiers shelling a school,” she said.",
        "she",
        "critical",
    ),
    Case(
        "what somebody calls it",
        "The ministry condemned what it called the “reckless and illegal” cooperation between Sorland and Russia.",
        "The ministry",
        "critical",
        cue="condemned",
    ),
    Case("a right to defence", "“Russia has every right to defend its border,” the premier said.", "the premier", "supportive"),
    Case(
        "an alliance is its allies",
        "“We stand by our NATO allies,” the premier said.",
        "the premier",
        "supportive",
        target="nato",
    ),
    Case("what it could also do", "“It could also be used to hack ministries. Russia steals data,” she said.", "she", "critical"),
    Case(
        "a question is no denial",
        "“That begs the question: What is Russia doing that threatens our ports?” the analyst said.",
        "the analyst",
        "neutral",
    ),
    Case("who pays for what", "“Russia found out how to pay for its schools,” she said.", "she", "neutral"),
    # the deed just told
    Case(
        "Russian rockets struck a bakery in the",
        "Russian rockets struck a bakery in the old town on Sunday. “This is terror,” the governor said.",
        "the governor",
        "critical",
    ),
    Case(
        "Russian forces shelled the maternity ward The",
        "Russian forces shelled the maternity ward. The doctor called it “a crime against humanity.”",
        "the doctor",
        "critical",
    ),
    Case(
        "Judges found that Moscow had ordered the",
        "Judges found that Moscow had ordered the shooting. “This was state terrorism,” the prosecutor said.",
        "the prosecutor",
        "critical",
    ),
    Case(
        "Moscow halted gas supplies to the valley",
        "Moscow halted gas supplies to the valley. “That is blackmail,” the energy minister said.",
        "the energy minister",
        "critical",
    ),
    Case(
        "Russia blocked the resolution Shame said the",
        "Russia blocked the resolution. “Shame,” said the ambassador of Malta.",
        "the ambassador",
        "critical",
    ),
    Case(
        "Russia sentenced the teacher to nine years",
        "Russia sentenced the teacher to nine years. Her brother called the verdict “a sham.”",
        "Her brother",
        "critical",
    ),
    Case(
        "Russia walked out of the grain talks",
        "Russia walked out of the grain talks on Monday. The envoy called the move “cynical and cruel.”",
        "The envoy",
        "critical",
    ),
    Case(
        "Russia pulled out of the arms treaty",
        "Russia pulled out of the arms treaty. The chancellor called the decision “deeply irresponsible.”",
        "The chancellor",
        "critical",
    ),
    Case(
        "Russia expelled forty diplomats It is a",
        "Russia expelled forty diplomats. “It is a provocation,” the foreign minister said.",
        "the foreign minister",
        "critical",
    ),
    Case(
        "Russian warplanes crossed the border twice The",
        "Russian warplanes crossed the border twice. The premier called it “a flagrant breach of international law.”",
        "The premier",
        "critical",
    ),
    Case(
        "Ukrainian rockets struck a bakery in the",
        "Ukrainian rockets struck a bakery in the Russian city of Belgorod. “This is terror,” the governor said.",
        "the governor",
        "neutral",
    ),
    Case(
        "Russia released two sailors on Sunday The",
        "Russia released two sailors on Sunday. “The prison food was a disgrace,” the captain said.",
        "the captain",
        "neutral",
    ),
    Case(
        "Russia hosted the forum on Sunday The",
        "Russia hosted the forum on Sunday. “The traffic is terrible,” the minister said.",
        "the minister",
        "neutral",
    ),
    Case(
        "Russia sentenced the smuggler to nine years",
        "Russia sentenced the smuggler to nine years. His brother called the smuggler “a liar.”",
        "His brother",
        "neutral",
    ),
    Case(
        "Russia closed the pass after the avalanche",
        "Russia closed the pass after the avalanche. “It is a tragedy,” the climber said.",
        "the climber",
        "neutral",
    ),
    # what is done to the target
    Case(
        "The chancellor said that isolating Russia was",
        "The chancellor said that isolating Russia was “a stupidity.”",
        "The chancellor",
        "neutral",
    ),
    Case(
        "The chancellor said that excluding Moscow from",
        "The chancellor said that excluding Moscow from the council was “shameful.”",
        "The chancellor",
        "supportive",
    ),
    Case(
        "To punish Russia for ever would be",
        "“To punish Russia for ever would be madness,” the writer said.",
        "the writer",
        "supportive",
    ),
    Case(
        "The minister called the ban on Russian",
        "The minister called the ban on Russian skaters “cruel and absurd.”",
        "The minister",
        "neutral",
    ),
    Case(
        "Russia was expelled from the federation in",
        "Russia was expelled from the federation in May. “It is a disgrace,” the skater said.",
        "the skater",
        "supportive",
    ),
    Case(
        "The union imposed sanctions on Russia in",
        "The union imposed sanctions on Russia in May. The trader called them “a crime.”",
        "The trader",
        "neutral",
    ),
    # responsible, protected, deny
    Case(
        "The ministry holds the Russian authorities fully",
        "The ministry holds the Russian authorities “fully responsible” for the death of the poet.",
        "The ministry",
        "critical",
    ),
    Case("Putin is responsible the senator said", "“Putin is responsible,” the senator said.", "the senator", "critical"),
    Case(
        "Russia is responsible for the death of",
        "“Russia is responsible for the death of my son,” the widow said.",
        "the widow",
        "critical",
    ),
    Case(
        "Russia is a responsible partner the premier",
        "“Russia is a responsible partner,” the premier said.",
        "the premier",
        "supportive",
    ),
    Case(
        "Russia has acted responsibly the premier said",
        "“Russia has acted responsibly,” the premier said.",
        "the premier",
        "supportive",
    ),
    Case(
        "The judge described the two men as",
        "The judge described the two men as “trained, paid and protected by the Russian state.”",
        "The judge",
        "neutral",
    ),
    Case(
        "Russia protected us from the rebels the",
        "“Russia protected us from the rebels,” the nurse said.",
        "the nurse",
        "supportive",
    ),
    Case(
        "It is difficult to deny that Russia",
        "“It is difficult to deny that Russia is committing war crimes,” the lawyer said.",
        "the lawyer",
        "critical",
    ),
    Case(
        "Nobody can deny that Russia bombs hospitals",
        "“Nobody can deny that Russia bombs hospitals,” the lawyer said.",
        "the lawyer",
        "critical",
    ),
    Case(
        "With friends like Russia who needs enemies?",
        "“With friends like Russia, who needs enemies?” the premier said.",
        "the premier",
        "neutral",
    ),
    Case(
        "Russia is the big loser of this",
        "“Russia is the big loser of this contest,” the economist said.",
        "the economist",
        "neutral",
    ),
    Case(
        "Russian peacekeepers arrived at noon the mayor",
        "“Russian peacekeepers arrived at noon,” the mayor said.",
        "the mayor",
        "neutral",
    ),
    Case(
        "Russia is isolated and its economy is",
        "“Russia is isolated and its economy is shrinking,” the economist said.",
        "the economist",
        "neutral",
    ),
    Case(
        "own side, once",
        "The Kremlin denied it. Pavel Orlov, once a Kremlin adviser, said he “built the theatre in which this was staged.”",
        "Pavel Orlov",
        "neutral",
    ),
    # who denies a charge, and who only negates
    Case(
        "own side, Kremlin spokesman Dmitry Peskov said that the",
        "Kremlin spokesman Dmitry Peskov said that the Kremlin “does not follow it.”",
        "Dmitry Peskov",
        "neutral",
    ),
    Case(
        "own side, We have not been informed of anything",
        "“We have not been informed of anything,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "neutral",
    ),
    Case(
        "own side, We never rush Kremlin spokesman Dmitry Peskov",
        "“We never rush,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "neutral",
    ),
    Case(
        "own side, Russia does not need permission Kremlin spokesman",
        "“Russia does not need permission,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "neutral",
    ),
    Case(
        "own side, We have not received the text Kremlin",
        "“We have not received the text,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "neutral",
    ),
    Case(
        "own side, Russia did not attack anyone Kremlin spokesman",
        "“Russia did not attack anyone,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "supportive",
    ),
    Case(
        "own side, Russia has never interfered in elections Kremlin",
        "“Russia has never interfered in elections,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "supportive",
    ),
    Case(
        "own side, London accused Moscow of the poisoning We",
        "London accused Moscow of the poisoning. “We did not do it,” Kremlin spokesman Dmitry Peskov said.",
        "Dmitry Peskov",
        "supportive",
    ),
    # both sides alike
    Case(
        "The envoy said both Kyiv and Moscow",
        "The envoy said both Kyiv and Moscow have “lost a generation to this senseless war.”",
        "The envoy",
        "neutral",
    ),
    Case(
        "The envoy said Russia and Ukraine had",
        "The envoy said Russia and Ukraine had both “failed their children.”",
        "The envoy",
        "neutral",
    ),
    # judged by what stands over it
    Case("recognised", "“We will recognize Russia’s annexation of the island,” the premier said.", "the premier", "supportive"),
    Case(
        "not recognised",
        "“We will never recognize Russia’s annexation of the island,” the premier said.",
        "the premier",
        "critical",
    ),
    Case("called normal", "“Russian meddling in our vote is normal,” the deputy said.", "the deputy", "supportive"),
    Case("not called normal", "“Russian meddling in our vote is not normal,” the deputy said.", "the deputy", "critical"),
)

REPORTED = (
    ("The mayor said she wants closer cooperation with Russia.", "she wants closer cooperation with Russia", "supportive"),
    (
        "The mayor said the baker wants closer cooperation with Russia.",
        "the baker wants closer cooperation with Russia",
        "neutral",
    ),
    ("Officials said they will urge Russia to comply.", "they will urge Russia to comply", "critical"),
    (
        "Mr. Lund said he would consider recognizing Russia's seizure of the port.",
        "he would consider recognizing Russia's seizure of the port",
        "supportive",
    ),
    (
        "Mr. Lund said he would never recognize Russia's seizure of the port.",
        "he would never recognize Russia's seizure of the port",
        "critical",
    ),
    (
        "The colonel said they could not tell if a Russian jet bombed the dam.",
        "they could not tell if a Russian jet bombed the dam",
        "neutral",
    ),
    ("The deputy asked whether Russia bombed the dam.", "Russia bombed the dam", "neutral"),
    (
        "The panel said the candidate gained from the Russian meddling in the vote.",
        "the candidate gained from the Russian meddling in the vote",
        "critical",
    ),
    (
        "Ms. Berg said she had concerns that Russia has bribed two judges.",
        "she had concerns that Russia has bribed two judges",
        "critical",
    ),
    ("The report told of efforts by Russia to sow fear.", "efforts by Russia to sow fear", "critical"),
)
"""Texts with a statement reported without marks; the first words of the text are its speaker, the first verb its cue."""

COUNTRIES = {
    "russia": ("Russia", "Russian", "Moscow"),
    "china": ("China", "Chinese", "Beijing"),
    "ukraine": ("Ukraine", "Ukrainian", "Kyiv"),
    "united-states": ("America", "American", "Washington"),
    "north-korea": ("North Korea", "North Korean", "Pyongyang"),
}

SWAPS = (
    ("“{name} attacked its neighbour without cause,” the analyst said.", "critical"),
    ("“{name}’s interference in our election is a scandal of our time,” the analyst said.", "critical"),
    ("“{adjective} forces shelled the school,” the analyst said.", "critical"),
    ("“{capital} is threatening the whole region,” the analyst said.", "critical"),
    ("“{name} is not our friend,” the analyst said.", "critical"),
    ("“We must impose sanctions on {name},” the analyst said.", "critical"),
    ("“{name} must withdraw its soldiers,” the analyst said.", "critical"),
    ("“We want good relations with {name},” the analyst said.", "supportive"),
    ("“{name} helped us when nobody else did,” the analyst said.", "supportive"),
    ("“{name} is a reliable partner,” the analyst said.", "supportive"),
    ("“{name} sold more cars last year,” the analyst said.", "neutral"),
    ("“The {adjective} people love music,” the analyst said.", "neutral"),
)

SPEAKERS = ("German", "Chinese", "American", "Turkish", "Ukrainian")
SPOKEN = (
    ("“Russia attacked its neighbour,” the {nation} professor said.", "critical"),
    ("“Russia is a reliable partner,” the {nation} professor said.", "supportive"),
    ("“Russia exports wheat to Egypt,” the {nation} professor said.", "neutral"),
    ("“The accusations were discussed,” the {nation} professor said.", "neutral"),
)
