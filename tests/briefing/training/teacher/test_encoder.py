"""The layers of the large network: by the definition, whatever stands beside a window, and the lower ones fixed."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("torch", reason="the group train is not installed")

import torch
from torch.nn import functional

from briefing.training.teacher import encoder as stage
from briefing.training.teacher.encoder import Encoder

SIZE, HEADS, WORDS = 24, 12, 20


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Encoder:
    """Two small layers, of which the first is fixed."""
    for name, value in {"SIZE": SIZE, "_INNER": 2 * SIZE, "WORDS": WORDS}.items():
        monkeypatch.setattr(stage, name, value)
    torch.manual_seed(0)
    made = Encoder(2, 1)
    for name, each in made.named_parameters():
        each.data.normal_(1.0 if name.endswith(("normal.weight", "first.weight", "last.weight")) else 0.0, 0.3)
    return made


def pretrained(of: Encoder) -> dict[str, Any]:
    """The file that holds the weights of a network."""
    made = {
        "embeddings.word_embeddings.weight": of.words.weight,
        "embeddings.position_embeddings.weight": of.places.weight,
        "encoder.relative_attention_bias.weight": of.apart.weight,
    }
    parts: dict[str, Any] = {"embeddings.LayerNorm": of.normal}
    layers: Any = of.layers
    for at, layer in enumerate(layers):
        name = f"encoder.layer.{at}"
        for which, part in enumerate("qkv"):
            for kind in ("weight", "bias"):
                made[f"{name}.attention.attn.{part}.{kind}"] = getattr(layer.asked, kind).chunk(3)[which]
        parts |= {
            f"{name}.attention.attn.o": layer.mixed,
            f"{name}.attention.LayerNorm": layer.first,
            f"{name}.intermediate.dense": layer.wide,
            f"{name}.output.dense": layer.narrow,
            f"{name}.output.LayerNorm": layer.last,
        }
    return made | {f"{name}.{kind}": getattr(part, kind) for name, part in parts.items() for kind in ("weight", "bias")}


def plainly(network: Encoder, ids: list[int]) -> Any:
    """The last layer's vectors of one window, a head and a pair of pieces at a time."""

    def normal(part: Any, value: Any) -> Any:
        return functional.layer_norm(value, (SIZE,), part.weight, part.bias, 1e-5)

    count = len(ids)
    hidden = normal(
        network.normal, torch.stack([network.words.weight[at] for at in ids]) + network.places.weight[2 : count + 2]
    )
    layers: Any = network.layers
    for layer in layers:
        query, key, value = layer.asked(hidden).view(count, 3, HEADS, SIZE // HEADS).unbind(1)
        seen = torch.zeros(count, HEADS, SIZE // HEADS)
        for head in range(HEADS):
            for at in range(count):
                near = [min(abs(other - at), 7) + 16 * (other > at) for other in range(count)]
                scores = key[:, head] @ query[at, head] / (SIZE // HEADS) ** 0.5 + network.apart.weight[near, head]
                seen[at, head] = torch.softmax(scores, 0) @ value[:, head]
        hidden = normal(layer.first, hidden + layer.mixed(seen.flatten(1)))
        hidden = normal(layer.last, hidden + layer.narrow(functional.gelu(layer.wide(hidden))))
    return hidden


def test_it_reads_as_the_definition_says_but_for_half_precision(network: Encoder) -> None:
    ids = [3, 1, 4, 1, 5, 9]
    found = network(torch.tensor([ids]), torch.ones(1, 6, dtype=torch.long), torch.zeros(1, 6, SIZE))
    assert len(found) == 2
    assert (found[-1][0].float() - plainly(network, ids)).abs().max() < 0.15
    assert (found[-1][0].float() - plainly(network, ids[::-1])).abs().max() > 0.5


def test_what_does_not_exist_is_not_seen(network: Encoder) -> None:
    beside = torch.zeros(1, 6, SIZE)
    mask = torch.tensor([[1, 1, 1, 1, 0, 0]])
    one, other = (network(torch.tensor([[3, 1, 4, 1, *rest]]), mask, beside)[-1] for rest in ((5, 9), (7, 2)))
    assert torch.equal(one[:, :4], other[:, :4])


def test_only_the_upper_layers_learn_and_what_stands_beside(network: Encoder) -> None:
    beside = torch.zeros(1, 3, SIZE, requires_grad=True)
    network(torch.tensor([[3, 1, 4]]), torch.ones(1, 3, dtype=torch.long), beside)[-1].float().square().sum().backward()
    assert beside.grad is not None
    assert beside.grad.any()
    learns = {
        name.split(".")[0] + name.split(".")[1] for name, each in network.named_parameters() if each.grad is not None
    }
    assert learns == {"layers1"}


def test_it_begins_as_what_was_pretrained(network: Encoder) -> None:
    other = Encoder(2, 1)
    other.begin_as(pretrained(network))
    assert all(map(torch.equal, other.parameters(), network.parameters()))


@pytest.mark.parametrize(
    ("away", "size"), [(0, 0), (-1, 1), (-7, 7), (-8, 8), (-127, 15), (-900, 15), (1, 17), (7, 23), (8, 24), (900, 31)]
)
def test_distances_are_told_apart_less_the_farther_they_are(away: int, size: int) -> None:
    assert stage._bucket(torch.tensor(away)).item() == size
