"""What every test may rely on: no network, no settings from outside, the same hypothesis examples each time."""

from __future__ import annotations

import os
import socket
import sys

import pytest
from hypothesis import HealthCheck, settings

NETWORK_EVENTS = frozenset(
    {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}
)
LOCAL_FAMILIES = frozenset({getattr(socket, "AF_UNIX", -1)})

settings.register_profile(
    "fixed", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("INOVASI_HYPOTHESIS", "fixed"))


class NetworkUsed(BaseException):
    """A test reached for the network. Not an `Exception`, so that no retry or fallback swallows it."""


def _forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    if event not in NETWORK_EVENTS:
        return
    first = arguments[0] if arguments else None
    if isinstance(first, socket.socket) and first.family in LOCAL_FAMILIES:
        return
    raise NetworkUsed(f"{event}{arguments[1:]!r}: tests run without network")


def pytest_configure(config: pytest.Config) -> None:
    """Close the network below every library, and forget what the machine's owner has set."""
    if not hasattr(sys, "_inovasi_network_closed"):
        sys.addaudithook(_forbid_network)
        sys._inovasi_network_closed = True  # type: ignore[attr-defined]
    for name in list(os.environ):
        if name.startswith(("INOVASI_", "OPENAI_")) and name != "INOVASI_HYPOTHESIS":
            del os.environ[name]
