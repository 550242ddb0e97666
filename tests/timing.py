"""How long work takes, for tests that it grows with its input and no faster."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def least_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The process's own time for the quickest of several runs.

    Neither the clock on the wall nor the collector counts: a busy machine and the garbage of other tests say nothing
    about the work.
    """
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            begin = time.process_time()
            work()
            taken.append(time.process_time() - begin)
    finally:
        gc.enable()
    return min(taken)
