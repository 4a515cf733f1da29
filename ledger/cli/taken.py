"""Words of a command line taken as they stand, where nothing about them needs checking.

Typer has Pydantic check every one of them, and what was left out. To load it takes longer than to
read a text, so it is left alone until a word comes that may be wrong, or that is to be more than a
text or a number.
"""

from typing import Any

from typer.core import TyperCommand, TyperGroup

_Private = Any
"""What Typer has no public name for."""


class _Unchecked:
    """Stands where Typer keeps the check of a parameter, as long as none is needed."""

    def coerce(self, value: object, param: _Private, ctx: _Private) -> object:
        """The value of a parameter: as it stands, or else as Typer checks it."""
        kind, rules = param.type_descriptor.annotation, param.type_descriptor.parameter_info
        if param.nargs == 1 and not param.multiple and rules.parser is None:
            if value is None or (kind is str and isinstance(value, str)):
                return value
            written = str(value)
            if kind is int and _plain(written):
                number = int(written)
                if (rules.min or 0) <= number <= (number if rules.max is None else rules.max):
                    return number
        param._runtime_param = None  # noqa: SLF001 - from here on Typer's own
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


_LONGEST = 9
"""Digits of a number that is taken as it stands."""


def _plain(written: str) -> bool:
    return written.isascii() and written.isdecimal() and len(written) <= _LONGEST


def _unchecked(parameters: list[_Private]) -> list[_Private]:
    """The parameters of a command; a Typer that keeps its checks elsewhere checks every word."""
    for parameter in parameters:
        if getattr(parameter, "_runtime_param", parameter) is None:
            parameter._runtime_param = _Unchecked()  # noqa: SLF001 - no public way
    return parameters


def _called_by_name(parameters: list[_Private]) -> list[_Private]:
    """Arguments whose help says ``TEXT``; that it is a ``<str>`` tells an editor nothing."""
    for parameter in parameters:
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = _no_type
    return parameters


def _no_type(ctx: _Private) -> None:  # noqa: ARG001 - Typer names it
    return None


class Command(TyperCommand):
    """A command that checks no more than it must."""

    def get_params(self, ctx: _Private) -> list[_Private]:
        """Its parameters, ``--help`` among them."""
        return _called_by_name(_unchecked(super().get_params(ctx)))


class Group(TyperGroup):
    """A command with commands of its own that checks no more than it must."""

    def get_params(self, ctx: _Private) -> list[_Private]:
        """Its parameters, ``--help`` among them."""
        return _unchecked(super().get_params(ctx))
