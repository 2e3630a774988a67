"""Whatever stands on standard input, the command gives a brief or one clean line, never a fault."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.codec import from_json

if TYPE_CHECKING:
    from tests.cli.conftest import Run

PARTS = (
    *("“", "”", '"', "‘", "’", "'", "(", ")", "- ", "# ", "* ", "> ", "\n", "\n\n", "\r\n", "\t", "\x1b[31m", "\u202e"),
    *("The minister ", "said ", "that ", "he ", "denied ", "the plan", "NATO ", "warned of ", "according to ", "U.S. "),
    *(". ", ", ", ": ", "? ", "LONDON (Reuters) - ", "By Ann Lee", "2024-03-08", "…", "\x00", "\u200b", "日本は"),
)
articles = st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=40).map("".join)


@given(data=articles.map(str.encode) | st.binary(max_size=60))
@example(data=b"\xff\xfe\x00")
@example(data=b"\xed\xa0\x80 said")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_give_a_brief_or_a_clean_error(run: Run, data: bytes) -> None:
    result = run("summarize", "-", "-f", "json", "--quiet", stdin=data)

    if result.status == 0:
        brief = from_json(json.loads(result.out))
        assert brief.summary or not brief.article.sentences
        assert result.err == ""
    else:
        assert (result.status, result.out) == (1, "")
        assert result.err.startswith("brief: error: standard input")
        assert result.err.count("\n") == 1
        assert "a fault in brief" not in result.err
