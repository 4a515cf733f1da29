"""Patterns compiled when they are first used: a command uses one in four of those it loads."""

import re
from typing import Any, cast

_USED = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class _Uncompiled:
    """Stands for a pattern; asked for anything the first time, it becomes as quick as one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        made = re.compile(*self._written)
        vars(self).update({used: getattr(made, used) for used in _USED})
        return getattr(made, name)


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, for a constant of a module; compiling it is left to who first uses it.

    Args:
        pattern: as ``re.compile`` takes it; that it is one is found out when it is used.
        flags: the same.
    """
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))
