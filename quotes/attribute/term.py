"""Words in marks that stand for themselves: a term, a caption, the headline of a report. They are nobody's words."""

from __future__ import annotations

import re

from quotes.attribute.candidate import STRONG
from quotes.attribute.draft import Draft
from quotes.attribute.layout import Layout
from quotes.attribute.work import title
from quotes.model import Sentence

_LOOK = 48
"""Code points before the mark that tell what is named."""
_MEANS = re.compile(r"\s*(?:means?|meant|stands? for|entails?)\b")
_IN_LANGUAGE = re.compile(r",? in [A-Z]\w+,? (?:\w+ly )?(?:means?|meant|stands? for) ")
"""What the words before mean in which language: ``"Halal" in Arabic means "allowed"``."""
_GLOSS_OF = re.compile(
    r"\b(?:which|that) (?:\w+ly )?(?:means?|meant|translates? (?:\w+ly )?(?:as|into|to)|stands? for) (?:the |an? )?\Z"
)
"""What follows tells what the words before mean: ``the book "Aurora", which means "the morning"``."""
_THEME = re.compile(
    r"\b(?:on|under|with|has|had|have|of) (?:the|a|an|its|their|this year's) (?:\w+ )?(?:theme|topic)(?: (?:of|is|was))?[ ,:]*\Z"
)
_WHAT = re.compile(r"\bwhat (?:the |a )?(?:\w+ )?\Z")
_IS = re.compile(r" (?:is|are|was|were)(?:[.,;:?!]| (?:about|and|before|for|in|like|or|to|worth)\b)")
"""Behind "what" and the marks: the question what something is."""
_KNOWN = re.compile(r"\b(?:known|(?:knows?|knew|known) \w+) (?:\w+ )?as (?:the |an? )?\Z", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:en)?titled[,:]? \Z")
_NAMED = re.compile(r"(?<!so-)(?<!so )\b(\w+) (?:to )?(?:as )?(?:the |an? )?\Z")
_BY = re.compile(r",? by (?![\d])")
"""Behind the marks: who calls it so."""
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would"})
_GLOSSED = r"\s?[-–—]{1,2} (?:an?|her|his|its|the|their) (?:\w+ )?(?:%s) (?:for|used)\b"
"""Behind the marks: what kind of word it is and for what."""
_NAME = 6
"""Words of the longest name that somebody or something is called by."""
_STOPS = (".", ",", "!", "?", "…")
_GLOSS = 3
"""Words of the longest gloss: ``They were "timorous". He meant "cold feet".``"""


def term(d: Draft, layout: Layout) -> bool:
    """Whether the marks name or define something inside the reporter's own sentence."""
    quoted = d.quoted
    before = layout.gap(max(0, quoted.outer_start - _LOOK), quoted.outer_start)
    if _defines(d, layout) or (_TITLED.search(before) and _loose(d) and not _verbal(d, before, layout)):
        return True
    if _THEME.search(before) or (_GLOSS_OF.search(before) and _glosses(d, layout)):
        return True
    if _printed(d, before, layout) or title(d, layout):
        return True
    after = layout.gap(quoted.outer_end, quoted.outer_end + _LOOK)
    if d.words <= _GLOSS and _IN_LANGUAGE.match(after):
        return True
    if d.opens:
        return False
    defined = bool(_WHAT.search(before) and (_MEANS.match(after) or _IS.match(after)))
    named = (d.words <= _NAME and bool(_KNOWN.search(before))) or _named(d, before, after, layout)
    named = named or _option(d, before) or _party(d, before, after, layout) or _bearer(d, before, layout)
    return defined or named or _labelled(before, layout) or _glossed(d, after, layout) or _bracketed(d, before, after)


def _bracketed(d: Draft, before: str, after: str) -> bool:
    """Whether a few words fill brackets behind a noun, which they gloss: ``the free rate (“dólar azul”) rose``."""
    return d.words <= _GLOSS and bool(re.search(r"[^\W\d_] \(\Z", before)) and after.startswith(")")


