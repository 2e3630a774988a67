"""The tokenizer: cuts prose into tokens, with their offsets in the text.

What is one token:

- a word with its inner hyphens, apostrophes, ampersands and underscores (``build-up``, ``O'Brien``, ``AT&T``),
  addresses and handles (``example.org/news``, ``@office``, ``#budget``);
- the clitics ``'s 're 've 'll 'd 'm`` and ``n't``, cut off their word (``Japan|'s``, ``do|n't``, ``ca|n't``); a
  possessive apostrophe alone (``ministers|'``) is a token of one mark;
- a number with its currency sign, separators, unit letters and per cent sign (``$1.13bn``, ``US$5m``, ``1,043``,
  ``3.5%``, ``10:30``, ``9/11``, ``'80s``);
- letters with a full stop each (``U.S.``, ``a.m.``, ``J.K.``, ``Ph.D.``, ``U.S.-led``, ``R-S.C.``), an initial (``J.``
  before a capital), and an abbreviation of the list with its full stop (``Mr.``, ``Inc.``), where the list calls it
  doubtful (``No.``, ``Mass.``) only if what follows shows that no sentence ends there; every other full stop is a
  token of its own;
- an ellipsis (``...``, ``…``, ``. . .``), a run of hyphens, of underscores, of ``!`` and ``?``, a doubled single
  quotation mark (``''``), and any other character alone: each quotation mark (but six and more in a row are one
  ornament), bracket, dash, sign or emoji.

White space and invisible characters outside words belong to no token; invisible characters inside a word are in its
span but not in its text.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.language.characters import APOSTROPHE, CURRENCY, DIGIT, INVISIBLE, LOWER, MARKS, SPACE, UPPER, word_class
from briefing.language.vocabulary import abbreviations
from briefing.model import Article, Block, Token

_PROSE = frozenset({"title", "subtitle", "heading", "paragraph", "list", "caption"})
_CLITIC = re.compile(rf"(?:n['’]t|['’](?:s|re|ve|ll|d|m))[{INVISIBLE}]*\Z", re.IGNORECASE)
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_GOES_ON = re.compile(f"[{SPACE}]*[{LOWER}{DIGIT},;:)]")


@cache
def word_pattern(word: str) -> re.Pattern[str]:
    """The pattern of one token; ``word`` is the class of word characters, as ``word_class`` returns it."""
    run = f"[{word}][{word}{INVISIBLE}]*"
    joined = (
        f"(?:[-\\u2010\\u2011{APOSTROPHE}&@_](?=[{word}])|(?<=[{DIGIT}])[.,:/](?=[{DIGIT}])"
        f"|\\.(?=[{LOWER}])|/(?=[{LOWER}{DIGIT}]))"
    )
    dashed = f"(?:[-\\u2010\\u2011]{run})*"
    return re.compile(
        "|".join(
            (
                r"[A-Za-z]+(?=[ ,\n])",  # the common case first, for speed
                rf"https?://[^{SPACE}<>\"“”]*[^{SPACE}<>\"“”.,;:!?)'’\]]",
                rf"(?:[A-Za-z]{{1,5}}-)?(?:[{UPPER}][{LOWER}]?\.|[{LOWER}]\.){{2,}}(?:[{UPPER}s](?![{word}]))?{dashed}",
                rf"[{UPPER}]\.[{UPPER}](?![{word}]){dashed}",
                rf"[A-HJ-Z\xc0-\xd6\xd8-\xde]\.(?=[{SPACE}]{{1,3}}[{UPPER}])",
                rf"['’‘][{DIGIT}]{{2}}s(?![{word}])|['’‘](?:em|tis|twas|cause|cos|til|bout)(?![{word}])|['’‘]n['’](?![{word}])",
                rf"(?<![{SPACE}])['’](?:s|re|ve|ll|d|m)(?![{word}])",
                rf"(?:(?:[A-Z]{{1,3}})?[{CURRENCY}](?=\.?[{DIGIT}])|[#@](?=[{word}]))?(?:(?<![{word})])\.(?=[{DIGIT}]))?"
                rf"{run}(?:{joined}{run})*(?:(?<=[{DIGIT}])%)?",
                rf"[{MARKS}]{{6,}}",
                r"\.(?:[ \xa0]\.){2,}|\.{2,}|-{2,}|_+|[!?]+|''|``",
                rf"[^{SPACE}{INVISIBLE}][{INVISIBLE}]*",
            )
        )
    )


def is_prose(block: Block) -> bool:
    """Whether a block holds sentences."""
    return block.kind in _PROSE


def tokenize(article: Article) -> tuple[list[Token], list[int]]:
    """The tokens of the article's prose in text order, and the index of the block of each."""
    tokens: list[Token] = []
    blocks: list[int] = []
    known: dict[str, str] = {}
    for index, block in enumerate(article.blocks):
        if is_prose(block):
            found = cut_tokens(article.masked, block.start, block.end, known)
            tokens += found
            blocks += [index] * len(found)
    return tokens, blocks


def cut_tokens(text: str, start: int, end: int, known: dict[str, str] | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``; equal words share a string, held in ``known``."""
    tokens: list[Token] = []
    once = ({} if known is None else known).setdefault
    for match in word_pattern(word_class(text, start, end)).finditer(text, start, end):
        word, (begin, at) = match.group(), match.span()
        if word == "." and tokens and tokens[-1].end == begin and _takes_full_stop(tokens[-1].text, text, at):
            tokens[-1] = Token(tokens[-1].start, at, f"{tokens[-1].text}.")
            continue
        clitic = _CLITIC.search(word, max(0, len(word) - 8)) if "'" in word or "’" in word else None
        if clitic and clitic.start():
            middle = begin + clitic.start()
            tokens += _token(begin, middle, word[: clitic.start()]), _token(middle, at, clitic.group())
        else:
            tokens.append(_token(begin, at, once(word, word)))
    return tokens


def _token(start: int, end: int, word: str) -> Token:
    return Token(start, end, word if word.isascii() else _HIDDEN.sub("", word))


def _takes_full_stop(word: str, text: str, after: int) -> bool:
    """Whether the full stop behind ``word`` belongs to it, as in an abbreviation; ``after`` is the offset after it."""
    kind = abbreviations().get(word.rpartition("-")[2])
    return kind is not None and (kind != "doubtful" or _GOES_ON.match(text, after) is not None)
