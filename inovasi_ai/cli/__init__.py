"""The `inovasi` command."""

from inovasi_ai.cli.parser import main

__all__ = ["main"]
