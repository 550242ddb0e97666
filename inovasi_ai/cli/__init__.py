"""The `inovasi` command."""

from inovasi_ai.cli.parser import main, run

__all__ = ["main", "run"]
