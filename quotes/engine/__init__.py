"""A million articles: at-least-once execution, exactly-once committed output, whatever the engine."""

from quotes.engine.run import Progress, Summary, retry, run
from quotes.engine.settings import RunOptions

__all__ = ["Progress", "RunOptions", "Summary", "retry", "run"]
