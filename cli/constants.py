"""Names and numbers that the command needs before it loads the library."""

STDIN = "-"
MAX_BYTES = 10_000_000
"""The same as ``briefing.reading.raw.MAX_BYTES``; a test compares them."""
STORE_SUFFIXES = (".db", ".sqlite", ".sqlite3")


def is_store(name: str) -> bool:
    """Whether the suffix of a file name is that of a store of briefs."""
    return name.lower().endswith(STORE_SUFFIXES)
