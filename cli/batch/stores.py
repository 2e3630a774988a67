"""Saves results in a store; briefs that are there already, made from the same bytes and options, are not made again."""

from __future__ import annotations

import json

from briefing.codec import from_json
from briefing.errors import StoreError
from briefing.reading.raw import Raw
from briefing.store import Store
from cli.batch.sinks import Ticket, key_of
from cli.batch.work import Outcome
from cli.errors import OutputError, UsageError


class StoreSink:
    """Adds each brief as it comes; a run that is killed loses none of those."""

    def __init__(self, path: str, fingerprint: bytes, force: bool) -> None:
        self._fingerprint, self._force = fingerprint, force
        try:
            self._store = Store(path)
        except StoreError as error:
            raise UsageError(f"--output: {error}") from error

    def plan(self, raw: Raw) -> Ticket | Outcome:
        ticket = Ticket(raw.source, key_of(raw, self._fingerprint))
        if not self._force and not raw.fault and self._store.has(*ticket):
            return Outcome("")
        return ticket

    def put(self, ticket: Ticket, raw: Raw, outcome: Outcome) -> None:
        if outcome.failure or outcome.other_language:
            return
        try:
            self._store.add(from_json(json.loads(outcome.text)), ticket.key)
        except StoreError as error:
            raise OutputError(str(error)) from error

    def close(self, whole: bool) -> None:
        self._store.close()
