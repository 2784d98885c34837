"""What is still to do of one shard. A shard that fails is tried again whole; then the article at fault is closed in on."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.engine.pool import TIMEOUT
from quotes.engine.session import Lines

ATTEMPTS = 3
"""Times that a dead letter was tried: in its shard, in its shard again, alone. (Alone twice if the worker just died: whoever
kills processes at random, the system short of memory for one, may hit an innocent article.)"""


@dataclass(frozen=True, slots=True)
class _Piece:
    indices: tuple[int, ...]
    suspect: int | None = None
    """The article before this piece, tried alone; if that one passed, the suspicion was wrong and this piece is halved."""


@dataclass(slots=True)
class Recovery:
    """Pieces of one shard, worked on one after the other; ``lines`` and ``dead`` together are complete when ``finished``."""

    lines: dict[int, Lines] = field(default_factory=dict)
    dead: dict[int, tuple[str, str, int]] = field(default_factory=dict)
    """Position -> code, message, attempts."""
    failures: int = 0
    _todo: deque[_Piece] = field(default_factory=deque)
    _whole: tuple[int, ...] = ()
    _alone: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, indices: Sequence[int]) -> Recovery:
        """Everything at these positions is still to do."""
        made = cls(_whole=tuple(indices))
        if indices:
            made._todo.append(_Piece(made._whole))
        return made

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return not self._todo

    def next(self) -> tuple[int, ...]:
        """The positions to work on now. Stays the same until ``passed`` or ``failed`` is told."""
        piece = self._todo[0]
        if piece.suspect in self.lines and len(piece.indices) > 1:
            self._todo.popleft()
            half = len(piece.indices) // 2
            self._todo.extendleft([_Piece(piece.indices[half:]), _Piece(piece.indices[:half])])
        return self._todo[0].indices

    def passed(self) -> None:
        """All of the piece came back."""
        self._todo.popleft()

    def failed(self, code: str, message: str) -> None:
        """The piece was lost; what had come back of it stays, except that the first failure begins the shard anew."""
        piece = self._todo.popleft()
        self.failures += 1
        if self.failures == 1:
            self.lines.clear()
            self._todo.append(_Piece(self._whole))
            return
        left = tuple(i for i in piece.indices if i not in self.lines)
        if len(piece.indices) == 1 and left:
            self._single(left[0], code, message)
        elif left:
            if left[1:]:
                self._todo.appendleft(_Piece(left[1:], suspect=left[0]))
            self._todo.appendleft(_Piece(left[:1]))

    def _single(self, index: int, code: str, message: str) -> None:
        self._alone[index] = self._alone.get(index, 0) + (1 if self.failures >= ATTEMPTS else 0)
        needed = 1 if code == TIMEOUT else 2
        if self._alone[index] >= needed:
            self.dead[index] = (code, message, ATTEMPTS - 1 + needed)
        else:
            self._todo.appendleft(_Piece((index,)))
