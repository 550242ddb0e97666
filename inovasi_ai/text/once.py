"""`once`: a property that is worked out when it is first asked for and kept.

What `functools.cached_property` does, without the lock that it takes on CPython before 3.12: a text has a few dozen
such properties, and the locks took longer than many of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["once"]

if TYPE_CHECKING:
    from functools import cached_property as once
else:

    class once:  # noqa: N801  # used as a decorator, like the property it stands for
        """Two threads that ask at the same moment may both work it out; they get equal values."""

        def __init__(self, make):
            self._make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            made = instance.__dict__[self._name] = self._make(instance)
            return made
