"""The file of the network's weights: a header line of JSON with the sizes, then the arrays as little-endian bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from mmap import mmap
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.model import STANCES
from briefing.network.inputs import SIZES
from briefing.network.layers import Arrays
from briefing.network.scores import LABELS, ROLES

DISTANCES, SENTENCES = 34, 3
"""The number of classes of a token's distance from the cue, and of its sentence: before, same as or after the cue's."""

JUDGED = ("worth", "gist", "marked")
"""The heads that judge: the worth of an attribution, how well a sentence tells the story, whether an editor would mark
an attribution that was found."""

_BEGINS = 1
"""One more output beside LABELS: the beginning of a cue."""
_OUTPUTS = {"labels": LABELS, "roles": ROLES, "stances": STANCES, "tables": SIZES}
"""Labels and table sizes that the header of a file must agree with."""


class Sizes(NamedTuple):
    """The sizes of a network: number of known words; width of embeddings and of the token layers, how many channels of
    each neighbour a convolution sees, dilations; width and dilations of the role layers; width of the stance layer."""

    words: int
    vector_width: int
    width: int
    side: int
    dilations: tuple[int, ...]
    role_width: int
    role_dilations: tuple[int, ...]
    stance_width: int


class Weights(NamedTuple):
    """All that a network has learned; see ``layout``."""

    sizes: Sizes
    arrays: Arrays


def layout(sizes: Sizes) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The name, dtype and shape of each array, in the order of the file.

    ``vocabulary`` holds the codes of known words in ascending order; the first table has a row for all other words,
    then one for each of these.
    """
    yield "vocabulary", "<u4", (sizes.words,)
    for at, size in enumerate((sizes.words + 1, *SIZES)):
        yield f"table {at}", "i1", (size, sizes.vector_width)
    yield "widening", "i1", (sizes.vector_width, sizes.width)
    yield from _convolutions("token layer", sizes.width, sizes.side, len(sizes.dilations))
    yield from _dense("labels", sizes.width, len(LABELS) + _BEGINS)
    yield "token", "i1", (sizes.width, sizes.role_width)
    yield "cue", "i1", (sizes.width, sizes.role_width)
    yield "distances", "i1", (DISTANCES, sizes.role_width)
    yield "sentences", "i1", (SENTENCES, sizes.role_width)
    yield from _convolutions("role layer", sizes.role_width, sizes.role_width // 2, len(sizes.role_dilations))
    yield from _dense("roles", sizes.role_width, len(ROLES))
    yield from _dense("stance layer", 2 * sizes.width, sizes.stance_width)
    yield from _dense("stances", sizes.stance_width, len(STANCES))


def judge_layout(hidden: int, **widths: int) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The name, dtype and shape of each array of the judging heads; ``widths`` are the input widths of JUDGED."""
    for name in JUDGED:
        yield from _dense(f"{name} layer", widths[name], hidden)
        yield from _dense(name, hidden, 1)


def _convolutions(name: str, width: int, side: int, count: int) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for at in range(count):
        yield f"{name} {at} weights", "i1", (width + 2 * side, width)
        yield f"{name} {at} bias", "<i4", (width,)


def _dense(name: str, width: int, outputs: int) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    yield f"{name} weights", "i1", (width, outputs)
    yield f"{name} bias", "<i4", (outputs,)


def pack(sizes: Sizes, arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The file of a network as bytes."""
    return _packed({**_OUTPUTS, **sizes._asdict()}, layout(sizes), arrays)


def pack_judge(hidden: int, widths: Mapping[str, int], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The file of the judging heads as bytes; ``widths`` are the input widths of JUDGED."""
    return _packed({"hidden": hidden, **widths}, judge_layout(hidden, **widths), arrays)


def _packed(head: Mapping[str, Any], laid: Iterable[tuple[str, str, tuple[int, ...]]], arrays: Arrays) -> bytes:
    parts = [arrays[name].astype(kind).reshape(shape).tobytes() for name, kind, shape in laid]
    return json.dumps(head).encode() + b"\n" + b"".join(parts)


def unpack(data: bytes | mmap) -> Weights:
    """The network in a file; its arrays are views of the file's bytes, not copies.

    Raises:
        ValueError: the file is of a network for other inputs or outputs.
    """
    start = data.find(b"\n") + 1
    header = json.loads(data[:start])
    if {name: tuple(header.pop(name, ())) for name in _OUTPUTS} != _OUTPUTS:
        raise ValueError("weights for other labels or other inputs")
    sizes = Sizes(**{name: _frozen(value) for name, value in header.items()})
    return Weights(sizes, _arrays(data, start, layout(sizes)))


def unpack_judge(data: bytes | mmap) -> Arrays:
    """The arrays in a file of the judging heads, as views of its bytes."""
    start = data.find(b"\n") + 1
    return _arrays(data, start, judge_layout(**json.loads(data[:start])))


def _arrays(data: bytes | mmap, start: int, laid: Iterable[tuple[str, str, tuple[int, ...]]]) -> Arrays:
    arrays = {}
    for name, kind, shape in laid:
        found = np.frombuffer(data, kind, int(np.prod(shape)), start)
        arrays[name] = found.reshape(shape)
        start += found.nbytes
    return arrays


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
