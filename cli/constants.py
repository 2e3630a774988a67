"""Names and numbers that the command needs before it loads the library."""

STDIN = "-"
MAX_BYTES = 10_000_000
"""The same as ``briefing.reading.raw.MAX_BYTES``; a test holds them together."""
STORE_SUFFIXES = (".db", ".sqlite", ".sqlite3")


def is_store(name: str) -> bool:
    """Whether a file of this name is a store of briefs."""
    return name.lower().endswith(STORE_SUFFIXES)
