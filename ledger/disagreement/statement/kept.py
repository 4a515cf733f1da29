"""What is worked out the first time it is asked for, and kept."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
MOST = 30
"""Attributes of which CPython shares the names among all instances of a class: one with more has a
dictionary of its own, which takes longer to make than most of what is kept in it."""


class kept(Generic[T]):  # noqa: N801 - it is written and read as a decorator
    """``functools.cached_property`` without its lock, which costs more than most of what is kept.

    The lock went with Python 3.12. Two threads may work out the same thing twice, to no harm.

    An instance keeps up to ``MOST`` attributes at little cost. What is worked out at once, or asked
    for seldom, is better a property.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "kept[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> "kept[T] | T":
        if instance is None:
            return self
        found = self._work(instance)
        setattr(instance, self._name, found)  # to ask for its __dict__ would make it one, slowly
        return found
