"""Several briefs as one output, part by part: what is done can be printed while the rest is still to come."""

from __future__ import annotations

from briefing.codec import error_to_json
from briefing.model import Brief
from briefing.rendering.annotation import Annotated
from briefing.rendering.explanation import Explanation
from briefing.rendering.layout import Layout
from briefing.rendering.output_formats import View, output_format


class Stream:
    """Renders several subjects part by part; each method returns the next text of the output, for the caller to write.

    An output without parts is empty, so that a single input that fails prints nothing.
    """

    def __init__(self, format: str, view: View = "brief", layout: Layout | None = None) -> None:
        self._layout = layout or Layout()
        self._format = output_format(format, view, self._layout)
        self._frame = self._format.many if self._layout.many else self._format.single
        self._begun = False

    def add(self, subject: Brief | Annotated | Explanation) -> str:
        """The text of the next part."""
        return self.place(self._format.show(subject, self._layout))

    def fail(self, source: str, kind: str, message: str) -> str:
        """The record of an input that failed among several; nothing in formats without such records."""
        if self._format.error is None or not self._layout.many:
            return ""
        return self.place(self._format.error(error_to_json(source, kind, message), self._layout))

    def end(self) -> str:
        """The text that closes the output; "" where no part was added."""
        return self._frame.after if self._begun else ""

    def resume(self) -> None:
        """Continue an output some parts of which were written by an earlier run."""
        self._begun = True

    def place(self, part: str) -> str:
        """The text of a part that is rendered already, by another process, say, in the same format and layout."""
        lead = self._frame.between if self._begun else self._frame.before
        self._begun = True
        return lead + part
