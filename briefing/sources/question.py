"""The questions of an attribution: who is meant by this noun phrase of its source, or by an empty source?"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.entities.word_classes import collective_nouns, grammar, pronoun_gender
from briefing.model import Attribution
from briefing.sources.model import Phrase, Question, Role
from briefing.sources.scene import Scene

_AGENTS = ("er", "or", "ist", "ian", "eon", "ant", "man", "woman", "person", "ers", "ors", "ists", "ians", "year-old")
"""Endings of nouns for people."""
_SOMEBODY = "group the who"
"""The tag of a definite description of one person, who is named elsewhere ("the 31-year-old")."""
ORDER = {"former": 0, "latter": 1}
"""Words for one of two, with the index of the one that is meant."""
_PRONOUNS = {"he": "he", "she": "he", "they": "they", "it": "it", "we": "we", "i": "we", "you": "we"}


def ask(
    scene: Scene,
    phrase: Phrase | None,
    token: int,
    cue: Sequence[int],
    direct: bool,
    content: tuple[tuple[int, int], ...],
) -> Question:
    """The question about one phrase of a source (None: the source is empty) of an attribution."""
    if phrase is None:
        tag = f"{'direct' if direct else 'told'}{' cue' if cue else ''}"
        return Question("none", tag, scene.lower[cue[-1]] if cue else "", "u", None, token, cue, direct, content)
    table, gender = _table(scene, phrase)
    role = phrase.role
    if table in ("role", "name") and role is not None:
        table, gender, tag, head = table, role.gender, _role_tag(role, phrase), role.head
    elif all(is_share(word) for word in scene.lower[phrase.first : max(phrase.after, phrase.first + 1)]):
        table, tag, head = "group", "share", ""
    else:
        tag, head = _phrase_tag(phrase), phrase.head
        if tag == _SOMEBODY and not phrase.names and head not in ORDER:
            table = "role"
    return Question(table, tag, head, gender, phrase, token, cue, direct, content, _inner(scene, phrase))


def _role_tag(role: Role, phrase: Phrase) -> str:
    bare = phrase.owner is None and not role.bodies and phrase.first == role.token and not role.plural
    return f"{role.kind}{' bare' * bare}{' s' * role.plural}{' the' * phrase.definite}{' ex' * role.former}"


def _phrase_tag(phrase: Phrase) -> str:
    kind = collective_nouns().get(phrase.head, phrase.kind) if phrase.kind == "collective" else phrase.kind
    tag = f"{kind}{' the' * phrase.definite}{' s' * phrase.head.endswith('s')}"
    if phrase.kind == "group" and phrase.head.endswith(_AGENTS):
        tag += " who"
    return tag + " own" if phrase.owner is not None and phrase.owner < phrase.after else tag


def _inner(scene: Scene, phrase: Phrase) -> str:
    named = {token for name in phrase.names for token in range(name.first, name.end)}
    for token in range(phrase.first, phrase.stop):
        word = scene.lower[token]
        if word in collective_nouns() and word != phrase.head and token not in named:
            return word
    return ""


def is_share(word: str) -> bool:
    """Whether a word belongs to a number or a fraction ("40%", "three-quarters")."""
    return not any(map(str.isalpha, word)) or all(part in grammar("share") for part in word.split("-"))


def _table(scene: Scene, phrase: Phrase) -> tuple[str, str]:
    if phrase.person is not None:
        return "name", "u"
    if phrase.kind != "pronoun":
        return {"somebody": "role"}.get(phrase.kind, phrase.kind), "u"
    words = scene.lower[phrase.first : phrase.first + 3]
    if words[0] in grammar("quantifier"):
        return "they", "u"
    word = words[0]
    for kind, table in _PRONOUNS.items():
        if word in grammar(kind):
            return table, pronoun_gender(word)
    return "it", "u"


def place_of(attribution: Attribution) -> int:
    """The character offset at which the source of an attribution begins, or else its cue or its content."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0
