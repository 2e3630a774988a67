"""Rules that add to a content what belongs to it but stands elsewhere in the sentence, like a condition before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from briefing.attribution.assembly import Found, claimed, runs
from briefing.language.vocabulary import cue_forms
from briefing.network.view import OUT, View
from briefing.resources import read_words

_CONDITIONS = frozenset({"if", "unless"})
_OBJECTS = frozenset({"which", "whom"})
_THINGS = frozenset({"it", "them", "him", "her", "this", "that"})
_BEFORE_PHRASE = frozenset(
    {"following", "after", "amid", "despite", "over", "since", "during", "with", "by", "against"}
)
_VERBS = ("VBD", "VBZ", "VBP", "VBN/VBD", "MD")
_PERFECT = frozenset({"has", "have", "had", "also", "since"})
_OBJECT = 10
"""The most tokens of an object that is judged."""
_SHORTEST = 2
"""The comma that ends a condition may stand within a source only if more tokens than this precede the source."""
_LONGEST = 25
"""The most tokens of the antecedent of a relative clause."""


def with_conditions(view: View, kept: Sequence[Found]) -> list[Found]:
    """A condition at the head of a sentence is part of what is said: "If the wall goes, engineers warn of floods"."""
    return _with(_condition, view, kept)


def with_antecedents(view: View, kept: Sequence[Found]) -> list[Found]:
    """What a relative clause judges is part of the judgement: "a massing of troops, which Ruritania calls a threat"."""
    return _with(_antecedent, view, kept)


def with_judgements(view: View, kept: Sequence[Found]) -> list[Found]:
    """A judgement and the name then given to its object are one attribution: "slammed the plan, calling it a farce"."""
    taken = claimed(kept)
    made: list[Found] = []
    for each in kept:
        if made and _judges_again(view, made[-1], each):
            last = made[-1]
            made[-1] = replace(last, cue=(*last.cue, *each.cue), content=(*last.content, *each.content))
        else:
            verb, judged = _judged_unseen(view, each, taken)
            made.append(replace(each, cue=(*verb, *each.cue), content=(*judged, *each.content)) if judged else each)
    return made


def _judged_unseen(view: View, each: Found, taken: Set[int]) -> tuple[range, range]:
    """The tokens of a verb and its object that were not found, before a cue that names the object ("calling them").

    In "she slammed the plan, calling it a farce" these are "slammed" and "the plan"; else both ranges are empty.
    """
    nothing = range(0), range(0)
    if not (each.source and each.cue) or not each.source[-1] + 1 < each.cue[0] - 1 < each.content[0]:
        return nothing
    if (
        view.words[each.cue[0]] not in read_words("attribution/calling.txt")
        or view.words[each.content[0]] not in _THINGS
    ):
        return nothing
    verb, comma = each.source[-1] + 1, each.cue[0] - 1
    while verb < comma and view.words[verb] in _PERFECT:
        verb += 1
    between = range(each.source[-1] + 1, comma)
    plain = all(view.place[at] == OUT and view.words[at][0].isalnum() and at not in taken for at in between)
    if not plain or view.words[comma] != "," or not verb + 1 < comma <= verb + 1 + _OBJECT:
        return nothing
    if view.words[verb] not in cue_forms() or any(_is_verb(view, at) for at in range(verb + 1, comma)):
        return nothing
    return range(verb, verb + 1), range(verb + 1, comma)


def _judges_again(view: View, last: Found, each: Found) -> bool:
    """Whether an attribution, after a comma, gives a name ("calling it") to the thing that the last one judges."""
    if not (last.cue and each.cue) or not last.cue[-1] < last.content[0] <= last.content[-1] == each.cue[0] - 2:
        return False
    cue = [view.words[at] for at in each.cue]
    about = [*cue[1:], view.words[each.content[0]]]
    opens = view.words[each.cue[0] - 1] == "," and cue[0] in read_words("attribution/calling.txt")
    clause = any(_is_verb(view, at) for at in last.content)
    return opens and not clause and each.source in ((), last.source) and not _THINGS.isdisjoint(about)


def _is_verb(view: View, at: int) -> bool:
    return view.forms[at].tag.startswith(_VERBS)


def _with(find: Callable[[View, Found], Sequence[int]], view: View, kept: Sequence[Found]) -> list[Found]:
    """Put the tokens that ``find`` gives for an attribution before its content, unless another one claims them."""
    taken = claimed(kept)
    made = []
    for each in kept:
        more, own = find(view, each), {*each.source, *each.content}
        if more and all(at in own or at not in taken for at in more):
            source, content = (tuple(at for at in role if at not in more) for role in (each.source, each.content))
            made.append(replace(each, source=source, content=(*more, *content)))
            taken.update(more)
        else:
            made.append(each)
    return made


def _condition(view: View, each: Found) -> Sequence[int]:
    """The tokens of a condition that ends with a comma right before a source, if cue and content follow the source.

    The comma may stand in what was taken for the source: "If it attacks its neighbour, NATO and the EU warned of war".
    """
    if not (each.source and each.cue) or not each.source[-1] < each.cue[0] < each.content[0]:
        return ()
    source, end = runs(each.source)[-1]
    first, comma = int(view.first[source]), source - 1
    if source > first + _SHORTEST and "," not in view.words[first:source]:
        comma = next((at for at in range(source, end - 1) if view.words[at] == ","), comma)
    opens = first < comma and view.words[first] in _CONDITIONS
    return range(first, comma) if opens and view.words[comma] == "," else ()


def _antecedent(view: View, each: Found) -> Sequence[int]:
    """The tokens of the phrase before ", which" and a source, back to a mark, a verb or a preposition like "amid"."""
    words = view.words
    if not (each.source and each.cue) or not each.source[-1] < each.cue[0] < each.content[-1]:
        return ()
    relative = each.source[0] if words[each.source[0]] in _OBJECTS else each.source[0] - 1
    comma = relative - 1
    if comma < 1 or words[relative] not in _OBJECTS or words[comma] != ",":
        return ()
    judging = read_words("attribution/judging_cues.txt")
    if each.source[-1] == relative or judging.isdisjoint(words[at] for at in each.cue):
        return ()
    first = comma
    while comma - first < _LONGEST and _goes_back(view, first):
        first -= 1
    return range(first, comma)


def _goes_back(view: View, first: int) -> bool:
    """Whether a noun phrase may begin before the token ``first``: not if a mark, preposition or verb precedes it."""
    last = first - 1
    if last < 0 or not view.document.tokens[last].text[-1].isalnum():
        return False
    return view.words[last] not in _BEFORE_PHRASE and not _is_verb(view, last)
