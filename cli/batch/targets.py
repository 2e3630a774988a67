"""Names the file of each result after the place of its article, in characters that every file system takes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from briefing.reading.opening import stem

_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]'
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_MAX_PART = 120  # bytes; a name may have 255, and the temporary one is longer


def target(path: str, suffix: str) -> str:
    """The path of a result below the output folder, with ``/`` between its parts; it never leads out of the folder.

    No folder's name ends like a file's, so that the two cannot collide.
    """
    parts = [part for part in path.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    *folders, name = parts or ["article"]
    return "/".join([*(_folder(part, suffix) for part in folders), _safe(stem(name)) + suffix])


def numbered(path: str, number: int) -> str:
    """The path of a result with a number, for the second and later articles whose results would have the same path."""
    begin, dot, suffix = path.rpartition(".")
    return f"{begin}~{number}{dot}{suffix}"


def claim_of(path: str) -> str:
    """A form of a path that is equal for two paths which some file system cannot tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _folder(part: str, suffix: str) -> str:
    safe = _safe(part)
    return safe + "_" if safe.lower().endswith(suffix) else safe


def _safe(part: str) -> str:
    safe = _UNSAFE.sub("_", part).strip(" ").rstrip(".")
    if safe.startswith(".") or not safe:
        safe = "_" + safe.lstrip(".")
    if _RESERVED.fullmatch(safe):
        safe = "_" + safe
    data = safe.encode()
    if len(data) <= _MAX_PART:
        return safe
    return data[: _MAX_PART - 17].decode("utf-8", "ignore") + "_" + hashlib.sha256(data).hexdigest()[:16]
