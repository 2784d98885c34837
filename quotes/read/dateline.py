"""The date line at the head of an article: when it was published, and where the article proper begins."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = "(?:" + "|".join(f"{name[:3]}t?(?:{name[3:]}|{name[4:]}|[.])?" for name in _MONTHS) + ")"
"""``June``, ``Jun``, ``Jun.``; ``Sept.`` with its t."""
_DAY = rf"(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH}))(?:,?\s+(?P<year>\d{{4}}))?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_STAMPED = re.compile(
    r"\s*(?:date|published|updated)\s*:?\s+(?P<iso>\d{4}-\d{2}-\d{2})(?P<time>T\d{2}:\d{2}\S*)?[ \t]*", re.IGNORECASE
)
_AGENCY = r"(?:/[A-Z][\w .-]{1,20}/|\([A-Z][\w .-]{1,20}\))"
_PLACE = r"[A-Z][\w.'’-]*(?:[ \t]+(?:[A-Z/(]|de |del |al-|the )[\w.'’/()-]*){0,4}(?:,[ \t]+[A-Z][\w.'’-]*){0,2}"
_DASH = r"[ \t]*(?:--+|[—–-])[ \t]+"
_DATED = re.compile(
    rf"\s*(?:(?P<place>{_PLACE}),[ \t]+)?{_WEEKDAY}{_DAY}"
    rf"(?:\.?[ \t]*{_AGENCY}\.?(?:{_DASH}|[ \t]+|(?=\n))|\.?[ \t]*(?=\r?\n|$)|(?P<dash>{_DASH}))"
)
_ISO_LINE = re.compile(r"\s*(?P<iso>\d{4}-\d{2}-\d{2})(?P<time>T\d{2}:\d{2}\S*)?[ \t]*(?=\r?\n|$)")
_PLACED = re.compile(rf"\s*(?:[A-Z][A-Z.'’/-]+(?:,?[ \t]+[A-Z][\w.'’/-]+){{0,4}})[ \t]+{_AGENCY}{_DASH}")
_HEAD = 300
"""A date line stands within this many code points; patterns see no more of the text."""


def head(text: str) -> tuple[str | None, int]:
    """``(published, body)``: the date a head line gives, and the offset behind that line.

    ``" date 2024-06-20 Seoul, June 19"`` gives both lines' end and 2024-06-20; ``"Seoul, June 19"`` alone gives no date,
    since its year would be a guess. Without a head line the body begins at 0.
    """
    published, body = None, 0
    start = text[:_HEAD]
    for pattern in (_STAMPED, _ISO_LINE):
        match = pattern.match(start)
        found = moment(match["iso"] + (match["time"] or "")) if match else None
        if match and found:
            published, body = found, match.end()
            break
    line = _DATED.match(start, body)
    if line and not (line["dash"] and not (line["place"] or "").isupper()):  # "Putin, May 9 - a holiday" is a sentence
        return published or _day(line), line.end()
    placed = _PLACED.match(start, body)
    return published, placed.end() if placed else body


def moment(value: str) -> str | None:
    """A date or time as RFC 3339, or None if the value does not say it for certain.

    A time without a zone loses its time, because the zone would be a guess; ``03/04/2024`` gives None, because day and month
    cannot be told apart.
    """
    text = value.strip()
    try:
        if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", text):
            return date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-?\d{2}-?\d{2}[T ]\d", text):
            return _instant(
                datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d|Z$)| UTC$", lambda m: "Z" if m[0] == " UTC" else "", text))
            )
    except ValueError:
        return None
    day = re.fullmatch(_WEEKDAY + _DAY, text)
    return _day(day) if day else _mail_date(text)


def _mail_date(text: str) -> str | None:
    """``Thu, 20 Jun 2024 10:00:00 +0000``, the form of HTTP headers and feeds."""
    if not re.match(r"(?:\w{3},\s+)?\d{1,2}\s+\w{3}\s+\d{4}\s+\d", text):
        return None
    try:
        return _instant(parsedate_to_datetime(text))
    except ValueError:
        return None


def _instant(when: datetime) -> str:
    if when.tzinfo is None:
        return when.date().isoformat()
    stamp = when.replace(microsecond=0).isoformat()
    return stamp.replace("+00:00", "Z") if when.utcoffset() == timedelta(0) else stamp


def _day(match: re.Match[str]) -> str | None:
    if not match["year"]:
        return None
    name = (match["month"] or match["month2"])[:3]
    month = next(i for i, full in enumerate(_MONTHS, 1) if full.startswith(name))
    try:
        return date(int(match["year"]), month, int(match["day"] or match["day2"])).isoformat()
    except ValueError:
        return None
