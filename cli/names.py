"""The names that mean something to the command."""

STDIN = "-"
