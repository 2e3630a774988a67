"""Gradient descent: AdamW with warm-up, linear decay and clipped gradients. Needs the group ``train``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import torch

Batch = TypeVar("Batch")

_LONGEST_SLOPE = 1.0


def descend(
    model: Any,
    groups: Sequence[dict[str, Any]],
    batches: Sequence[Batch],
    loss: Callable[[Batch], Any],
    warm: float,
    least: float,
) -> None:
    """Fits a model to batches, one step for each of them, by their ``loss``.

    ``groups`` are its parameter groups, each with its learning rate ``lr``. The rates rise over the first ``warm``
    steps and then fall linearly towards 0, but not below the share ``least`` of ``lr``.
    """
    optimizer = torch.optim.AdamW(list(groups), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(least, 1 - step / len(batches))
    )
    model.train()
    for each in batches:
        optimizer.zero_grad()
        loss(each).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), _LONGEST_SLOPE)
        optimizer.step()
        schedule.step()
    model.eval()
