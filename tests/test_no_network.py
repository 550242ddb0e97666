"""The suite's own promise: no test reaches the network, whatever library it goes through."""

from __future__ import annotations

import asyncio
import os
import socket
import urllib.request
from collections.abc import Callable

import pytest
from hypothesis import settings

ADDRESS = ("192.0.2.1", 80)  # reserved for documentation: nothing answers there


def attempt_connect() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        client.settimeout(0.1)
        client.connect(ADDRESS)


def attempt_datagram() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"x", ADDRESS)


def attempt_lookup() -> None:
    socket.getaddrinfo("contoh.invalid", 80)


def attempt_url() -> None:
    with urllib.request.urlopen("http://192.0.2.1/", timeout=0.1):
        pass


def attempt_asyncio() -> None:
    async def connect() -> None:
        await asyncio.wait_for(asyncio.open_connection(*ADDRESS), 0.1)

    asyncio.run(connect())


@pytest.mark.parametrize(
    "attempt",
    [attempt_connect, attempt_datagram, attempt_lookup, attempt_url, attempt_asyncio],
    ids=lambda f: f.__name__,
)
def test_every_way_out_is_closed(attempt: Callable[[], None]) -> None:
    # Ours, or that of `--block-network`, whichever stands nearer to the caller.
    with pytest.raises(BaseException, match=r"without network|Network is disabled"):
        attempt()


def test_settings_of_the_machine_are_forgotten() -> None:
    assert not [
        name for name in os.environ if name.startswith("OPENAI_") or name in {"INOVASI_RUBRICS", "INOVASI_PROMPTS"}
    ]


def test_property_tests_are_the_same_every_time() -> None:
    if os.environ.get("INOVASI_HYPOTHESIS", "fixed") == "fixed":
        assert settings.default is not None
        assert settings.default.derandomize
