"""What of a text is said and what only says where it stood: links, handles, hashtags."""

import re
from collections.abc import Sequence

_LINK = re.compile(r"https?://[!-~]+|www\.[!-~]+|pic\.twitter\.com/[!-~]+", re.IGNORECASE)
_LINKS = ("://", "www.", "pic.twitter.com/")
_TAG_OR_HANDLE = re.compile(r"(?:#|(?<!\w)@)(?P<name>\w+)")
_BRACKETED = re.compile(r"[(\[（]@\w++[)\]）]")
_HANDLE = re.compile(r"\.?@\w++[:,.!?…]*|RT", re.IGNORECASE)
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\WA-Za-z_]+")


def plain(text: str) -> str:
    """A text without links and addresses, and with hashtags taken apart.

    ``#PortMarlowFloods`` is read as Port Marlow Floods, and as the one word too: it says what a
    text is about. So is a handle inside a sentence, where it stands for a name. One at either end
    of a line, or in brackets, only says who was spoken to, or who spoke, and is left out.
    """
    if any(map(text.lower().__contains__, _LINKS)):
        text = _LINK.sub(" ", text)
    if "@" in text:
        text = "\n".join(map(_unaddressed, _BRACKETED.sub(" ", text).split("\n")))
    return _TAG_OR_HANDLE.sub(_taken_apart, text) if "#" in text or "@" in text else text


def plain_each(texts: Sequence[str]) -> Sequence[str]:
    """The same of many texts; the texts themselves where none has a link, a handle or a hashtag."""
    together = "\n".join(texts).lower()
    if any(map(together.__contains__, (*_LINKS, "@", "#"))):
        return [*map(plain, texts)]
    return texts


def _unaddressed(line: str) -> str:
    """A line without the handles at its ends."""
    words = line.split()
    first, end = 0, len(words)
    while first < end and _HANDLE.fullmatch(words[first]):
        first += 1
    while end > first and _HANDLE.fullmatch(words[end - 1]):
        end -= 1
    return " ".join(words[first:end])


def _taken_apart(match: re.Match[str]) -> str:
    parts = _PART.findall(match["name"])
    whole = "".join(parts) if len(parts) > 1 else ""
    return f" {' '.join(parts)} {whole} "
