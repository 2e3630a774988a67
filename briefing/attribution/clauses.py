"""What a reader adds to the words of one attribution: conditions, antecedents, and whose view a text tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.attribution.assembly import Found, runs
from briefing.attribution.lexicon import LIKELY, shipped
from briefing.attribution.view import OPENING, View
from briefing.model import Document, Token
from briefing.resources import read_words

_CONDITIONS = frozenset({"if", "unless"})
_OBJECTS = frozenset({"which", "whom"})
_THINGS = frozenset({"it", "them", "him", "her", "this", "that"})
_BEFORE_PHRASE = frozenset(
    {"following", "after", "amid", "despite", "over", "since", "during", "with", "by", "against"}
)
_VERBS = ("VBD", "VBZ", "VBP", "VBN/VBD", "MD")
_LONGEST = 25
"""Tokens of a phrase that a relative clause is about."""


def with_conditions(document: Document, kept: Sequence[Found]) -> list[Found]:
    """A condition at the head of a sentence is part of what is said: "If the wall goes, engineers warn of floods"."""
    return _with(_condition, document, kept)


def with_antecedents(document: Document, kept: Sequence[Found]) -> list[Found]:
    """What a relative clause judges is part of the judgement: "a massing of troops, which Ruritania calls a threat"."""
    return _with(_antecedent, document, kept)


def with_judgements(document: Document, kept: Sequence[Found]) -> list[Found]:
    """What somebody calls what they judge is part of the judgement: "slammed the plan, calling it a farce"."""
    made: list[Found] = []
    for each in kept:
        if made and _judges_again(document.tokens, made[-1], each):
            last = made[-1]
            made[-1] = replace(last, cue=(*last.cue, *each.cue), content=(*last.content, *each.content))
        else:
            made.append(each)
    return made


def _judges_again(tokens: Sequence[Token], last: Found, each: Found) -> bool:
    """Whether an attribution goes on with the one before it, after a comma, by "calling it" or the like."""
    if not (last.cue and each.cue) or not last.cue[-1] < last.content[0] <= last.content[-1] == each.cue[0] - 2:
        return False
    cue = [tokens[at].text.lower() for at in each.cue]
    about = [*cue[1:], tokens[each.content[0]].text.lower()]
    opens = tokens[each.cue[0] - 1].text == "," and cue[0] in read_words("attribution/calling.txt")
    return opens and each.source in ((), last.source) and not _THINGS.isdisjoint(about)


def with_quoted_verbs(view: View, kept: Iterable[Found]) -> Iterator[Found]:
    """Whose view a text tells in words of its own holds it: The two "strongly opposed the plan", a statement said.

    The subject right before a quotation that begins with a likely cue goes from the content to the source.
    """
    texts = read_words("parties/documents.txt")
    for each in kept:
        subjects: set[int] = set()
        if any(view.words[end - 1] in texts for _, end in runs(each.source)):
            subjects.update(at for opening in each.content for at in _subject(view, each.content, opening))
        if subjects:
            content = tuple(at for at in each.content if at not in subjects)
            yield replace(each, source=tuple(sorted((*subjects, *each.source))), content=content)
        else:
            yield each


def _subject(view: View, content: Sequence[int], opening: int) -> Sequence[int]:
    """The words of a content, back to a mark, before a quotation that opens with a cue; none if one is a verb."""
    if view.place[opening] != OPENING or opening == content[-1]:
        return ()
    verb = opening + 1 + view.words[opening + 1].endswith("ly")
    if verb > content[-1] or view.levels[verb] < LIKELY or not view.forms[verb].tag.startswith(_VERBS):
        return ()
    first = opening
    while first - 1 in content and view.words[first - 1][0].isalnum():
        first -= 1
    return () if any(view.forms[at].tag.startswith(_VERBS) for at in range(first, opening)) else range(first, opening)


def _with(find: Callable[[Document, Found], Sequence[int]], document: Document, kept: Sequence[Found]) -> list[Found]:
    """Add to each content what is found for it, unless it belongs to another attribution."""
    taken = {at for each in kept for role in (each.source, each.cue, each.content) for at in role}
    made = []
    for each in kept:
        more = find(document, each)
        free = bool(more) and taken.isdisjoint(more)
        made.append(replace(each, content=(*more, *each.content)) if free else each)
        taken.update(more if free else ())
    return made


def _condition(document: Document, each: Found) -> Sequence[int]:
    """The tokens of a condition that ends by a comma right before the source, if cue and content follow it."""
    if not (each.source and each.cue) or not each.source[-1] < each.cue[0] < each.content[0]:
        return ()
    comma = each.source[0] - 1
    place = bisect_right(document.sentences, each.source[0], key=lambda sentence: sentence.first_token) - 1
    first = document.sentences[place].first_token
    opens = first < comma and document.tokens[first].text.lower() in _CONDITIONS
    return range(first, comma) if opens and document.tokens[comma].text == "," else ()


def _antecedent(document: Document, each: Found) -> Sequence[int]:
    """The tokens of the phrase before ", which" and a source, back to a mark or a preposition of circumstance."""
    tokens = document.tokens
    if not (each.source and each.cue) or not each.source[-1] < each.cue[0] < each.content[-1]:
        return ()
    relative = each.source[0] if tokens[each.source[0]].text.lower() in _OBJECTS else each.source[0] - 1
    comma = relative - 1
    if comma < 1 or tokens[relative].text.lower() not in _OBJECTS or tokens[comma].text != ",":
        return ()
    judging = read_words("attribution/judging_cues.txt")
    if each.source[-1] == relative or judging.isdisjoint(tokens[at].text.lower() for at in each.cue):
        return ()
    first = comma
    while comma - first < _LONGEST and _goes_back(tokens, first):
        first -= 1
    return range(first, comma)


def _goes_back(tokens: Sequence[Token], first: int) -> bool:
    """Whether a noun phrase that begins at a token may begin before it: not after a mark, a preposition or a verb."""
    word = tokens[first - 1].text if first else ","
    verb = shipped().form(word).tag.startswith(_VERBS)
    return word[-1].isalnum() and word.lower() not in _BEFORE_PHRASE and not verb
