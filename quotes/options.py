"""What a user may choose, as one frozen value that is passed explicitly; every choice is documented with its risk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from quotes.errors import UsageError

ParserName = Literal["compact", "stanza"]
ParseScope = Literal["needed", "all"]
StanceMode = Literal["model", "rules"]


@dataclass(frozen=True, slots=True)
class Fields:
    """Which key of a record (JSONL and every other format with named fields) holds what.

    The risk is a wrong name: only ``text`` must be there, the others are left empty when their key is missing.
    """

    text: str = "text"
    id: str = "id"
    url: str = "url"
    outlet: str = "outlet"
    title: str = "title"
    author: str = "author"
    published: str = "published"
    language: str = "language"


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes beyond which an input is refused with a clear reject instead of stalling the batch.

    Raising one risks time and memory: parsing grows with the longest sentence, reading with the longest line.
    """

    article_chars: int = 1_000_000
    """Code points of one article; the longest newspaper article is some 100,000."""
    quotation_chars: int = 20_000
    """Code points of one quotation (the longest in 1,148 news articles has 1,515); a longer one has lost its closing mark."""
    quotations: int = 5_000
    """Quotations of one article (the most in the same articles are 81); an archive pasted into one file has more."""
    sentence_words: int = 300
    """Words of one sentence that goes to the parser (the longest in the same articles has 222). A longer one is left unparsed,
    without a reject: its quotations stay, their speaker is sought outside it, and the article is flagged ``long-sentence``."""
    file_bytes: int = 64_000_000
    """Bytes of a file that is one article (text, HTML)."""
    line_bytes: int = 16_000_000
    """Bytes of one line of a JSONL file, and of one record of any other format with many."""
    unpacked_bytes: int = 1_000_000_000_000
    """Bytes that one compressed file may unpack to."""
    unpacked_ratio: int = 200
    """Unpacked bytes per packed byte, looked at from 64 MB on; text packs to a tenth, a bomb to a thousandth."""
    html_seconds: float = 20.0
    """Time to extract one web page, in a process that is killed then; an ordinary page takes 0.02."""
    html_mb: int = 2_048
    """Data memory of that process (Linux)."""


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that steers reading, extraction and writing; the defaults are what the published figures were measured with."""

    targets: tuple[str, ...] = ("russia",)
    """Stance targets, each a file ``targets/NAME.toml`` of the rules. The vocabulary was tuned for Russia: others are rougher."""
    rules: Path | None = None
    """A folder of rules in place of the bundled ones. It replaces all of them: what it leaves out is not found."""
    aliases: Path | None = None
    """TOML file that maps names to one canonical name and an external id. A name shared by two people maps both alike."""
    parser: ParserName = "compact"
    """``compact`` is bundled; ``stanza`` is slower and needs Stanza's own English models in its folder."""
    parse_scope: ParseScope = "needed"
    """``needed`` parses the sentences that a quotation and its speaker need; ``all`` costs several times the time."""
    indirect: bool = False
    """Also report speech without quotation marks. Less precise, and it parses every sentence that may hold a reporting cue."""
    stance: StanceMode = "model"
    """``rules`` decides by the rules alone: every label is explained in full, fewer are right."""
    threads: int = 0
    """Threads that work on one article; 0 takes the cores, at most 4 (with Stanza's own models what torch takes). More than the
    processor's cores makes it slower."""
    fields: Fields = field(default_factory=Fields)
    limits: Limits = field(default_factory=Limits)
    follow_links: bool = False
    """Read symbolic links found inside folders. A link may lead out of the folder or in a circle."""
    long: bool = False
    """One line per quotation *and* target instead of one per quotation; then ``quote_id`` alone is no longer unique."""

    def __post_init__(self) -> None:
        """Refuse what no stage could make sense of. Raises UsageError."""
        if not self.targets:
            raise UsageError("no stance target: name at least one, for example --target russia")
        if len(set(self.targets)) != len(self.targets):
            raise UsageError(f"a stance target is named twice: {', '.join(self.targets)}")
        if self.threads < 0:
            raise UsageError(f"--threads {self.threads}: give 0 (automatic) or a positive number")
