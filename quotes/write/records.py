"""Results -> records: ``quote/1``, ``article/1``, ``error/1``, flat and in a fixed order. Their schemas are in ``output/``."""

from __future__ import annotations

import hashlib
import math
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import quotes
from quotes.errors import UsageError
from quotes.identity import article_id, quote_id, text_sha256, utterance_id
from quotes.model import Article, Attribution, Quotation, Reject, Result, Speaker, Stance

Record = dict[str, object]

CONTEXT = 32
"""Code points of ``prefix`` and ``suffix``, the length that finds a quotation again in a text that has moved."""
ELLIPSIS = " … "
"""Between the segments of one statement."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What made the records, and when."""

    pipeline: str
    processed_at: str
    timed: bool = True
    """False for byte-equal output: times differ from run to run."""


def stamp(rules: Path, model: str) -> Stamp:
    """The stamp of a run: tool and version, hash of the rules folder, the model's own name with its version.

    ``SOURCE_DATE_EPOCH`` pins the time, so that two runs are byte-equal. Raises UsageError if it is no number of seconds.
    """
    pipeline = f"quotestance {quotes.__version__}; rules {rules_hash(rules)}; {model}"
    pinned = os.environ.get("SOURCE_DATE_EPOCH")
    if pinned is None:
        return Stamp(pipeline, _rfc3339(datetime.now(UTC)))
    try:
        return Stamp(pipeline, _rfc3339(datetime.fromtimestamp(int(pinned), UTC)), timed=False)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH={pinned}: give the seconds since 1970, for example 1718841600") from error


def rules_hash(folder: Path) -> str:
    """First 12 hex digits of a SHA-256 over the paths and bytes of all TOML files in the folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml"), key=lambda p: p.relative_to(folder).as_posix()):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:12]


def records(result: Result, stamp: Stamp, *, long: bool = False) -> list[Record]:
    """The ``quote/1`` records of one article, in text order; none for a reject.

    With several targets the first fills the plain keys and each further one ``stance__NAME``, ``stance_score__NAME`` …; ``long``
    gives each its own record instead.
    """
    out: list[Record] = []
    sha256 = text_sha256(result.article.text)
    for quotation in result.quotations:
        if long:
            out += [_record(result, quotation, [stance], stamp, sha256) for stance in quotation.stances]
        else:
            out.append(_record(result, quotation, quotation.stances, stamp, sha256))
    return out


def record(result: Result, quotation: Quotation, stamp: Stamp) -> Record:
    """One ``quote/1`` record with every key in its fixed order."""
    return _record(result, quotation, quotation.stances, stamp, text_sha256(result.article.text))


def article_record(result: Result, stamp: Stamp) -> Record:
    """The ``article/1`` record, so that "no quotations" differs from "not processed". Times are null in a pinned run."""
    article, reject = result.article, result.reject
    names = {q.speaker.name for q in result.quotations if q.speaker.name}
    return {
        "schema": "article/1",
        "article_id": article_id(article),
        "source": article.source,
        "line": article.line,
        **_article(article),
        "status": _status(result),
        "code": reject.code if reject else None,
        "quotations": len(result.quotations),
        "speakers": len(names),
        "characters": len(article.text),
        "text_sha256": text_sha256(article.text),
        "duplicate_of": None,
        "milliseconds": round(sum(result.milliseconds.values()), 1) if stamp.timed else None,
        "pipeline": stamp.pipeline,
        "processed_at": stamp.processed_at,
        "flags": list(result.flags),
    }


def error_record(reject: Reject, stamp: Stamp) -> Record:
    """The ``error/1`` record of a dead letter; it never holds the article's text."""
    return {
        "schema": "error/1",
        "article_id": reject.article_id,
        "source": reject.source,
        "line": reject.line,
        "stage": reject.stage,
        "code": reject.code,
        "message": reject.message,
        "attempts": reject.attempts,
        "text_sha256": reject.text_sha256,
        "pipeline": stamp.pipeline,
        "processed_at": stamp.processed_at,
    }


def _record(result: Result, quotation: Quotation, stances: Sequence[Stance], stamp: Stamp, sha256: str) -> Record:
    article, said = result.article, quotation.attribution
    name = article_id(article)
    parts = [article.text[start:end] for start, end in said.segments]
    words = ELLIPSIS.join(parts)
    flags = dict.fromkeys((*said.flags, *quotation.speaker.flags, *result.flags))
    return {
        "schema": "quote/1",
        "quote_id": quote_id(name, said.segments, words),
        "statement_id": f"{name}#{said.statement + 1}",
        "article_id": name,
        "source": article.source,
        **_article(article),
        "text": words,
        "segments": [list(span) for span in said.segments],
        "start": said.start,
        "end": said.end,
        "kind": said.kind,
        "words": sum(len(_WORD.findall(part)) for part in parts),
        "paragraph": said.paragraph,
        "prefix": article.text[max(0, said.start - CONTEXT) : said.start],
        "suffix": article.text[said.end : said.end + CONTEXT],
        "repeated": said.repeated,
        **_cue(article, said),
        **_speaker(article, said, quotation.speaker),
        **_stance(stances[0], ""),
        "polarity": _number(stances[0].polarity),
        "subjectivity": _number(stances[0].subjectivity),
        "utterance_id": utterance_id(words),
        "text_sha256": sha256,
        "pipeline": stamp.pipeline,
        "processed_at": stamp.processed_at,
        "flags": list(flags),
        **{key: value for stance in stances[1:] for key, value in _stance(stance, f"__{stance.target}").items()},
    }


def _status(result: Result) -> str:
    if result.reject:
        return "failed"
    named = {"duplicate": "duplicate", "not-english": "skipped", "older": "skipped"}
    return next((named[flag] for flag in result.flags if flag in named), "done")


def _article(article: Article) -> Record:
    keys = ("url", "outlet", "title", "author", "published", "language")
    return {key: getattr(article, key) for key in keys}


def _cue(article: Article, said: Attribution) -> Record:
    cue = said.cue
    return {
        "cue": article.text[cue.start : cue.end] if cue else None,
        "cue_lemma": cue.lemma if cue else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
    }


def _speaker(article: Article, said: Attribution, speaker: Speaker) -> Record:
    mention = said.mention
    known = mention is not None or speaker.name is not None
    return {
        "speaker": speaker.name,
        "speaker_role": speaker.role,
        "speaker_type": speaker.type if known else None,
        "speaker_id": speaker.id,
        "speaker_mention": article.text[mention.start : mention.end] if mention else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "speaker_confidence": _number(speaker.confidence) if known else None,
        "attribution_rule": said.rule,
        "resolution_rule": speaker.rule,
    }


def _stance(stance: Stance, suffix: str) -> Record:
    evidence = [
        {"rule": c.rule, "text": c.text, "start": c.start, "end": c.end, "weight": _number(c.weight)} for c in stance.evidence
    ]
    values: Record = {
        "stance": stance.label,
        "stance_score": _number(stance.score),
        "stance_confidence": _number(stance.confidence),
        "stance_target": stance.target,
        "target_evidence": stance.target_evidence,
        "own_side": stance.own_side,
        "alignment": stance.alignment,
        "stance_evidence": evidence,
    }
    return {key + suffix: value for key, value in values.items()}


def _number(value: float | None) -> float | None:
    """Four decimals; what is no number is null, because JSON has no NaN."""
    return round(float(value), 4) + 0.0 if value is not None and math.isfinite(value) else None


def _rfc3339(when: datetime) -> str:
    return when.replace(microsecond=0).isoformat().replace("+00:00", "Z")
