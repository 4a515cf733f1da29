"""Which English verbs report: their forms in a sentence, and the grammar that makes them say.

The two hundred commonest verbs cover little more than half of what is reported, so the list is
long and the grammar decides: verbs that do nothing but report need a subject, all others a
quotation or "that" beside them as well.
"""

import re
from collections.abc import Iterator
from functools import cache

from ledger.extraction.lexicon import any_of, english_verbs, verb_forms, verbs_of, words
from ledger.gathering import gathered

LOOK_AHEAD, REACH = 60, 160
"""Characters within which words belong to a verb, and within which another phrase may."""
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME_AFTER = (
    rf"(?:out|on|back|to|in|yesterday|today|again|{DAY}"
    r"|(?:on|last|this|late|early|in|to|earlier|at)\s[\w .]{1,25}?)"
)
_FOLLOWED = re.compile(
    rf"(?:\s{_TIME_AFTER})?[,:]?\s*(?:◆|that\b|there (?:is|are|was|were)\b)|:\s|\s\w+ing\b"
)
_OPEN_CLAUSE = re.compile(
    rf"\s+(?!{DAY})(?:the|a|an|it|he|she|they|its|their|his|her|this|these|there|we|i|no|some|more|about"
    r"|[A-Z]\w+)\b"
)
_ANOTHER_VERB = re.compile(r"[a-z]+(?:ed|es|s)\b")
_BETWEEN_QUOTE_AND_VERB = re.compile(r"(?<=◆)(?!◆),?\s+(?:(?:he|she|they|[A-Z])[\w .'-]{0,40}?)\s")
_SPOKEN = re.compile(r"[,?!…-](?:[\"”]|'')$")
CLAUSE_ENDS = re.compile(
    r"\s*(?:[,.;]|$|on\b|in\b|at\b|to reporters|reporters|last\b|this\b|after\b|during\b|when\b)"
)
SENTENCE_ENDS = re.compile(r"\s*(?:[,.]|$)| (?:of|at) ")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_DOCUMENT = re.compile(
    r"\b(?:study|survey|report|poll|audit|analysis|review|inquiry|investigation|trial|census|data"
    r"|figures|records|documents|statistics|test|results|research|filings?)\b[^,;◆]*$",
    re.IGNORECASE,
)


def verbs_of_saying(masked: str) -> Iterator[re.Match[str]]:
    """Every form of a verb of saying, by its first word: called, and called for."""
    forms = _verbs_by_first_word()
    for word in _WORD.finditer(masked):
        form = forms.get(word[0].lower())
        verb = form.match(masked, word.start()) if form is not None else None
        if verb is not None:
            yield verb


def verbs_after_quotations(plain: str, masked: str) -> Iterator[re.Match[str]]:
    """Any verb at all between words that were said and the end of a clause: “…,” she shrugged."""
    for between in _BETWEEN_QUOTE_AND_VERB.finditer(masked):
        verb = _ANOTHER_VERB.match(masked, between.end())
        said = _SPOKEN.search(plain, max(0, between.start() - 3), between.start())
        if verb is not None and said is not None and verb[0] not in english_verbs():
            yield verb


def reports(masked: str, verb: re.Match[str], before: str) -> bool:
    """Whether the grammar makes this verb one of saying."""
    word, end = verb[0].lower(), verb.end()
    if word in verb_forms("performing", "saying") or word in verbs_of("acts"):
        return True
    beside_quote = _FOLLOWED.match(masked, end) is not None
    found = word in verbs_of("findings")
    if found and _DOCUMENT.search(masked, max(0, verb.start() - REACH), verb.start()):
        return True
    closes = CLAUSE_ENDS.match(masked, end) is not None
    after_quote = closes and "◆" in before[-60:]
    if beside_quote or after_quote or word not in strong():
        return beside_quote or after_quote or _closes_clause(masked, verb, before)
    return closes or _OPEN_CLAUSE.match(masked, end) is not None


def _closes_clause(masked: str, verb: re.Match[str], before: str) -> bool:
    """Whether a verb stands last behind words and a comma: …, the audit found."""
    return "," in before[-LOOK_AHEAD:] and SENTENCE_ENDS.match(masked, verb.end()) is not None


@cache
def strong() -> frozenset[str]:
    """The verbs that report without a quotation or "that" beside them."""
    return verb_forms("strong", "saying", "performing") | verbs_of("acts", "views")


@cache
def _verbs_by_first_word() -> dict[str, re.Pattern[str]]:
    verbs = {*english_verbs(), *strong(), *words("english_speech", "reporting")}
    found = gathered((form.split()[0], form) for form in verbs)
    return {
        first: re.compile(rf"{any_of(forms)}\b(?!')", re.IGNORECASE)
        for first, forms in found.items()
    }