def _glossed(d: Draft, after: str, layout: Layout) -> bool:
    """Whether a gloss between dashes follows: ``from the "old regime" – its term for the north``; who names it so has said it."""
    words = "|".join(sorted(layout.ruleset.list("word")))
    return not d.named and d.words <= _NAME and re.match(_GLOSSED % words, after) is not None


def _glosses(d: Draft, layout: Layout) -> bool:
    """Whether no verb of saying above "which means" holds it."""
    if d.choice is None or d.choice.cue is None or d.choice.order >= STRONG:
        return True
    return d.choice.sentence.tokens[d.choice.cue].lemma.lower() in layout.ruleset.list("define")


def _loose(d: Draft) -> bool:
    """Whether no verb of saying holds it; whoever "writes in a column titled" has chosen the words."""
    if d.opens or d.choice is None or d.choice.rule == "text-subject":
        return True
    cue = d.choice.sentence.tokens[d.choice.cue].lemma.lower() if d.choice.cue is not None else ""
    return cue in ("title", "entitle")  # published a paper titled


def _verbal(d: Draft, before: str, layout: Layout) -> bool:
    """Whether "titled" is a verb with a subject or an auxiliary: ``Lind titled the day "..."``, ``it should be titled "..."``."""
    found = _verb(d.quoted.outer_start - (len(before) - before.rindex("titled")), layout)
    return found is not None and bool(found[0].children(found[1], "nsubj", "aux", "obl:agent"))


def _verb(start: int, layout: Layout) -> tuple[Sentence, int] | None:
    """The verb at an offset, with its sentence."""
    sentence = layout.at(start)
    at = None if sentence is None else sentence.token_at(start)
    return (sentence, at) if sentence is not None and at is not None and sentence.tokens[at].upos == "VERB" else None


def _named(d: Draft, before: str, after: str, layout: Layout) -> bool:
    """Whether something is called so by nobody in particular: ``a band called "Garden"``, ``They are referred to as "cays"``."""
    found = _NAMED.search(before)
    if found is None or d.words > _NAME or _BY.match(after):
        return False
    verb = _verb(d.quoted.outer_start - (len(before) - found.start(1)), layout)
    if verb is None:
        return False
    sentence, at = verb
    token = sentence.tokens[at]
    auxiliaries = {sentence.tokens[c].text.lower() for c in sentence.children(at, "aux:pass")}
    passive = token.text[-3:] != "ing" and ("Voice=Pass" in token.feats or bool(auxiliaries)) and "being" not in auxiliaries
    active = [c for c in sentence.children(at, "nsubj") if not sentence.tokens[c].rel.endswith(":pass")]
    opinion = any(sentence.tokens[c].lemma.lower() in _MODALS for c in sentence.children(at, "aux"))  # could be termed "theft"
    agent = active or opinion or sentence.children(at, "obl:agent") or (d.choice is not None and d.choice.cue == at)
    return passive and not agent and token.lemma.lower() in layout.ruleset.list("named")


def _labelled(before: str, layout: Layout) -> bool:
    """Whether a caption or the definition of a word precedes: ``under the heading "..."``, ``the absence of the word "..."``."""
    label, word, about = ("|".join(sorted(layout.ruleset.list(name))) for name in ("label", "word", "definition"))
    return bool(
        re.search(rf"\b(?:under|by) (?:the|a) (?:\w+ )?(?:{label})(?: of)?[ ,:]*\Z", before)
        or re.search(rf"\b(?:{about}) of (?:the )?(?:{word})s? \Z", before)
        or re.search(r"\b(?:definition|meaning) of \Z", before)
    )


def _option(d: Draft, before: str) -> bool:
    """Whether it is what a ballot offers: ``They told us to vote 'leave'``."""
    return d.words <= 2 and not d.named and bool(re.search(r"\b[Vv]ot(?:e|ing) (?:for )?\Z", before))


