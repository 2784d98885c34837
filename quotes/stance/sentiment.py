"""TextBlob's polarity and subjectivity, under their own names: a weak signal that no rule depends on.

The lexicon of TextBlob (0.20) comes from Pattern; no corpus has to be downloaded for it.
"""

from __future__ import annotations


def sentiment(text: str) -> tuple[float, float]:
    """Polarity (-1 to 1) and subjectivity (0 to 1) of a text in English, rounded to four places."""
    from textblob.en import sentiment as lexicon  # heavy: nltk

    polarity, subjectivity = lexicon(text)
    return round(float(polarity), 4), round(float(subjectivity), 4)
