"""A digest in every format, of a brief with whatever a brief may hold."""

from __future__ import annotations

import pytest

from briefing.digest import digest_briefs
from briefing.model import Brief
from briefing.rendering.digest import DIGEST_FORMATS, render_digest


@pytest.mark.parametrize("format", DIGEST_FORMATS)
def test_who_speaks_without_a_role_is_shown_by_name(ferry: Brief, format: str) -> None:
    assert "Jon Arnarson" in render_digest(digest_briefs([ferry]), format)
