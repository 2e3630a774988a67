"""Positions: attributions filed under their parties with a stance, ranked, and the ties that they show."""

from briefing.positions.extraction import take_positions
from briefing.positions.ranking import rank_positions
from briefing.positions.relations import relate

__all__ = ["rank_positions", "relate", "take_positions"]
