"""Salience: how much each sentence tells of the story, and which sentences to print."""

from __future__ import annotations

from briefing.salience.parts import find_parts
from briefing.salience.scoring import DEFAULT_QUOTE_WEIGHT, score_sentences
from briefing.salience.selection import select_sentences
from briefing.salience.worth import with_worth

__all__ = ["DEFAULT_QUOTE_WEIGHT", "find_parts", "score_sentences", "select_sentences", "with_worth"]
