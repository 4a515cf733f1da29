"""What of a text is said and what only says where it stood: links, handles, hashtags."""

import re

_LINK = re.compile(r"https?://[!-~]+|www\.[!-~]+|pic\.twitter\.com/[!-~]+", re.IGNORECASE)
_TAG_OR_HANDLE = re.compile(r"#(?P<tag>\w+)|(?<!\w)@\w+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\WA-Za-z_]+")


def plain(text: str) -> str:
    """A text without links and handles, and with hashtags taken apart.

    ``#PortMarlowFloods`` is read as Port Marlow Floods, and as the one word too: it says what a
    text is about. A handle only says who was spoken to, or who spoke, and is left out.
    """
    if "/" in text or "www." in text.lower():
        text = _LINK.sub(" ", text)
    return _TAG_OR_HANDLE.sub(_taken_apart, text) if "#" in text or "@" in text else text


def _taken_apart(match: re.Match[str]) -> str:
    if match["tag"] is None:
        return " "
    parts = _PART.findall(match["tag"])
    whole = "".join(parts) if len(parts) > 1 else ""
    return f" {' '.join(parts)} {whole} "
