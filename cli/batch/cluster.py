"""A Dask cluster as an executor."""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Any

from cli.errors import UsageError


def cluster(address: str) -> Executor:
    """An executor of the workers of a Dask cluster, which only need this package installed.

    Raises:
        UsageError: Dask is not installed, or nobody answers at the address.
    """
    try:
        import distributed
    except ImportError as error:
        raise UsageError("--cluster needs the extra cluster; pip install 'news-brief[cluster]'") from error
    client_of: Any = distributed.Client
    try:
        client: Any = client_of(address, timeout=10, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"--cluster: no scheduler at {address} ({error}); check the address") from error
    executor: Executor = client.get_executor(pure=False)
    return executor
