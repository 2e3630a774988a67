"""Attribution: who says, believes, wants, promises or judges what, found by two trained models."""

from __future__ import annotations

from briefing.attribution.attributions import attribute

__all__ = ["attribute"]
