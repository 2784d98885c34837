"""One family of exceptions; each says where the fault is and what to type next. The exit code is the command line's."""

from __future__ import annotations


class QuotesError(Exception):
    """Base of everything this package raises on purpose."""

    exit_code = 1


class UsageError(QuotesError):
    """A wrong option, path or configuration."""

    exit_code = 2


class InputError(QuotesError):
    """An input that cannot be read as articles. ``code`` is stable for machines, ``line`` counts from 1."""

    def __init__(self, message: str, *, code: str, source: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.source = source
        self.line = line


class RuleError(UsageError):
    """Faults in rule files; ``faults`` lists all of them as ``file: rule id: what``."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class ModelError(QuotesError):
    """A model file is missing or does not match its checksum."""

    exit_code = 4


class EngineError(QuotesError):
    """Workers cannot be started or reached."""

    exit_code = 2


class OutputError(QuotesError):
    """The output is locked, full or cannot be written."""

    exit_code = 5


class ErrorBudgetSpent(QuotesError):
    """More articles failed than ``--max-errors`` allows."""

    exit_code = 3


class LimitError(QuotesError):
    """An article exceeds a limit; ``code`` names which."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code
