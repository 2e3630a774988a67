"""Attribution: who says, believes, wants, promises or judges what, found by a trained network."""

from __future__ import annotations

from briefing.attribution.attributions import attribute, read_network, read_tokens

__all__ = ["attribute", "read_network", "read_tokens"]
