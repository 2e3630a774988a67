"""The names and numbers that mean something to the command; they must be known before the library is loaded."""

STDIN = "-"
MAX_BYTES = 10_000_000
"""The same as ``briefing.reading.raw.MAX_BYTES``; a test holds them together."""
STORE_SUFFIXES = (".db", ".sqlite", ".sqlite3")


def is_store(name: str) -> bool:
    """Whether a file of this name is a store of briefs."""
    return name.lower().endswith(STORE_SUFFIXES)
