"""Positions: attributions with their holders and a stance, ranked, and the relations of parties that they show."""

from briefing.positions.extraction import take_positions
from briefing.positions.ranking import rank_positions
from briefing.positions.relations import relate

__all__ = ["rank_positions", "relate", "take_positions"]
