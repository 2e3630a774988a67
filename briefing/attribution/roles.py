"""The second model, which finds the source and content that belong to one cue.

As in semantic role labelling, every token of a window is described by how it stands to the cue: the side and distance,
what the first model took it for, and what lies between the two: other possible cues, contents, sources, commas and
quotations. Its features are written as keys and templates like those of the first model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.attribution.candidates import Candidate
from briefing.attribution.chain import Marginals, marginals
from briefing.attribution.evidence import Between, Evidence, size
from briefing.attribution.features import Template
from briefing.attribution.tagger import Scorer
from briefing.attribution.view import View, steps
from briefing.attribution.weights import Weights

_MARKED = frozenset(("that", "to", '"', ",", ":", ".", "'", "for", "of", "as", "whether", "if", "in", "on", "by"))
_MARKED_BEFORE = frozenset(
    ('"', ",", ".", "'", "to", "was", "were", "be", "been", "is", "are", "of", "the", "a", "his", "her", "their")
)
_NEAR = frozenset("0123")


class RoleReader:
    """The second model at work."""

    def __init__(self, weights: Weights) -> None:
        self._transitions, self._scorer = weights.transitions, Scorer(weights, TEMPLATES)

    def read(self, evidence: Evidence, candidate: Candidate, least: float = 0.0) -> Marginals:
        """The label probabilities of the tokens of a candidate's window.

        There are none where the candidate is a cue with a probability below ``least``.
        """
        return marginals(self._scorer.scores(role_keys(evidence, candidate)), self._transitions, least)


def role_keys(evidence: Evidence, candidate: Candidate) -> Iterator[tuple[Any, ...]]:
    """One key for each of TEMPLATES for each token of a candidate's window, in order."""
    cue = _Cue(evidence, candidate)
    for at, between in enumerate(evidence.between(candidate), candidate.low):
        yield cue.keys(at, between)


class _Cue:
    """The properties of one candidate that go into the features of every token of its window."""

    def __init__(self, evidence: Evidence, candidate: Candidate) -> None:
        view, tags = evidence.view, evidence.tags
        self._evidence, self._view, self._candidate = evidence, view, candidate
        head = view.forms[candidate.head]
        following = view.words[candidate.end] if candidate.end < len(view) else "-"
        preceding = view.words[candidate.first - 1] if candidate.first else "-"
        after = following if following in _MARKED else tags[candidate.end] if candidate.end < len(view) else "-"
        before = preceding if preceding in _MARKED_BEFORE else tags[candidate.first - 1] if candidate.first else "-"
        self._lemma, self._level, self._size = head.lemma, head.level, size(candidate.probability)
        self._seen = (head.lemma, head.tag + head.level, after, before, self._size, head.fine)
        self._quotation = view.quotation[candidate.head]
        self._sentence, self._block = view.sentence[candidate.head], view.block[candidate.head]

    def keys(self, at: int, between: Between) -> tuple[Any, ...]:
        view, evidence, candidate = self._view, self._evidence, self._candidate
        tag, form, before = evidence.tags[at], view.forms[at], view.forms[at - 1 if at else 0]
        around, content, source, cue = evidence.base[at]
        after = view.words[at + 1] if at + 1 < len(view) else "-"
        if at < candidate.first:
            side, far, inside = "L", steps(candidate.first - at), None
        elif at >= candidate.end:
            side, far, inside = "R", steps(at - candidate.end + 1), None
        else:
            side, far, inside = "M", "0", _inside_key(view, candidate, at)
        contents, sources, cues, likely, commas, quotations = between
        quotation = view.quotation[at]
        state = view.state[at][0]
        if quotation >= 0 and quotation == self._quotation:
            state += "="
        place = self._place(at)
        return (
            (side, tag, contents, sources, self._seen),
            (side, tag, contents, sources, cues, likely, commas, place, state, quotations, far),
            (side, around, content, contents, source, sources, cue, self._size),
            (side, form.word, after),
            (side, before.word, tag, content),
            (side, form.tag, before.tag),
            (side, form.word, form.tag, far, self._level, form.level, self._lemma if far in _NEAR else ""),
            inside,
        )

    def _place(self, at: int) -> str:
        """Whether a token stands in the cue's sentence, before or after it, and in another block."""
        ahead = self._view.sentence[at] - self._sentence
        if ahead == 0:
            return "0"
        other = "b" if self._view.block[at] != self._block else ""
        return ("-" if ahead < 0 else "+") + ("1" if abs(ahead) == 1 else "2") + other


def _inside_key(view: View, candidate: Candidate, at: int) -> tuple[str, ...]:
    before = view.words[at - 1] if at else "-"
    after = view.forms[at + 1].tag if at + 1 < len(view) else ""
    form = view.forms[at]
    return form.word, f"{min(at - candidate.first, 5)}{min(candidate.end - at, 5)}", before, form.tag, after


def _seat(key: tuple[str, str, int, int, tuple[str, ...]]) -> list[str]:
    side, tag, contents, sources, (lemma, kind, after, before, likelihood, fine) = key
    seat = f"{side}{tag}{contents}{sources}"
    return [
        f"h{seat}{lemma}",
        f"i{seat}{kind}",
        f"l{seat}{after}",
        f"m{seat}{before}",
        f"n{seat}{likelihood}",
        f"o{seat}{fine}",
        f"s{seat}{after}{before}",
    ]


def _standing(key: tuple[Any, ...]) -> list[str]:
    side, tag, contents, sources, cues, likely, commas, place, state, quotations, far = key
    seat = f"{side}{tag}{contents}{sources}"
    return [
        f"a{seat}{cues}",
        f"b{seat}{place}{likely}",
        f"c{seat}{state}{quotations}",
        f"j{side}{far}{tag}",
        f"k{side}{commas}{tag}{place}{state}",
        f"r{side}{tag}{cues}{likely}{place}{state}",
    ]


def _opinion(key: tuple[Any, ...]) -> list[str]:
    side, around, content, contents, source, sources, cue, likelihood = key
    return [
        f"d{side}{around}",
        f"e{side}{content}{contents}",
        f"f{side}{source}{sources}",
        f"g{side}{cue}{likelihood}",
    ]


def _following(key: tuple[str, str, str]) -> list[str]:
    side, word, after = key
    return [f"t{side}{word}|{after}"]


def _preceding(key: tuple[str, str, str, str]) -> list[str]:
    side, before, tag, content = key
    return [f"u{side}{before}|{tag}{content}"]


def _kinds(key: tuple[str, str, str]) -> list[str]:
    side, kind, before = key
    return [f"v{side}{kind}|{before}"]


def _word(key: tuple[str, ...]) -> list[str]:
    side, word, kind, far, level, own, lemma = key
    return [
        f"p{side}{word}" + ("1" if far == "1" else ""),
        f"q{side}{kind}{far}",
        f"w{side}{lemma}|{word}" if far in _NEAR else "w",
        f"x{side}{level}{own}",
    ]


def _inside(key: tuple[str, ...] | None) -> list[str]:
    """The features of the tokens of the cue itself."""
    if key is None:
        return []
    word, place, before, tag, after = key
    return [f"M{word}", f"Ml{place}", f"Mp{before}|{word}", f"Mt{tag}|{after}"]


TEMPLATES: tuple[Template, ...] = (_seat, _standing, _opinion, _following, _preceding, _kinds, _word, _inside)
