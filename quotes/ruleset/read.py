"""One TOML table -> one rule, path or pattern; faults are collected, not raised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from quotes.ruleset.values import Example, Filter, Path, Pattern, Rule, Sieve, Step

_STEP = re.compile(r"(?P<up><{1,2})?(?P<rel>\$?[\w:-]+|\.)(?:\((?P<case>[\w|]+)\))?(?:\[(?P<filter>[^\]]+)\])?$")


class Reader:
    """Turns tables into rules and keeps the faults."""

    def __init__(self, lists: Mapping[str, frozenset[str]], faults: list[str]) -> None:
        self.lists = lists
        self.faults = faults

    def rule(self, file: str, t: dict[str, Any]) -> Rule | None:
        """A ``[[rule]]`` table; None where a needed key is missing."""
        missing = [k for k in ("cue", "content", "speaker") if not t.get(k)]
        if missing:
            self.faults.append(f"{file}: {t['id']}: needs {' and '.join(missing)}")
            return None
        if t.get("reach", "inside") not in ("head", "inside", "phrase"):
            self.faults.append(f"{file}: {t['id']}: reach is 'head', 'inside' or 'phrase', not {t['reach']!r}")
        content, speaker = self.path(t, file, "content"), self.path(t, file, "speaker")
        without = self.path(t, file, "without") if t.get("without") else ()
        cue = self.filter(t["cue"], file, t["id"])
        return Rule(
            t["id"],
            t.get("why", ""),
            t.get("order", 50),
            cue,
            content,
            speaker,
            t.get("reach", "inside"),
            without,
            self.path(t, file, "indirect") if t.get("indirect") else (),
            _examples(t, "example"),
            _examples(t, "counter"),
        )

    def pattern(self, file: str, t: dict[str, Any]) -> Pattern | None:
        """A ``[[pattern]]`` table; None where it cannot be compiled."""
        if t.get("side") not in ("before", "after") or not t.get("form"):
            self.faults.append(f"{file}: {t['id']}: needs form, and side 'before' or 'after' the quotation")
            return None
        code = "".join(self.element(x, file, t["id"]) for x in t["form"].split())
        try:
            regex = re.compile(code if t["side"] == "after" else f"{code}$")
        except re.error as e:
            self.faults.append(f"{file}: {t['id']}: form does not compile: {e}")
            return None
        return Pattern(
            t["id"],
            t.get("why", ""),
            t.get("order", 50),
            t["side"],
            t["form"],
            t.get("closing"),
            t.get("opens", False),
            regex,
            _examples(t, "example"),
            _examples(t, "counter"),
        )

    def sieve(self, t: dict[str, Any]) -> Sieve:
        """A ``[[sieve]]`` table."""
        return Sieve(t["id"], t.get("why", ""), t.get("order", 50), _examples(t, "example"), _examples(t, "counter"))

    def path(self, t: dict[str, Any], file: str, key: str) -> Path:
        """The path under ``key``: alternatives between bars, steps between blanks."""
        out = []
        for alternative in str(t[key]).split(" | "):
            steps = [self.step(x, file, t["id"]) for x in alternative.split()]
            out.append(tuple(s for s in steps if s))
        return tuple(out)

    def step(self, text: str, file: str, name: str) -> Step | None:
        """One step; None where it cannot be read."""
        m = _STEP.match(text)
        if m is None:
            self.faults.append(f"{file}: {name}: cannot read path step {text!r}")
            return None
        known = self.filter(m["filter"], file, name) if m["filter"] else Filter()
        case = frozenset(m["case"].split("|")) if m["case"] else frozenset()
        if m["rel"].startswith("$"):
            return Step("", bool(m["up"]), case, known, m["rel"][1:], m["up"] == "<<")
        return Step(m["rel"], bool(m["up"]), case, known, before=m["up"] == "<<")

    def filter(self, value: str | Mapping[str, Any], file: str, name: str) -> Filter:
        """``VERB|AUX``, ``@list``, ``lemma|lemma``, with ``!`` in front; or a table {upos, lemma}."""
        if not isinstance(value, str):
            upos = value.get("upos", ())
            words = self.words(value["lemma"], file, name) if "lemma" in value else None
            return Filter(frozenset([upos] if isinstance(upos, str) else upos), words)
        if value.startswith("-"):
            return Filter(ending=value[1:])
        negated = value.startswith("!")
        parts = value.lstrip("!").split("|")
        if all(p.isupper() for p in parts):
            return Filter(frozenset(parts), None, negated)
        return Filter(frozenset(), frozenset().union(*(self.words(p, file, name) for p in parts)), negated)

    def words(self, value: str | list[str], file: str, name: str) -> frozenset[str]:
        """A lemma, a list of them, or ``@name`` of a word list."""
        if isinstance(value, list):
            return frozenset().union(*(self.words(v, file, name) for v in value))
        if not value.startswith("@"):
            return frozenset([value])
        if value[1:] not in self.lists:
            self.faults.append(f"{file}: {name}: unknown word list {value}")
        return self.lists.get(value[1:], frozenset())

    def element(self, text: str, file: str, name: str) -> str:
        """One element of a surface form as a regular expression over token codes."""
        m = re.match(r"(?P<name>[A-Z]+)(?:\((?P<arg>[^)]*)\))?(?P<more>[?*+]?)$", text)
        if m is None:
            literal, more = (text[:-1], text[-1]) if text[-1] in "?*+" and len(text) > 1 else (text, "")
            words = "|".join(_code_word(w) for w in literal.split("|"))
            return rf"(?:<[A-Z]+ (?:{words}) [^ >]+ [^>]*>){more}"
        arg = m["arg"]
        if arg and arg.startswith("@"):
            listed = self.words(arg, file, name)
            arg = "|".join(sorted(map(_code_word, listed), key=lambda w: (-len(w), w)))
        if m["name"] not in ELEMENTS:
            self.faults.append(f"{file}: {name}: unknown element {m['name']} (known: {', '.join(ELEMENTS)})")
            return ""
        return f"(?:{ELEMENTS[m['name']].replace('%', arg or '[^ >]+')}){m['more']}"


def _code_word(word: str) -> str:
    return re.escape(word.replace("<", "").replace(">", "").replace(" ", "_") or "_")


def _examples(t: Mapping[str, Any], key: str) -> tuple[Example, ...]:
    return tuple(Example(x.get("text", ""), x.get("speaker")) for x in t.get(key, ()))


# A token's code is "<UPOS word lemma flags>"; N marks in flags a word that may stand in a noun phrase (match.encode).
_MODIFIER = (
    r"<(?:DET|ADJ|NUM|PROPN|NOUN|PART ['’]|SYM|X|PRON [^ ]+ [^ ]+ P|ADV [^ ]+ [^ ]+ M|VERB [^ ]+ [^ ]+ M"
    r"|PUNCT [-‑.’']|PUNCT [^ ]+ [^ ]+ I)[^>]*>"
)
_HEAD = (
    r"<(?:PROPN|NOUN|PRON (?!that |which |who |whom |what |whose )|DET another |NUM|X)[^>]*>(?:<PUNCT ‑ [^>]*><[A-Z]+ [^>]*>)*"
)
_CHUNK = rf"(?:{_MODIFIER})*{_HEAD}"
_NP = rf"{_CHUNK}(?:(?:<ADP [^>]*>|<CCONJ (?:and|&)[^>]*>){_CHUNK})*"
ELEMENTS: Mapping[str, str] = {
    "NP": rf"(?P<np>{_NP})",
    "OTHER": _NP,
    "CUE": r"(?P<cue><(?:VERB|AUX) [^ >]+ (?:%) [^>]*>)",
    "VERBCUE": r"(?P<cue><VERB (?![^ >]*ing )[^>]*>)",
    "FINITE": r"(?P<cue><(?:VERB|AUX) (?![^ >]*ing )[^ >]+ (?:%) [^>]*>)",
    "PARTICLE": r"<[A-Z]+ (?:on|out|back|in|forth|it|up|off|away|down) [^>]*>",
    "PARTICIPLE": r"(?P<cue><VERB [^ >]*ing (?:%) [^>]*>)",
    "NOUNCUE": r"(?P<cue><(?:NOUN|PROPN) [^ >]+ (?:%) [^>]*>)",
    "LEMMACUE": r"(?P<cue><[A-Z]+ [^ >]+ (?:%) [^>]*>)",
    "WORDCUE": r"(?P<cue><[A-Z]+ (?:%) [^ >]+ [^>]*>)",
    "ADV": r"<(?:ADV (?!when |where |how |why |as )|PART (?!to ))[^>]*>",
    "AUX": r"<AUX [^>]*>",
    "BE": r"(?P<cue><AUX [^ >]+ be [^>]*>)",
    "STOP": r"(?:$|(?=<PUNCT [.,;(!?] ))",
    "VERB": r"<VERB [^ >]+ (?:%) [^>]*>",
    "NOUN": r"<(?:NOUN|PROPN) [^ >]+ (?:%) [^>]*>",
    "ADP": r"<(?:ADP|SCONJ) [^>]*>",
    "APP": r"<PUNCT [,(—–-] [^>]*>(?:<(?!PUNCT [;:\"“”] )[^>]*>){1,40}?<PUNCT [,)—–-] [^>]*>",
    "GAP": r"(?:<(?!PUNCT [;:\"“”.?!] )[^>]*>){0,12}?",
    "SHORT": r"(?:<(?!PUNCT |VERB |AUX |SCONJ )[^>]*>){0,8}",
    "ANY": r"<[^>]*>",
    "START": "^",
    "END": "$",
}