def _party(d: Draft, before: str, after: str, layout: Layout) -> bool:
    """Whether it is the name or the cry of a following: ``the 'Stronger Together' group``, ``the 'No strangers!' brigade``."""
    kind = re.match(r" (\w+)", after)
    words = layout.gap(d.quoted.start, d.quoted.end)
    cry = words.endswith("!") or all(w[:1].isupper() or w in layout.ruleset.list("small") for w in words.split())
    article = re.search(r"\b(?:the|a|an) \Z", before, re.IGNORECASE)
    return bool(kind and article and d.words > 1 and cry) and kind is not None and kind[1] in layout.ruleset.list("follower")


def _bearer(d: Draft, before: str, layout: Layout) -> bool:
    """Whether it is the name of what stands before it: ``the ruling front "Todos por la Costa,"``, ``the tanker "Aurora"``."""
    kind = re.search(r"([\w-]+) \Z", before)
    words, small = layout.gap(d.quoted.start, d.quoted.end).rstrip(" ,").split(), layout.ruleset.list("small")
    if kind is None or kind[1].lower() not in layout.ruleset.list("bearer") or not 0 < len(words) <= _NAME:
        return False
    capital = words[0][:1].isupper() and all(w[:1].isupper() or w in small or not w[:1].isalnum() for w in words)
    return capital and not d.named and not words[-1].endswith(_STOPS)


def _printed(d: Draft, before: str, layout: Layout) -> bool:
    """Whether the headline of a printed work stands right behind its kind: ``A report "Cracks in the wall" published in ...``; a
    title of one word behind a kind of work: ``the thriller "Undertow" presented in ...``."""
    words = layout.gap(d.quoted.start, d.quoted.end).rstrip()
    kind, lists = re.search(r"(\w+) \Z", before), layout.ruleset
    if kind is None or _called(d, kind[1]) or (d.words < 2 and kind[1].lower() not in lists.list("work")):
        return False
    if kind[1].lower() in lists.list("session"):
        words = words.rstrip("?")
    elif kind[1].lower() not in lists.list("print") | lists.list("work"):
        return False
    capital = all(w[:1].isupper() or w in lists.list("small") for w in words.split())
    if (words.rstrip(",") if capital and kind[1].lower() in lists.list("work") else words).endswith(_STOPS):
        return False
    sentence = layout.at(d.quoted.outer_start - 2)
    at = None if sentence is None else sentence.token_at(d.quoted.outer_start - 2)
    return bool(words[:1].isupper() and sentence and at is not None and sentence.tokens[at].upos == "NOUN")


def _called(d: Draft, kind: str) -> bool:
    """Whether a naming verb has the kind of work as its object: ``called the film "Magnificent"``."""
    c = d.choice
    if c is None or c.cue is None or c.rule != "naming-verb":
        return False
    return any(c.sentence.tokens[i].text == kind for i in c.sentence.children(c.cue, "obj", "xcomp"))


def _defines(d: Draft, layout: Layout) -> bool:
    """Whether a word is the subject of a verb of meaning, a saying that of "goes", or the marks gloss what somebody meant."""
    if d.choice is None or d.choice.cue is None:
        return False
    tokens, lists = d.choice.sentence.tokens, layout.ruleset
    head, cue = tokens[d.choice.head].lemma.lower(), tokens[d.choice.cue].lemma.lower()
    if head in lists.list("word") and cue in lists.list("define"):
        return True
    if head in lists.list("saying") and cue in ("go", "run"):
        return True
    which = tokens[d.choice.cue].rel == "acl:relcl" and head in ("which", "that")
    word = tokens[d.choice.head]
    return cue == "mean" and (which or d.words <= _GLOSS) and (word.upos == "PRON" or not word.ner.endswith("PER"))
