"""The report of a run, for programs: counts, options, version, and each failure with its reason."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from briefing.rendering.sanitise import json_text
from cli.batch.progress import Counts
from cli.errors import Failure, OutputError

SCHEMA = "brief-report/1"


class Report:
    """Written during the run, under a temporary name until its end, so that a million failures need no memory."""

    def __init__(self, path: Path, version: str, options: Mapping[str, Any]) -> None:
        self._path, self._part = path, path.with_name(f".{path.name}.part")
        self._lead = "\n"
        self._passed: IO[str] | None = None
        head = {"schema": SCHEMA, "version": version, "options": dict(options)}
        try:
            self._file = self._part.open("w", encoding="utf-8", errors="replace", newline="\n")
            self._file.write(json_text(json.dumps(head, ensure_ascii=False, indent=2))[:-2] + ',\n  "failures": [')
        except OSError as error:
            raise self._complaint(error) from error

    def add(self, failure: Failure) -> None:
        """Write an input that failed."""
        line = json.dumps(failure._asdict(), ensure_ascii=False)
        try:
            self._file.write(f"{self._lead}    {json_text(line)}")
        except OSError as error:
            raise self._complaint(error) from error
        self._lead = ",\n"

    def pass_over(self, source: str, why: str) -> None:
        """Note a file that was found and not taken."""
        try:
            if self._passed is None:
                self._passed = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
            lead = ",\n" if self._passed.tell() else "\n"
            line = json.dumps({"source": source, "reason": why}, ensure_ascii=False)
            self._passed.write(f"{lead}    {json_text(line)}")
        except OSError as error:
            raise self._complaint(error) from error

    def close(self, counts: Counts, seconds: float, whole: bool) -> None:
        """Write the counts and give the report its name; ``whole`` says that the run was not cut short."""
        numbers = {"articles": counts.articles, "done": counts.done, "skipped": counts.skipped, "failed": counts.failed}
        if counts.other_language:
            numbers["other_language"] = counts.other_language
        numbers["not_taken"] = counts.passed.count
        end = {"counts": numbers, "complete": whole, "seconds": round(seconds, 3)}
        try:
            self._file.write("\n  ],\n" if self._lead != "\n" else "],\n")
            self._write_passed()
            self._file.write(json.dumps(end, indent=2)[2:] + "\n")
            self._file.close()
            self._part.replace(self._path)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.close()
            self._part.unlink(missing_ok=True)
            raise self._complaint(error) from error

    def _write_passed(self) -> None:
        self._file.write('  "not_taken": [')
        if self._passed is not None:
            self._passed.seek(0)
            shutil.copyfileobj(self._passed, self._file)
            self._passed.close()
            self._file.write("\n  ")
        self._file.write("],\n")

    def _complaint(self, error: OSError) -> OutputError:
        return OutputError(f"{self._path}: cannot be written ({error.strerror}); check space and rights")
