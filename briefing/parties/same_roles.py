"""Whether two roles may be those of one person."""

from __future__ import annotations

from functools import cache

from briefing.resources import read_rows
from briefing.sources.model import Role

LEGISLATORS = frozenset(
    {"lawmaker", "politician", "legislator", "congressman", "congresswoman", "republican", "democrat"}
)


def same_role(asked: Role, known: Role) -> bool:
    """Whether a description with one role may refer to somebody with another ("the minister" to a prime minister)."""
    if asked.shadow != known.shadow:
        return False
    head, other = (_same_heads().get(each.head, each.head) for each in (asked, known))
    if head == other or other.endswith(" " + head) or head.endswith(" " + other):
        return True
    if asked.head in LEGISLATORS:
        executive = known.head in {"mayor", "governor", "nominee"}
        return known.kind == "politician" and not executive
    if asked.head == "judge":
        return known.kind == "judge"
    return asked.head == "official" and known.kind in ("office", "spokes")


@cache
def _same_heads() -> dict[str, str]:
    """The role noun that stands for all nouns of the same office, by each of the others."""
    return {other: noun for noun, others in read_rows("parties/same_roles.tsv") for other in others.split(";")}
