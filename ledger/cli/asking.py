"""Asking a person one thing at a time: a key on a terminal, a line of standard input elsewhere."""

import sys

import typer


def ask_key(question: str, keys: str) -> str:
    """One of the keys; any other asks again, the end of input answers ``q``.

    Args:
        question: what the keys stand for.
        keys: the keys, each one lower-case letter.
    """
    while True:
        _put(f"[{question}] ")
        typed = _typed() if sys.stdin.isatty() else _line() or "q"
        if typed[:1].lower() and typed[:1].lower() in keys:
            return typed[0].lower()


def _typed() -> str:
    """A key; Ctrl-D, which ends the input of a terminal, is ``q``."""
    try:
        return typer.getchar()
    except EOFError:
        return "q"
    finally:
        sys.stderr.write("\n")


def ask_line(question: str) -> str:
    """A line, without the spaces around it."""
    _put(question)
    return _line().strip()


def _line() -> str:
    """A line with its end; where nobody typed that end, the question's own line is ended."""
    written = sys.stdin.readline()
    if not (sys.stdin.isatty() and written):
        sys.stderr.write("\n")
    return written


def _put(question: str) -> None:
    sys.stderr.write(question)
    sys.stderr.flush()
