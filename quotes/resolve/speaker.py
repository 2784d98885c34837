"""From a source mention to its speaker: canonical name, role, type, and how certain that is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import partial
from itertools import takewhile

from quotes import data
from quotes.label import labelled
from quotes.model import Attribution, Mention, Sentence, Speaker, SpeakerType
from quotes.resolve import clauses, issuers, titles
from quotes.resolve.build import PRONOUNS
from quotes.resolve.canon import Canon, listed
from quotes.resolve.entity import Entity
from quotes.resolve.lexicon import Lexicon
from quotes.resolve.memory import Link
from quotes.resolve.names import fold, person_words
from quotes.resolve.nominals import ANY_PERSON
from quotes.resolve.pairs import one_of_two
from quotes.resolve.reference import Reference, is_owned, reports, span_text

_FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our", "myself", "ourselves"))
_UNTOLD = frozenset(("you", "yourself", "nobody", "none", "whoever", "who", "what"))
"""Sources that are nobody in the article: the reader ("You may say: …"), whoever might say it, or no one."""
_SOMEBODY = frozenset(("another", "someone", "somebody"))
_TURNS = 12
"""Paragraphs that one turn may have."""
_BOLD = 4
"""Characters behind a label up to its colon, Markdown's signs for bold included."""
_NOBODY = Speaker(None, flags=("unresolved",))


