"""What looks like a figure and is a name: H200, GPT-4, Stoxx 600, addresses, telephone numbers."""

from string import ascii_letters

from ledger.quantities.heads import headed, named_ahead
from ledger.quantities.line import Line
from ledger.text.patterns import lazily

_ADDRESS = lazily(
    r"(?:https?://|www\.)[^\s\"'<>\u3000-\u9fff]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[@#]\w{1,64}"
    r"|《[^《》\n]{1,48}》"
)
_CODE = lazily(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,80}")
_PHONE = lazily(
    r"\+\d{1,3}[- (/]{1,2}\d[\d() /-]{5,20}\d|1-\d{3}-\d{3}-\d{4}(?!\d)"
    r"|0\d{2,4}(?: \d{3,4}){2}(?!\d)|\(?0?\d{2,4}\)?[- /]\d{3,4}[- /]\d{4}(?!\d)"
    r"|\d{3,4}-\d{7,8}(?!\d)"
)
# Round the clock is no fraction either, and what relays run is no product.
_DOTTED = lazily(
    r"24/7(?![\d/])|7[0-8]7-(?:[3-9]|10|[1-9]00)(?![\d,.%])|7-(?:[Ee]leven|ELEVEn?)(?![a-z])"
    r"|\d{1,2} ?[x×] ?\d{2,4}(?= ?m(?:et|\b))"
    r"|\d{1,9}(?:\.\d{1,9}){2,8}(?![\d,])|\d{1,5}(?:-\d{1,7}){2,3}-[\dxX]{1,5}(?![\dA-Za-z-])"
)
# Most numbers: nothing after them that a code, an address or a telephone number goes on with.
_SIMPLE = lazily(r"\d++(?:,\d{3}|\.\d++(?!\.\d))?+(?![-.)/ ]\d| ?[x×]|-[Ee])")
_THOUSANDS = lazily(r"\d{1,3}(?:\.\d{3})+$")
_PREFIX = lazily(
    r"(?:^|[^a-z])(?:mid|end|pre|post|sub|plus|minus|magnitude|early|late|near|a|an|x|us|nt|hk|the|to|of|and|or|by|from|at|under|over)-$"
)
_FIGURE_BEFORE = lazily(
    r"(?:^|[^a-z0-9])[\d.,]{1,40}(?: ?"
    r"(?:k|m|b|bn|mn|tn|kg|km|mm|cm|g|gb|mb|tb|ghz|mhz|mw|gw|kw|c|f|h|p|x)|-(?:foot|pound))-$"
)
_PROPER = lazily(r"(?:^|[^A-Za-z])([A-Z][A-Za-z&]*) $")
_PROPER_ENDS = frozenset(ascii_letters + "&")
_SENTENCE_START = lazily(r"(?:^|[.!?。！？\"“:：] ?)$")
# Celtics 112-108 is a score; the team is not called 112.
_SCORE = lazily(r"\d{1,3}-\d{1,3}(?![\w-])")


ADDRESSED = ("@", "#", "://", "www.", "《")
"""One of these stands in every line with an address or a title."""


def addresses(lower: str) -> list[tuple[int, int]]:
    """Web and mail addresses, handles, tags, and titles: nothing in them is a figure."""
    return [match.span() for match in _ADDRESS.finditer(lower)]


_TWICE = "双"
"""双11 and 双12 are days of sales."""


def code_at(key: str, at: int) -> int | None:
    """Where the code that the digits at ``at`` belong to ends (H200, F-16, 192.168.1.2), if any."""
    before = key[at - 1 : at]
    if before == "-" and at > 1 and key[at - 2].isalnum() and key[at - 2].isascii():
        return None if _goes_with_figure(key, at) else _end_of_code(key, at)
    if before == _TWICE or (before.isascii() and (before.isalpha() or before == "_")):
        return _end_of_code(key, at)
    if before not in ("+", "(") and _SIMPLE.match(key, at):
        return None
    dotted = _DOTTED.match(key, at)
    if dotted is not None and not _THOUSANDS.fullmatch(dotted[0]):
        return dotted.end()
    phone = _PHONE.match(key, at - 1 if before in ("+", "(") else at)
    return None if phone is None else phone.end()


def _goes_with_figure(key: str, at: int) -> bool:
    """Whether what stands before the hyphen is a figure or a prefix, not a code's letters."""
    lower = key[max(0, at - 16) : at].lower()
    figure = key[at - 2].isdigit() or _FIGURE_BEFORE.search(lower) is not None
    return figure or _PREFIX.search(lower) is not None


def _end_of_code(key: str, at: int) -> int:
    code = _CODE.match(key, at)
    return code.end() if code is not None else at + 1


_CALLED = lazily(r"(?:^|[^a-z])(?:call(?:s|ed|ing)?|ring|rang|phon(?:ed?|ing)) $")
_EMERGENCY = ("911", "999", "112", "113", "000", "111", "101")
# The number 10 shirt; but they number 300.
_THE_NUMBER = lazily(
    r"(?:^|[^a-z])(?:the|an?|his|her|its|their|world|as|at|wears?|wore|wearing) number $"
)


# Moana 2 becomes a hit: where a sentence opens, the verb behind says that there is one of it.
_DOES = lazily(
    r" (?:is|was|has|will|becomes|goes|comes|makes|takes|gets|gives|opens|sells|sends|tops|wins"
    r"|earns)(?![a-z])"
)


def named_by(line: Line, at: int, end: int) -> bool:
    """Whether the bare whole number at ``at`` belongs to a name before it: Stoxx 600, Voyager 2."""
    key = line.key
    if line.lower.startswith(_EMERGENCY, at) and _CALLED.search(line.lower, at - 9, at):
        return True
    if key[at - 1 : at] != " ":
        return named_ahead(line.lower, at)
    if headed(line.lower, at) or (
        line.lower.startswith("number ", at - 7) and _THE_NUMBER.search(line.lower, at - 16, at)
    ):
        return True
    if key[at - 2 : at - 1] not in _PROPER_ENDS or key[max(0, at - 32) : at].islower():
        return False
    proper = _PROPER.search(key, at - 32, at)
    if proper is None or _SCORE.match(key, at):
        return False
    opens = _SENTENCE_START.search(key, proper.start(1) - 2, proper.start(1))
    return opens is None or _DOES.match(line.lower, end) is not None
