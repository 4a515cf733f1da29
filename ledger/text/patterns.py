"""Patterns compiled when they are first used: a command uses one in four of those it loads."""

import re
from typing import Any, cast

_HAS = tuple(name for name in dir(re.Pattern) if not name.startswith("__"))


class _Compiled:
    """Stands for a pattern, with all a pattern has; without ``__getattr__`` it is as quick."""


class _Uncompiled(_Compiled):
    """The same before anything was asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        made = re.compile(*self._written)
        vars(self).update({has: getattr(made, has) for has in _HAS})
        self.__class__ = _Compiled  # type: ignore[assignment] # what it is from now on
        return getattr(made, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, for a constant of a module; compiling it is left to who first uses it.

    Args:
        pattern: as ``re.compile`` takes it; that it is one is found out when it is used.
        flags: the same.
    """
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
