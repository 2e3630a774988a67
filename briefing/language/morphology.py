"""English inflection: from a word form to the bases that it may have, and from a base to its forms.

Regular forms are built and reduced by rule, without a dictionary, so that some results are not words: the caller looks
them up in a list of its own. Irregular forms are in one table, ``language/irregular.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from briefing.resources import read_rows

_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ies", ("y",)),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("e", "")),
    ("ing", ("e", "")),
    ("ly", ("",)),
)


@cache
def irregular_bases() -> Mapping[str, str]:
    """The base of each irregular form ("said": "say").

    >>> irregular_bases()["sought"]
    'seek'
    """
    return {form: base for form, base, *_ in read_rows("language/irregular.tsv")}


@cache
def _irregular_participles() -> Mapping[str, str]:
    return {base: form for form, base, *kind in read_rows("language/irregular.tsv") if kind}


@cache
def _participles() -> frozenset[str]:
    return frozenset(_irregular_participles().values())


def base_forms(word: str) -> Iterator[str]:
    """The word itself and the bases that it may be a form of, most likely first; some are no words.

    Args:
        word: a word form in lower case.

    >>> list(base_forms("denied")), list(base_forms("planning")), list(base_forms("sought"))
    (['denied', 'deny', 'denie', 'deni'], ['planning', 'planne', 'plann', 'plan'], ['sought', 'seek'])
    """
    yield word
    if word in (irregular := irregular_bases()):
        yield irregular[word]
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield from (stem + replacement for replacement in replacements)
            if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def plain_bases(word: str) -> Iterator[str]:
    """The bases of a form in -ing, -s or -ed whose stem does not change: no doubled letter, no y for i.

    >>> list(plain_bases("opened")), list(plain_bases("closing")), list(plain_bases("open"))
    (['opene', 'open'], ['clos', 'close'], [])
    """
    if word.endswith("ing"):
        yield from (word[:-3], word[:-3] + "e")
    elif word.endswith("s"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    elif word.endswith("ed"):
        yield from (word[:-1], word[:-2])


def inflections(word: str) -> tuple[str, ...]:
    """A verb or noun and all its regular forms; some are no words.

    >>> inflections("deny")
    ('deny', 'denies', 'denied', 'dening', 'denys', 'denyed', 'denying', 'denyyed', 'denyying')
    """
    short = word[:-1] if word[-1] in "ey" else word
    ending = "i" if word[-1] == "y" else ""
    regular = (f"{short}{ending}es", f"{short}{ending}ed", f"{short}ing", f"{word}s", f"{word}ed", f"{word}ing")
    return (word, *regular, f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")


def past_participle(verb: str) -> str:
    """The past participle of a verb in its base form, where it is irregular or takes -ed or -d.

    >>> past_participle("forbid"), past_participle("accuse"), past_participle("warn")
    ('forbidden', 'accused', 'warned')
    """
    irregular = _irregular_participles().get(verb)
    return irregular or (f"{verb}d" if verb.endswith("e") else f"{verb}ed")


def is_participle(word: str) -> bool:
    """Whether a word in lower case has the form of a participle: in -ing or -ed, or irregular.

    >>> is_participle("seen"), is_participle("handed"), is_participle("saw")
    (True, True, False)
    """
    return word.endswith(("ing", "ed")) or word in _participles()


def plural(noun: str) -> str:
    """The regular plural of a noun in lower case; of a phrase with "of", that of the noun before it.

    >>> plural("ministry"), plural("chairwoman"), plural("head of state")
    ('ministries', 'chairwomen', 'heads of state')
    """
    head, of, rest = noun.partition(" of ")
    if head.endswith("man") and head != "german":
        made = head[:-3] + "men"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        made = head[:-1] + "ies"
    elif head.endswith(("s", "sh", "ch", "x")):
        made = head + "es"
    else:
        made = head + "s"
    return made + of + rest


def without_plural(word: str) -> str:
    """A word of four letters or more without the -s of a regular plural.

    >>> without_plural("ports"), without_plural("crisis"), without_plural("gas")
    ('port', 'crisis', 'gas')
    """
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word