class Naming(Canon):
    """From mentions to speakers."""

    def speaker(self, attribution: Attribution) -> Speaker:
        """The speaker of one attribution; no mention gives no name and the flag ``unresolved``."""
        if attribution.mention is None:
            return _NOBODY
        first = self.of_mention(attribution.mention)
        others = [self.of_mention(m) for m in attribution.others if not self._shares(attribution.mention, m)]
        if others:
            first = self._joint(first, others)
        return replace(first, confidence=round(first.confidence * attribution.confidence, 4))

    def _shares(self, first: Mention, other: Mention) -> bool:
        """ "Her manager and husband" is one person: the second noun has no article of its own."""
        sentence = self.document.by_index.get(other.sentence)
        if sentence is None or first.sentence != other.sentence or other.head >= len(sentence.tokens):
            return False
        noun = sentence.tokens[other.head]
        above = sentence.tokens[noun.head] if noun.head >= 0 else noun
        if noun.base == "conj" and above.base == "appos" and above.head == first.head:
            return True  # "Bolton, the former adviser and Hill's one-time boss"
        if self._described_twice(sentence, first.head, other.head):
            return True
        bare = not sentence.children(other.head, "det", "nmod:poss") and titles.is_role(sentence, other.head, self.lexicon)
        told = sentence.tokens[first.head].upos == "PROPN" or sentence.children(first.head, "det", "nmod:poss")
        return bool(told) and bare and noun.base == "conj" and noun.xpos in ("NN", "NNP")

    def _described_twice(self, sentence: Sentence, name: int, noun: int) -> bool:
        """ "Lind, a professor in Oslo and a granddaughter of the poet": no comma parts the two descriptions of one person."""
        before = [i for i in sentence.children(name, "appos") if i < noun and titles.is_role(sentence, i, self.lexicon)]
        if (
            before
            and not sentence.tokens[noun].ner.endswith("PER")
            and all(t.text != "," for t in sentence.tokens[before[-1] : noun])
        ):
            return True  # "Lind, chief of Sandvik and Okema Nation, said"
        link = next(iter(sentence.children(noun, "cc")), 0)
        told = titles.is_role(sentence, noun, self.lexicon) and sentence.tokens[noun].xpos == "NN"
        return bool(before and link and told) and sentence.tokens[link - 1].text != ","

    def _joint(self, first: Speaker, others: list[Speaker]) -> Speaker:
        everyone = [first, *others]
        names = list(dict.fromkeys(s.name for s in everyone if s.name))
        if len(names) < 2:
            return first
        name = listed(names)
        certainty = min(s.confidence for s in everyone) * self.lexicon.certainty.get("joint", 1.0)
        roles = "; ".join(s.role for s in everyone if s.role) or None
        return Speaker(name, roles, "group", None, certainty, "joint", ("joint", *first.flags))

    def of_mention(self, mention: Mention) -> Speaker:
        """The speaker behind one source mention; its confidence is the resolution's certainty alone."""
        label = self.document.words((mention.start, mention.end))
        if (role := self._role(label, mention)) is not None:
            return self._in_interview(role, mention)
        if label.endswith(".") and titles.is_honorific(label, self.lexicon):
            return _NOBODY  # "said Dr.", the name behind it being lost
        told = (named := self.discourse.at.get((mention.sentence, mention.head))) is not None and (
            (named.sort in ("body", "media") and " " not in label)
            or (named.form == "nominal" and label.split()[0] in ("A", "AN", "THE"))  # "A GRANDAD has …"
            or 0 <= named.outer <= mention.head < named.first  # "RDIF CEO and envoy Ana Ruiz"
        )
        if label.isupper() and len(label) > 4 and not told:
            return self._by_text(mention)
        sentence = self.document.by_index.get(mention.sentence)
        if sentence is None or not 0 <= mention.head < len(sentence.tokens):
            return self._by_text(mention)
        head = titles.of_list(sentence, mention.head, self.lexicon)
        head = head if head != mention.head else self._outside(sentence, head, clauses.antecedent(sentence, head))
        if fold(sentence.tokens[head].text) in _FIRST_PERSON:
            return self._in_turn(mention) or self._author()
        reference = (
            one_of_two(label, mention.sentence, mention.start, self.discourse)
            or self._name_at_end(sentence, mention)
            or self.discourse.at.get((sentence.index, head))
            or self._beside_number(sentence, head)
            or self._nearest(sentence, mention)
        )
        if reference is None and self.document.article.text[mention.end : mention.end + 1] == ":":
            return self._by_text(mention)  # a label, whatever the tagger makes of it
        if reference is None:
            return self._surface(sentence, mention)
        return self._of_reference(sentence, reference)

    def _role(self, label: str, mention: Mention) -> str | None:
        """Whether a label names only who "asks" or "answers" (``Q:``, ``**Answer:**``)."""
        behind = self.document.article.text[mention.end : mention.end + _BOLD].lstrip("*_")
        roles = (r for r in ("asks", "answers") if label.lower() in data.word_lists("marks")[r])
        return next(roles, None) if behind.startswith(":") else None

    def _in_interview(self, role: str, mention: Mention) -> Speaker:
        """Who asks (the outlet, where it is known) or answers: who says most before the first turn, or is named most."""
        if role == "asks":
            outlet = self.document.article.outlet
            flags = ("interviewer",) if outlet else ("interviewer", "unresolved")
            return Speaker(outlet, None, "media", None, self._certainty("author") if outlet else 0.0, "interview", flags)
        asks = "|".join(word.capitalize() for word in data.word_lists("marks")["asks"])
        first = re.search(rf"\b(?:{asks})[*_]{{0,3}}:[*_]{{0,3}}\s", self.document.article.text)
        until = min(mention.start, first.start() if first else mention.start)
        before = takewhile(lambda r: r.start < until, self.discourse.references)
        people = [(r, e) for r in before if (e := self.discourse.entity(r)) is not None and e.sort == "person" and e.named]
        if not people:
            return _NOBODY
        named = [e for r, e in people if reports(r, self.document.by_index[r.sentence])] or [e for _, e in people]
        return self._named(max(named, key=named.count), Link("interview", self._certainty("interview")))

    def _outside(self, sentence: Sentence, relative: int, head: int) -> int:
        """A relative pronoun's noun is no quoted word: "'This is the path we took,' said Lind, who also asked …" is Lind."""
        noun = self.discourse.at.get((sentence.index, head))
        if fold(sentence.tokens[relative].text) != "who" or (head != relative and (noun is None or not noun.quoted)):
            return head
        before = (self.discourse.at.get((sentence.index, i)) for i in range(relative - 1, max(-1, relative - 4), -1))
        return next((r.head for r in before if r is not None and not r.quoted and r.form != "pronoun"), head)

    def _certainty(self, rule: str) -> float:
        return self.lexicon.certainty.get(rule, 0.5)

    def _author(self) -> Speaker:
        author = self.document.article.author
        flags = ("author",) if author else ("author", "unresolved")
        return Speaker(author, "author", "person", None, self._certainty("author") if author else 0.0, "author", flags)

    def _in_turn(self, mention: Mention) -> Speaker | None:
        """Who says "I" in a transcript: the label that opens the turn, which stands in this paragraph or one before."""
        text, paragraphs = self.document.article.text, self.document.paragraphs
        here = bisect_right(paragraphs, mention.start, key=lambda p: p[0]) - 1
        for p in range(here, max(-1, here - _TURNS), -1):
            label = labelled(text, *paragraphs[p])
            if label is not None and len(label["name"]) > 1:  # Q and A name nobody
                return self._by_text(Mention(*label.span("name"), mention.sentence, mention.head))
        return None

    def _name_at_end(self, sentence: Sentence, mention: Mention) -> Reference | None:
        """The person whose name closes the mention or its part before a comma ("Ambassador to Chile Per Dahl, who …")."""
        comma = self.document.words((mention.start, mention.end)).find(",")
        end = mention.start + comma if comma > 0 else mention.end
        last = next((i for i in reversed(sentence.tokens_in(mention.start, end)) if sentence.tokens[i].upos == "PROPN"), None)
        found = self.discourse.at.get((sentence.index, last)) if last is not None else None
        if found is None or found.sort != "person" or found.form != "name" or found.end != end:
            return None
        links = sentence.children(found.head, "case", "cc")
        linked = any(not found.outer <= i < found.first for i in links) or sentence.tokens[found.head].base == "conj"
        return None if linked else found

    def _beside_number(self, sentence: Sentence, head: int) -> Reference | None:
        """Who is told behind "one of them": "said one of them, a surgeon named Petro"."""
        if sentence.tokens[head].upos != "NUM":
            return None
        return next((r for c in sentence.children(head, "appos") if (r := self.discourse.at.get((sentence.index, c)))), None)

    def _nearest(self, sentence: Sentence, mention: Mention) -> Reference | None:
        if fold(sentence.tokens[mention.head].text) in _SOMEBODY:
            return None  # "somebody from Warsaw" is not the town
        bare = fold(sentence.tokens[mention.head].text) == "another"  # "another from India" is not India
        found = (self.discourse.at.get((sentence.index, i)) for i in sentence.tokens_in(mention.start, mention.end) if not bare)
        style = titles.is_honorific(sentence.tokens[mention.head].text, self.lexicon)  # "His Holiness" is who "his" is
        return next((r for r in found if r is not None and (r.form != "pronoun" or style)), None)

    def _by_text(self, mention: Mention) -> Speaker:
        """A mention told by its words alone: a headline's, or a transcript's label ("RUIZ", "GOV. ANA RUIZ, HOST")."""
        text = span_text(self.document.article.text, mention.start, mention.end)
        wanted = person_words(text.partition(",")[0], self.lexicon)
        named = [e for e in self.discourse.clusters.entities if any(set(wanted) <= set(name) for name in e.names)]
        if wanted and named:
            fullest = max(named, key=lambda e: (e.sort == "person", len(e.fullest().words), -e.number))
            if len(fullest.fullest().words) > 1 or not text.isupper():
                return self._named(fullest, Link("name", self._certainty("name")))
        name = self._label(wanted) if text.isupper() and wanted else text
        kind: SpeakerType = "person" if text.isupper() and len(wanted) < 4 else "unknown"
        return Speaker(name or None, None, kind, None, self._certainty("surface"), "surface")

    def _label(self, wanted: tuple[str, ...]) -> str:
        """The longest form in which the article prints a label's name, in mixed case ("KELLERMAN" -> "Ruth Kellerman")."""
        pattern = r"(?:\b[A-Z][\w'’-]+ ){0,2}\b" + re.escape(" ".join(wanted)) + r"\b"
        found = [m[0] for m in re.finditer(pattern, self.document.article.text, re.IGNORECASE) if m[0][:1].isupper()]
        names = [" ".join(person_words(f, self.lexicon)) for f in found] or [" ".join(wanted)]
        return max(names, key=len).title()

    def _surface(self, sentence: Sentence, mention: Mention) -> Speaker:
        token = sentence.tokens[mention.head]
        if (token.upos == "PRON" and fold(token.text) in PRONOUNS) or fold(token.text) in _UNTOLD:
            return _NOBODY
        text = span_text(self.document.article.text, mention.start, mention.end)
        several = fold(text) in self.lexicon.groups or token.upos in ("NUM", "DET", "ADJ")
        sort: SpeakerType = "person" if fold(token.text) in _SOMEBODY else "group" if several else "unknown"
        return Speaker(text, None, sort, None, self._certainty("surface"), "surface")

    def _of_reference(self, sentence: Sentence, reference: Reference) -> Speaker:
        entity = self.discourse.entity(reference)
        link = self.discourse.links.get(reference.order)
        if entity is None or link is None:
            count = len(self.discourse.choices.get(reference.order, ()))
            return Speaker(None, flags=("unresolved", f"candidates:{count}"))
        if reference.form == "pronoun" and link.certainty < self.lexicon.limits.get("unresolved", 0.0):
            return Speaker(None, None, "unknown", None, 0.0, "pronoun", ("unresolved", f"candidates:{link.candidates}"))
        return self._owned(sentence, reference, entity) or self._issued(entity) or self._named(entity, link)

    def _issued(self, entity: Entity) -> Speaker | None:
        """ "The statement" of the White House, "the spokesperson" of a company: whose it is stays in front."""
        if (issuer := entity.issuer) is None or entity.named or not issuers.told(issuer):
            return None
        first = issuer.references[0]
        owned = self._owned(self.document.by_index[first.sentence], first, issuer)
        if owned is None and is_owned(first):
            return None  # "his office", and nobody told whose
        name = issuers.name((owned and owned.name) or self.canonical(issuer), issuer.sort, self.canonical(entity))
        return Speaker(name, None, _type(entity.fullest(), self.lexicon, entity), None, self._certainty("issuer"), "issuer")

    def _owned(self, sentence: Sentence, reference: Reference, entity: Entity) -> Speaker | None:
        """ "Yoon's office", "his lawyer": the owner's full name stays in front."""
        if entity.named:
            return None
        certainty = self._certainty("possessor")
        if reference.owner is None and reference.form == "pronoun":  # "Her boss laughed. 'No,' he said."
            certainty *= self.discourse.links[reference.order].certainty
            reference = entity.fullest()
            sentence = self.document.by_index[reference.sentence]
        if reference.owner is None or reference.words[0] in self.lexicon.honorifics:  # "His Highness"
            return None
        owner = self.discourse.at.get((sentence.index, reference.owner))
        holder = self.discourse.entity(owner) if owner is not None else None
        if owner is None or holder is None or (whose := self.whose(owner, holder)) is None:
            return None
        rest_from = owner.stop
        while rest_from < reference.head and sentence.tokens[rest_from].xpos == "POS":
            rest_from += 1
        rest = span_text(self.document.article.text, sentence.tokens[rest_from].start, reference.end)
        if not rest:
            return None
        mark = "’s" if "’" in self.document.words((owner.end, reference.end)) else "'s"
        name = f"{whose}{mark} {rest}"
        noun = reference.words[0]
        # "his ministry", "Norway's embassy"
        body = noun == "ministry" or (holder.sort != "person" and noun in self.lexicon.bodies)
        office = noun in self.lexicon.offices and not body
        kind: SpeakerType = "office" if office else _type(reference, self.lexicon)
        if owner.form == "pronoun":
            certainty *= self.discourse.links[owner.order].certainty
        return Speaker(name, None, kind, None, certainty, "possessor")

    def _named(self, entity: Entity, link: Link) -> Speaker:
        flags = (f"candidates:{link.candidates}",) if link.candidates > 1 and link.rule != "pronoun" else ()
        fullest, role = entity.fullest(), None
        if entity.sort == "person" and entity.named:
            lexicon = self.lexicon
            given = partial(entity.role, lexicon.relations.keys() - ANY_PERSON, lexicon.past, lexicon.ranks, lexicon.siding)
            role = given()
            role = self.fuller(entity, role) if role else self.beside(entity)
            role = self.of_owner(entity, role) if role else given(quoted=True)
        return Speaker(self.canonical(entity), role, _type(fullest, self.lexicon, entity), None, link.certainty, link.rule, flags)


def _type(reference: Reference, lexicon: Lexicon, entity: Entity | None = None) -> SpeakerType:
    """The sort of a speaker; a state, its capital or seat speaks for its government, which is a body ("Moscow said")."""
    if reference.form == "nominal" and reference.words[0].startswith("spokes"):
        return "office"
    if reference.form == "nominal" and reference.words == ("police",):
        return "body"
    sort = entity.sort if entity is not None and entity.sort != "thing" else reference.sort
    if sort == "thing":
        return "document" if reference.form == "nominal" and reference.words[0] in lexicon.held else "unknown"
    governs = sort == "place" and any(map(lexicon.is_seat, entity.names if entity else [reference.words]))
    return "body" if governs else sort
