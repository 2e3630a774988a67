"""The names and numbers that mean something to the command; they must be known before the library is loaded."""

STDIN = "-"
MAX_BYTES = 10_000_000
"""The same as ``briefing.reading.raw.MAX_BYTES``; a test holds them together."""
