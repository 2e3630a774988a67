"""From a brief to text: for a terminal, a pipe, a page, a sheet or a program.

``render`` shows briefs at once, ``Stream`` one by one. Nothing here prints, reads the environment or opens a file.
"""

from briefing.rendering.annotation import Annotated, annotated
from briefing.rendering.explanation import ExplainedSentence, Explanation, explanation
from briefing.rendering.layout import Layout
from briefing.rendering.output_formats import FORMATS, SUFFIXES, View
from briefing.rendering.rendering import render
from briefing.rendering.stream import Stream

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Annotated",
    "ExplainedSentence",
    "Explanation",
    "Layout",
    "Stream",
    "View",
    "annotated",
    "explanation",
    "render",
]
