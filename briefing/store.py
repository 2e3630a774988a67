"""A store: briefs of any number of articles in one SQLite file that grows, with tables to query in SQL.

    with Store("news.db") as store:
        store.add(brief)
        for brief in store.briefs(Filter(since="2025-03-01", party="Ilhan Omar")):
            ...

Every brief that was added stays, however the program ends. The tables are described in ``data/store/schema.sql``.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from briefing.codec import to_json
from briefing.errors import SchemaError, StoreError
from briefing.model import Brief, Position
from briefing.resources import read_bytes

if TYPE_CHECKING:
    from briefing.digest.fingerprints import Fingerprint

VERSION = 1
_MAGIC = b"SQLite format 3\0"
_WORD = re.compile(r"\w+")
_TABLES = frozenset({"store", "compared"})
"""A table of the first schema and one of the latest: a file with both is up to date."""
_COMPARED = "LEFT JOIN compared ON compared.article = articles.id"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles are wanted: of the ISO dates ``since`` to ``until``, both included; of one of the ``outlets``,
    in any case; with a ``party`` of this name; with all the ``search`` words in title or text."""

    since: str | None = None
    until: str | None = None
    outlets: tuple[str, ...] = ()
    party: str | None = None
    search: str | None = None


class Store:
    """A store of briefs.

    Raises:
        StoreError: the file is not a store, is one of another version, or cannot be read or written; or it does not
            exist and ``create`` is False.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._path = str(path)
        if not create and not Path(path).is_file():
            raise StoreError(f"{self._path}: there is no such store; make it with brief batch -o {self._path}")
        try:
            self._base = sqlite3.connect(self._path, timeout=10, isolation_level=None)
            self._base.create_function("folded", 1, _folded, deterministic=True)
        except sqlite3.Error as error:
            raise self._error(error) from error
        try:
            self._open()
        except (sqlite3.Error, StoreError) as error:
            self._base.close()
            raise (error if isinstance(error, StoreError) else self._error(error)) from error

    def _open(self) -> None:
        self._base.execute("PRAGMA foreign_keys = ON")
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        tables = {name for (name,) in self._base.execute("SELECT name FROM sqlite_master")}
        if tables and "store" not in tables:
            raise StoreError(f"{self._path}: is a database, but no store; give another name")
        if not tables.issuperset(_TABLES):
            self._base.executescript(read_bytes("store/schema.sql").decode("utf-8"))
        if not tables:
            self._base.execute("INSERT INTO store VALUES (?)", (VERSION,))
        (version,) = self._base.execute("SELECT version FROM store").fetchone()
        if version != VERSION:
            raise StoreError(f"{self._path}: is a store of version {version}, and this is for {VERSION}; make it anew")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be read or added after."""
        self._base.close()

    def __len__(self) -> int:
        (count,) = self._base.execute("SELECT count(*) FROM articles").fetchone()
        return int(count)

    def has(self, source: str, made_of: bytes) -> bool:
        """Whether it has a brief of this source with the same ``made_of``: a digest of input, options and version."""
        row = self._base.execute("SELECT made_of FROM articles WHERE source = ?", (source,)).fetchone()
        return row is not None and row[0] == made_of

    def add(self, brief: Brief, made_of: bytes | None = None) -> None:
        """Add a brief, replacing an earlier one of the same source; ``made_of`` is what ``has`` compares."""
        try:
            self._base.execute("BEGIN IMMEDIATE")
            try:
                self._insert(brief, made_of)
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._error(error) from error

    def _insert(self, brief: Brief, made_of: bytes | None) -> None:
        article = brief.article
        text = _plain(article.text)
        record = to_json(brief if text != article.text else replace(brief, article=replace(article, text=None)))
        about = (article.title, article.outlet, article.url, article.date, article.language)
        size = (article.words, article.sentences, article.sha256, text)
        brief_text = json.dumps(record, separators=(",", ":"))  # ASCII, so that even lone surrogates can be stored
        self._base.execute("DELETE FROM articles WHERE source = ?", _row(article.source))
        row = self._base.execute(
            "INSERT INTO articles (article, source, made_of, title, outlet, url, date, language, words, sentences,"
            " sha256, text, brief) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _row(article.id, article.source, made_of, *about, *size, brief_text),
        ).lastrowid
        for table, rows in _tables(brief).items():
            if rows:
                places = ", ".join("?" * (1 + len(rows[0])))
                values = [(row, *_row(*each)) for each in rows]
                self._base.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", values)
        from briefing.digest.fingerprints import fingerprint, keep

        self._base.execute("INSERT INTO compared VALUES (?, ?, ?, ?, ?)", (row, *_row(*keep(fingerprint(brief)))))

    def briefs(self, wanted: Filter | None = None) -> Iterator[Brief]:
        """The briefs wanted, in the order in which they were added."""
        from briefing.schemas.reading import read_stored  # imports msgspec, which adding does not need

        where, values = _where(wanted or Filter())
        try:
            for text, brief in self._base.execute(f"SELECT text, brief FROM articles{where} ORDER BY id", values):
                yield _with_text(read_stored(brief), text)
        except (sqlite3.Error, SchemaError) as error:
            raise self._error(error) from error

    def held(self, party: str, wanted: Filter | None = None) -> Iterator[tuple[Brief, Fingerprint]]:
        """The briefs wanted that name a party, each with only the positions of parties of that name.

        With each comes the fingerprint of its article, so that ``Digester.add`` need not analyse the whole text.
        """
        from briefing.digest.fingerprints import KeptFingerprint, fingerprint, restore
        from briefing.digest.terms import lower_words
        from briefing.schemas.reading import read_stored

        where, values = _where(replace(wanted or Filter(), party=party))
        words = set(lower_words(party))
        row = f"SELECT text, brief, terms, weights, shingles, every FROM articles {_COMPARED}{where} ORDER BY id"
        try:
            for text, brief, *kept in self._base.execute(row, values):
                found = _with_text(read_stored(brief, lambda name: words.issubset(lower_words(name))), text)
                if found.positions:
                    known = kept[0] is not None
                    day = found.article.date
                    yield found, restore(KeptFingerprint(*kept), day) if known else fingerprint(found)
        except (sqlite3.Error, SchemaError, ValueError) as error:
            raise self._error(error) from error

    def _error(self, error: Exception) -> StoreError:
        return StoreError(
            f"{self._path}: cannot be used as a store ({error}); check the file, its rights and the space"
        )


