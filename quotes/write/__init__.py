"""Results -> records -> JSON lines."""

from quotes.write.lines import Lines, output
from quotes.write.records import Record, Stamp, article_record, error_record, record, records, rules_hash, stamp

__all__ = ["Lines", "Record", "Stamp", "article_record", "error_record", "output", "record", "records", "rules_hash", "stamp"]
