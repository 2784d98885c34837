"""``python -m tests.drive …``: the ``quotes`` command with the stub in place of the extractor."""

from __future__ import annotations

from quotes.cli import group
from tests.batch import STUB

if __name__ == "__main__":
    group.main(prog_name="quotes", obj={"extractor": STUB})