def _with_text(brief: Brief, text: str | None) -> Brief:
    article = brief.article
    return brief if article.text is not None else replace(brief, article=replace(article, text=text))


def is_database(path: str | Path) -> bool:
    """Whether a file begins like an SQLite database, whatever its name; False if it cannot be opened."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


def _tables(brief: Brief) -> dict[str, list[tuple[object, ...]]]:
    """The rows of a brief for each table, without their first column, the row id of the article."""
    parties, positions = brief.parties, brief.positions
    return {
        "parties": [(each.name, each.kind, each.mentions) for each in parties],
        "names": [(name, each.name) for each in parties for name in (each.name, *each.aliases)],
        "positions": [_columns(each) for each in positions],
        "holders": [(each.id, party) for each in positions for party in each.parties],
        "speakers": [(each.id, *speaker) for each in positions for speaker in each.speakers],
        "quotations": [(each.id, one.start, one.end, one.shown) for each in positions for one in each.quotes],
    }


def _row(*values: object) -> tuple[object, ...]:
    """Values as SQLite can keep them."""
    return tuple(_plain(value) if isinstance(value, str) else value for value in values)


def _plain(text: str | None) -> str | None:
    """A text without lone surrogates, which are no characters."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


def _columns(each: Position) -> tuple[object, ...]:
    cue = " ".join(piece.shown for piece in each.cue)
    content = " … ".join(piece.shown for piece in each.content)
    start, stop = (each.content[0].start, each.content[-1].end) if each.content else (0, 0)
    place = (start, stop, each.sentence, each.score, each.key, each.same_as)
    return each.id, each.stance, each.mode, cue, content, *place


def _folded(text: str | None) -> str | None:
    """A text as it is compared whatever the case of its letters; SQLite's own ``lower`` knows those of ASCII only."""
    return None if text is None else text.casefold()


def _where(wanted: Filter) -> tuple[str, list[str]]:
    """The ``WHERE`` clause of a filter ("" if it lets all pass) and the values of its placeholders."""
    conditions, values = [], []
    for day, sign in ((wanted.since, ">="), (wanted.until, "<=")):
        if day is not None:
            conditions.append(f"date {sign} ?")
            values.append(day)
    if wanted.outlets:
        conditions.append(f"folded(outlet) IN ({', '.join('?' * len(wanted.outlets))})")
        values += [outlet.casefold() for outlet in wanted.outlets]
    if wanted.party is not None:
        words = _WORD.findall(wanted.party)
        holds = " AND ".join(["instr(folded(name), ?)"] * len(words)) or "0"
        conditions.append(f"id IN (SELECT article FROM names WHERE name = ? OR ({holds}))")
        values += [wanted.party, *(word.casefold() for word in words)]
    if wanted.search is not None:
        conditions.append("id IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(" ".join(f'"{word}"' for word in _WORD.findall(wanted.search)) or '""')
    return (f" WHERE {' AND '.join(conditions)}" if conditions else ""), values
