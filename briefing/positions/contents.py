"""Features of a content that show which side its holder takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from briefing.model import Attribution
from briefing.positions.cues import find_sense
from briefing.positions.stance_lexicon import CLASSES, class_bit, classes_of, cue_word, tables
from briefing.positions.word_index import WordIndex

_NEGATION_REACH = 4  # words after a negation that it reverses
_COPULA_REACH = 6  # words after "is" in which its adjective or noun stands
_SUBJECT_REACH = 6  # words at the beginning, or before a verb, that are searched for its subject
_ASIDE = 6  # words after a subject that are searched for its verb
_GOOD, _BAD, _WRONG, _DANGER, _WORRY = (class_bit(name) for name in ("good", "bad", "wrong", "danger", "worry"))
_NOT, _BE, _WILL, _MIGHT, _HAVE = (class_bit(name) for name in ("not", "be", "will", "might", "have"))
_WE, _OBLIGE = class_bit("we"), class_bit("oblige")
_SIDES = {"good": _GOOD, "bad": _BAD, "wrong": _WRONG, "danger": _DANGER, "worry": _WORRY}
_IF, _ENOUGH, _LINK, _LINKER = (class_bit(name) for name in ("if", "enough", "link", "linker"))
_TOLERATE = class_bit("tolerate")
_STOPS = frozenset(".,;:?!")
_AUXILIARY = _BE | _WILL | _HAVE | _MIGHT | _OBLIGE
_PAIRS = frozenset({"sides", "countries", "parties", "leaders", "ministers", "officials", "allies", "governments"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_SUBJECTS = frozenset({"we", "i", "they", "he", "she", "it"})
_HAVE_TO = frozenset({"have", "has", "need", "needs", "ought", "got"})
_TURNED = _GOOD | _BAD
_TELLING = {
    name: class_bit(name)
    for name in (
        "good", "bad", "wrong", "danger", "worry", "hope", "need", "demand", "intend", "clear", "link", "allegation",
        "figure", "might", "will", "oblige", "not", "we", "they", "if",
    )
}  # fmt: skip
_COUNTED = ("good", "bad", "wrong", "danger", "worry", "not", "oblige")


def read_content(words: WordIndex, attribution: Attribution, own: Collection[str] = ()) -> list[str]:
    """The names of the features of a content, each once; ``own`` are lower-case words that name the holder."""
    numbers = words.numbers(attribution.content)
    lower = [words.lower[number] for number in numbers]
    classes = [words.classes[number] for number in numbers]
    turned = list(_turn(lower, classes))
    found = dict.fromkeys(_counted(turned))
    found.update(dict.fromkeys(_judged(turned)))
    found.update(dict.fromkeys(_embedded(lower, classes, own)))
    found.update(dict.fromkeys(_future(lower, turned, own)))
    found.update(dict.fromkeys(_obliged(lower, classes)))
    found.update(dict.fromkeys(_shape(lower, attribution)))
    return list(found)


def _turn(lower: Sequence[str], classes: Sequence[int]) -> Iterator[int]:
    """The word classes with negations applied: after one, good and bad are swapped, and a wrong becomes cleared."""
    left = 0
    for word, bits in zip(lower, classes, strict=True):
        if bits & _NOT:
            left = _NEGATION_REACH
        elif word in _STOPS:
            left = 0
        elif left:
            left -= 1
            if bits & _TURNED in (_GOOD, _BAD):
                bits ^= _TURNED
            if bits & _WRONG:
                bits = bits & ~_WRONG | _CLEARED
            if bits & _ENOUGH:
                bits |= _BAD
            if bits & _LINK:
                bits |= _CLEARED
            if bits & _TOLERATE:
                bits |= _REFUSED
        yield bits


_CLEARED, _REFUSED = 1 << len(CLASSES), 2 << len(CLASSES)


def _counted(turned: Sequence[int]) -> Iterator[str]:
    counts: dict[int, int] = {}
    for bits, times in Counter(turned).items():
        while bits:
            lowest = bits & -bits
            counts[lowest] = counts.get(lowest, 0) + times
            bits ^= lowest
    for name, bit in _TELLING.items():
        count = counts.get(bit, 0)
        if count:
            yield f"has {name}"
            if count > 1 and name in _COUNTED:
                yield f"much {name}"
    seen = _union(turned)
    if seen & _TURNED == _GOOD:
        yield "only good"
    if seen & _TURNED == _BAD:
        yield "only bad"
    if seen & _CLEARED:
        yield "not wrong"
    if seen & _REFUSED:
        yield "not tolerate"


def _judged(turned: Sequence[int]) -> Iterator[str]:
    """Judgements in the content: a form of "be", and within a few words a word that praises or blames."""
    left = 0
    for bits in turned:
        if left:
            yield from (f"is {name}" for name, bit in _SIDES.items() if bits & bit)
            if bits & _CLEARED:
                yield "is not wrong"
            left -= 1
        if bits & _BE:
            left = _COPULA_REACH
        elif bits & _LINKER:
            left = 0


def _embedded(lower: Sequence[str], classes: Sequence[int], own: Collection[str]) -> Iterator[str]:
    """What "we", "he" or the holder is said to do or feel in the content, by the table of cues: "we urge".

    A content that begins with a verb in the past tense leaves out its subject, which is the holder.
    """
    opening = next((word for word in lower if not word.endswith("ly")), "")
    if opening.endswith("ed"):
        found = _done(lower, classes, 0)
        if found:
            yield f"they {found}"
    for place, word in enumerate(lower):
        if word in _SUBJECTS or (place < _SUBJECT_REACH and (word in own or word in _PAIRS)):
            who = "we" if classes[place] & _WE else "they"
            found = _done(lower, classes, place + 1)
            if found:
                yield f"{who} {found}"


def _done(lower: Sequence[str], classes: Sequence[int], start: int) -> str | None:
    """The sense of the verb or adjective that follows a subject, after auxiliaries, adverbs and marks."""
    cues = tables().cues
    negated = ""
    for place in range(start, min(start + _ASIDE, len(lower))):
        word = lower[place]
        if classes[place] & _NOT:
            negated = "not "
        elif cue_word(word) in cues:
            found = find_sense(lower[place : place + 1], lower[place + 1 : place + 5])
            return f"{negated}{found[0].sense}" if found else None
        elif word[0].isalnum() and not classes[place] & _AUXILIARY and not word.endswith("ly"):
            return None
    return None


def _future(lower: Sequence[str], turned: Sequence[int], own: Collection[str]) -> Iterator[str]:
    """Statements about the future: who will do something, and whether it is good or bad."""
    seen = _union(turned)
    for place, bits in enumerate(turned):
        if bits & (_WILL | _MIGHT):
            mood = "will" if bits & _WILL else "might"
            subject = lower[max(0, place - _SUBJECT_REACH) : place]
            if any(classes_of(word) & _WE for word in subject[-2:]):
                yield f"we {mood}"
            elif any(word in own or word in _POSSESSIVES for word in subject) or not _SUBJECTS.isdisjoint(subject[-1:]):
                yield f"own {mood}"
            elif place <= _SUBJECT_REACH:
                yield f"other {mood}"
            yield from (f"{mood} {name}" for name, bit in _SIDES.items() if seen & bit)
            if seen & _IF:
                yield f"if {mood}"
            break


def _obliged(lower: Sequence[str], classes: Sequence[int]) -> Iterator[str]:
    """Whether somebody must do something: "must", "has to", "needs to be"."""
    for place, bits in enumerate(classes[:-1]):
        if bits & _OBLIGE or (lower[place + 1] == "to" and lower[place] in _HAVE_TO):
            before = lower[max(0, place - 2) : place]
            if "we" in before:
                yield "we must"
            elif not _SUBJECTS.isdisjoint(before):
                yield "they must"
            else:
                yield "soon must" if place <= _SUBJECT_REACH else "must"
            break


def _shape(lower: Sequence[str], attribution: Attribution) -> Iterator[str]:
    """The form of the content: its first word, how much of it is quoted, its length."""
    yield f"mode {attribution.mode}"
    if lower[:1] == ["to"]:
        yield "to do"
    if "?" in lower:
        yield "asks"
    if any(word[0].isdigit() for word in lower):
        yield "number"
    if len(lower) < 6:
        yield "short"
    if len(lower) > 30:
        yield "long"


def _union(classes: Sequence[int]) -> int:
    seen = 0
    for bits in classes:
        seen |= bits
    return seen
