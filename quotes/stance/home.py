"""Which state a speaker speaks for: "China supports Lodvia", said by China's foreign minister, is the speaker's own support."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quotes.model import Sentence
from quotes.stance.values import StanceRules, Target

_WORD = re.compile(r"[^\W\d_](?:[\w-]|\.(?=\w))*\.?|['’]s\b")
_ALONE = frozenset(["the", "a", "an", "statement", "official", "'s"])
_ELSEWHERE = frozenset(["to", "in", "on", "against", "with", "at", "about", "based"])
_RULERS = frozenset(["government", "side", "leadership", "administration", "cabinet", "people", "nation", "authorities"])


def home(descriptions: Iterable[str], rules: StanceRules, target: Target) -> str | None:
    """The state whose office a speaker holds by his descriptions ("Chinese Foreign Minister", a leader's full name).

    It may be the speaker itself ("Beijing"). ``target`` lends its words for offices, and those for people who hold none though a
    state is named ("former", "analyst").
    """
    states = rules.states
    for description in descriptions:
        if leads := rules.leads.get(description.lower()):
            return leads
        said = [w.lower().replace("’", "'") for w in _WORD.findall(description)]
        if target.not_offices & set(said):
            continue
        for start, stop, state in _named(said, states):
            rest = said[:start] + said[stop:]
            beside = set(said[:start] + said[stop : stop + 1])  # "ambassador to China", "the Beijing-based institute"
            if set(rest) <= _ALONE or (target.offices & set(rest) and not _ELSEWHERE & beside):
                return state
    return None


def _named(said: list[str], states: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    """Where words name a state, longer names first."""
    for size in (3, 2, 1):
        for start in range(len(said) - size + 1):
            if state := states.get(" ".join(said[start : start + size])):
                yield start, start + size, state


def names_state(s: Sentence, token: int, states: Mapping[str, str]) -> str | None:
    """The state that a noun stands for: its name ("the United States"), its capital, or its government ("the Chinese side")."""
    head = s.tokens[token].text.lower()
    if head in _RULERS:
        owners = s.children(token, "amod", "compound", "nmod:poss")
        return next((state for c in owners if (state := names_state(s, c, states))), None)
    before = [s.tokens[i].text.lower() for i in range(max(0, token - 2), token)]
    for size in (2, 1, 0):
        if size <= len(before) and (state := states.get(" ".join([*before[len(before) - size :], head]))):
            return state
    return None
