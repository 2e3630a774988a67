"""The pretrained network from which the teacher starts: MPNet (Song et al. 2020) as all-mpnet-base-v2, Apache 2.0.

Its files come in five packages of PyPI, each with a part of one archive, so that nothing is downloaded at run time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
from safetensors.numpy import load_file
from safetensors.torch import load_file as torch_file
from tokenizers import Tokenizer

_NAME = "all-mpnet-base-v2"
_PARTS = 5
_NEEDED = ("model.safetensors", "tokenizer.json")
_UNKNOWN = "[UNK]"


@cache
def folder() -> Path:
    """The folder of the network's files, which are put together on first use."""
    made = Path(tempfile.gettempdir()) / f"{_NAME}-joined"
    if not all((made / name).is_file() for name in _NEEDED):
        made.mkdir(exist_ok=True)
        with tempfile.TemporaryFile() as archive:
            for part in range(1, _PARTS + 1):
                package = files(f"{_NAME}-pypi-part_{part:03}")
                archive.write((package / "input" / f"{_NAME}.zip.{part:03}").read_bytes())
            with ZipFile(archive) as joined:
                for name in _NEEDED:
                    unfinished = made / f"{name}.part"  # renamed when it is whole: an interruption leaves no half file
                    unfinished.write_bytes(joined.read(f"{_NAME}/{name}"))
                    unfinished.replace(made / name)
    return made


def tokenizer() -> Any:
    """The network's tokenizer into word pieces, without truncation or padding."""
    made = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def weights() -> Any:
    """The weights of the network, by their names."""
    return torch_file(folder() / "model.safetensors")


def piece_vectors(words: Sequence[str]) -> Any:
    """For each word the mean of the input embeddings of its word pieces (without context), shape (words, width)."""
    vectors = load_file(folder() / "model.safetensors")["embeddings.word_embeddings.weight"]
    pieces = tokenizer()
    unknown = pieces.token_to_id(_UNKNOWN)
    found = pieces.encode_batch(list(words), add_special_tokens=False)
    return np.stack([vectors[each.ids or [unknown]].mean(axis=0) for each in found])
