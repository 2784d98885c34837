"""How two references stand to each other in their clauses: arguments of one verb, one inside the other, one of a list."""

from __future__ import annotations

from collections.abc import Container, Sequence

from quotes.model import Sentence
from quotes.resolve.names import fold
from quotes.resolve.reference import Reference

_COMING = frozenset(("come", "be", "step", "walk", "follow", "stand", "rise"))
"""Verbs behind which a subject is brought in."""
_EVERY = frozenset(("every", "each", "no", "any", "neither", "either"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


def in_relative(sentence: Sentence, pronoun: int, noun: int) -> bool:
    """Whether a pronoun stands in a clause with "who" that tells more of a noun, though not as that verb's object: "An officer,
    who gave only his first name", "An owner who left because he was ill"."""
    above = [pronoun, *sentence.ancestors(pronoun)]
    if noun not in above:
        return False
    for i in above[1 : above.index(noun)]:
        who = any(sentence.tokens[c].text == "who" and sentence.tokens[c].base == "nsubj" for c in sentence.children(i))
        if sentence.tokens[i].rel == "acl:relcl" and who:
            return sentence.tokens[pronoun].head != i
    return False


def named_below(sentence: Sentence, pronoun: Reference, heads: Sequence[int]) -> bool:
    """A subject never means somebody its own clause names ("He congratulated Lind", "she said Lind would leave")."""
    if not pronoun.subject or not heads:
        return False
    verb = sentence.tokens[pronoun.head].head
    return any(h > pronoun.head and verb in sentence.ancestors(h) for h in heads)


def reported_by(sentence: Sentence, described: Reference, references: Sequence[Reference]) -> bool:
    """Whether somebody who is named in the same sentence says something of whom the description means: "Lind says the veteran is
    a queen" is not about Lind."""
    if described.quoted or not described.subject:
        return False
    tokens = sentence.tokens
    clause = tokens[described.head].head
    verb = tokens[clause].head if clause >= 0 and tokens[clause].base == "ccomp" else -1
    named = (r for r in references if r.sentence == described.sentence and r.form == "name" and r.subject)
    return verb >= 0 and any(predicate(sentence, r.head) == verb for r in named)


def inside(sentence: Sentence, below: int, above: int) -> bool:
    """Whether ``below`` stands in the noun phrase of ``above`` without a clause between ("her lawyer" is not "her")."""
    for i in sentence.ancestors(below):
        if i == above:
            return True
        if sentence.tokens[i].base in ("acl", "appos", "conj") or sentence.tokens[i].upos in ("VERB", "AUX"):
            return False
    return False


def coarguments(sentence: Sentence, a: int, b: int) -> bool:
    """Two arguments of one verb never mean the same without a reflexive ("Lee met him")."""
    long = sentence.tokens[a].head if sentence.tokens[a].base == "appos" else a  # "the Assessment Board (AB)"
    both_subjects = sentence.tokens[long].base == sentence.tokens[b].base == "nsubj"  # a verb has one: the parser erred
    return a != b and not both_subjects and predicate(sentence, a) == predicate(sentence, b)


def interrupts(sentence: Sentence, i: int, last: Reference) -> bool:
    """Whether a pronoun tells who says what the sentence is about to say of somebody else: "Lind, he noted, 'was fair'"."""
    tokens = sentence.tokens
    inserted = last.stop < i < len(tokens) - 2 and tokens[i - 1].text == "," == tokens[i + 2].text
    return inserted and last.stop == i - 1 and tokens[last.head].base == "nsubj" and tokens[i].head == i + 1


def asked_whether(sentence: Sentence, i: int, person: int, asking: Container[str]) -> bool:
    """Whether a pronoun is the subject of what somebody is asked: "Berg asked Lind if he had seen it"."""
    tokens = sentence.tokens
    clause, asked = tokens[i].head, tokens[person]
    if clause < 0 or asked.base not in ("obj", "iobj") or asked.head != tokens[clause].head or not person < i:
        return False
    words = {tokens[c].text.lower() for c in sentence.children(clause, "mark", "advmod", "obj")}
    return tokens[asked.head].lemma.lower() in asking and not words.isdisjoint(("if", "whether", "why", "what", "how"))


def predicate(sentence: Sentence, i: int) -> int:
    """The word an argument hangs on; conjoined arguments count as one."""
    token = sentence.tokens[i]
    for above in sentence.ancestors(i):
        if token.base not in ("conj", "flat", "appos", "compound"):
            break
        i, token = above, sentence.tokens[above]
    return token.head if token.base in ("nsubj", "obj", "iobj", "obl", "csubj") else -2 - i


def wrote(sentence: Sentence, i: int, last: Reference, index: int) -> bool:
    """Whether a pronoun stands in a clause on what somebody wrote or said: "Lind's remarks, in which she called it …"; or names
    what the subject of the sentence tells of: "The bishop spoke of Lind's decision, which he called …"."""
    if last.sentence != index:
        return False
    if _remark_by(sentence, i, last.head):
        return True
    clause = next((a for a in sentence.ancestors(i) if sentence.tokens[a].base == "acl"), None)
    if clause is None or not 0 <= sentence.tokens[clause].head < i:
        return False
    inside, noun = set(sentence.subtree(clause)), sentence.tokens[clause].head
    links = [j for j in inside if j < i and sentence.tokens[j].text in ("which", "where") and sentence.tokens[j].base != "nsubj"]
    if not links or last.head in inside:
        return False
    if (
        sentence.tokens[links[0]].base == "obj"
        and sentence.tokens[i].head == clause
        and sentence.children(clause, "xcomp", "ccomp")
    ):
        subject = sentence.tokens[last.head]
        return subject.rel == "nsubj" and subject.head in sentence.ancestors(noun)
    held = last.subject and predicate(sentence, last.head) == sentence.tokens[noun].head  # "Lind held a rally, where he said"
    return last.head in sentence.subtree(noun) or (held and not sentence.children(noun, "nmod:poss"))


def _remark_by(sentence: Sentence, i: int, name: int) -> bool:
    """Whether a sentence but brings in what a pronoun's person said: "It was a remark by Lind: '…,' she told us"."""
    name = sentence.tokens[name].head if sentence.tokens[name].base == "appos" else name
    token = sentence.tokens[name]
    case = [sentence.tokens[c].text for c in sentence.children(name, "case")]
    noun = sentence.tokens[token.head] if token.base == "nmod" and case == ["by"] else None
    return noun is not None and name < i and bool(sentence.children(token.head, "cop")) and noun.upos == "NOUN"


def asks_about(sentence: Sentence, asking: Container[str]) -> bool:
    """Whether the main verb asks a question, no favour: "A viewer asked the star about it", not "Lind asked them to leave"."""
    root = next((j for j, t in enumerate(sentence.tokens) if t.head < 0), -1)
    if root < 0 or sentence.tokens[root].lemma.lower() not in asking or sentence.children(root, "xcomp"):
        return False
    return bool(sentence.children(root, "ccomp")) or any(t.text == "about" for t in sentence.tokens[root + 1 :])


def quantified(last: Reference, index: int) -> bool:
    """Whether a description means nobody whom a later sentence can take up: "every worker", "no minister"."""
    return last.form == "nominal" and last.sentence != index and last.text.split(" ", 1)[0].lower() in _EVERY


def listed(sentence: Sentence, i: int) -> bool:
    """Whether a name is one of three or more that "and" joins: "the accused, Lind, Ruiz and Holm"."""
    token = sentence.tokens[i]
    return len(sentence.children(token.head if token.base == "conj" and token.head >= 0 else i, "conj")) > 1


def writes(sentence: Sentence, i: int, documents: Container[str]) -> bool:
    """Whether a subject says something in a document, which it is not itself: "it said in a statement"."""
    verb = sentence.tokens[i].head
    if verb < 0 or sentence.tokens[i].base != "nsubj":
        return False
    papers = (c for c in sentence.children(verb, "obl") if sentence.tokens[c].lemma.lower() in documents)
    return any(sentence.tokens[k].text.lower() in ("in", "via") for c in papers for k in sentence.children(c, "case"))


def fronted(sentence: Sentence, i: int, subject: int) -> bool:
    """Whether the clause of a subject opens with whom it is about: "As for Ruiz, she said …", "For Lind, who stayed, it …"."""
    tokens = sentence.tokens
    long = tokens[i].head if tokens[i].base == "appos" else i
    if i < subject and tokens[long].base == tokens[subject].base == "nsubj" and tokens[long].head == tokens[subject].head:
        return tokens[0].upos == "SCONJ"  # "While Ruiz had found …, she also said": the parser gives one verb two subjects
    if not 0 <= i < subject or sentence.tokens[i].base not in ("obl", "nmod", "advcl", "parataxis"):
        return False
    first = min(sentence.subtree(i))
    front = [t.text.lower() for t in sentence.tokens[first : first + 2]]
    opens = first == 0 or (first == 1 and sentence.tokens[0].upos in ("CCONJ", "PUNCT"))
    return (
        opens and (front[0] == "for" or front == ["as", "for"]) and any(t.text == "," for t in sentence.tokens[i + 1 : subject])
    )


def opens(sentence: Sentence, i: int) -> bool:
    """Whether a sentence opens with whose view it tells: "For Lind, president of the union, the matter is closed"."""
    root = next((j for j, t in enumerate(sentence.tokens) if t.head < 0), -1)
    i = sentence.tokens[i].head if sentence.tokens[i].base == "appos" else i
    return sentence.tokens[i].base == "obl" and sentence.tokens[i].head == root and fronted(sentence, i, root)


def modifies(sentence: Sentence, i: int, bodies: Container[str]) -> bool:
    """Whether a name but tells which body is meant: "the Ruiz-Lind regime"."""
    token = sentence.tokens[i]
    noun = sentence.tokens[token.head] if token.head > i else None
    return noun is not None and token.base in ("compound", "amod", "nmod") and noun.lemma.lower() in bodies


def tried(sentence: Sentence, i: int, verbs: Container[str]) -> bool:
    """Whether a name is the object of a verb of the courts ("sentenced Lind", "Lind was charged", "Lind, accused of theft,")."""
    token, tokens = sentence.tokens[i], sentence.tokens
    above = tokens[token.head] if token.head >= 0 and (token.base == "obj" or token.rel == "nsubj:pass") else None
    return (above is not None and above.lemma.lower() in verbs) or any(
        tokens[c].xpos == "VBN" and tokens[c].lemma.lower() in verbs and not sentence.children(c, "nsubj", "obj")
        for c in (*sentence.children(i, "acl"), *(sentence.children(token.head, "advcl") if token.base == "nsubj" else ()))
    )


def presented(sentence: Sentence, i: int) -> bool:
    """Whether a short sentence but brings somebody in, behind its verb: "Then came Lind", "Enter Ana Ruiz", "Next was Berg"."""
    token, tokens = sentence.tokens[i], sentence.tokens
    root = i if token.base == "root" else token.head
    if token.base not in ("obj", "xcomp", "root") or root < 0 or tokens[root].base != "root" or sentence.children(root, "nsubj"):
        return False
    front = [t for t in tokens[: max(i, root)] if t.start < token.start]
    while front and front[-1].head == i and front[-1].base not in ("cop", "advmod"):
        front.pop()  # the title or article of the name
    verb = front[-1].lemma.lower() if front else ""
    opened = len(front) > 1 and front[0].upos in ("ADV", "ADP", "ADJ") and front[0].text[:1].isupper()
    return (len(front) == 1 and verb == "enter") or (1 < len(front) < 4 and opened and verb in _COMING)


def antecedent(sentence: Sentence, head: int) -> int:
    """A relative pronoun's noun ("To Lam, who said" -> Lam); any other token is its own."""
    token = sentence.tokens[head]
    if fold(token.text) not in _RELATIVE or token.upos not in ("PRON", "DET", "SCONJ"):
        return head
    for i in sentence.ancestors(head):
        clause = sentence.tokens[i]
        if clause.base == "acl" and clause.head >= 0:
            return clause.head
        if clause.rel == "advcl:relcl" and clause.head >= 0 and token.text == "which":  # "sent a letter on Sunday, which stated"
            return next((c for c in reversed(sentence.children(clause.head, "obj")) if c < head), head)
    return head
