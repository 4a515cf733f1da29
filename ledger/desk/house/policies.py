"""Rules of the house for one ledger: who must read twice, whose name stands under verdicts."""

from dataclasses import dataclass
from typing import Literal

from ledger.desk.desk import Desk
from ledger.desk.house.checks import LEVELS, checks
from ledger.errors import BadPolicy, UnknownPolicy
from ledger.model import NewNote
from ledger.store.asking import rulings
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Policy

Name = Literal["second-reader", "publisher", "publisher-url"]


@dataclass(frozen=True, slots=True)
class PolicyView:
    """One rule: its name, what it says now, what it may say, and what it is for."""

    name: str
    value: str
    allowed: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class _Rule:
    meaning: str
    default: str
    allowed: tuple[str, ...] = ()


_RULES: dict[str, _Rule] = {
    "second-reader": _Rule(
        "a conflict is decided when two people, blind to each other, say the same",
        "off",
        ("on", "off"),
    ),
    "publisher": _Rule("the organisation whose name stands under verdicts", ""),
    "publisher-url": _Rule("its address on the web", ""),
    **{f"check.{code}": _Rule(c.meaning, c.level, LEVELS) for code, c in checks().items()},
}


def policies(desk: Desk, name: str | None = None) -> list[PolicyView]:
    """Every rule, or the one of that name, with what it says now.

    Raises:
        UnknownPolicy: when there is no such rule.
    """
    with desk.reading() as session:
        said = values(session)
    rules = _RULES if name is None else {name: _rule(name)}
    return [PolicyView(key, said[key], rule.allowed, rule.meaning) for key, rule in rules.items()]


def values(session: Session) -> dict[str, str]:
    """What every rule says, by name."""
    kept = {name: row.value for name, row in rulings.policies(session).items() if row.live}
    return {name: kept.get(name, rule.default) for name, rule in _RULES.items()}


def policy(session: Session, name: Name) -> str:
    """What one rule says."""
    return values(session)[name]


def set_policy(desk: Desk, name: str, value: str) -> None:
    """Change a rule from now on; what was decided under the old one stands.

    Raises:
        UnknownPolicy: when there is no such rule.
        BadPolicy: when it cannot say that.
        InvalidField: when the value is empty or too long.
    """
    said = checked_policy(name, value)
    with desk.acting("policy") as act:
        act.summary = f"{name}: {said}"
        kept = rulings.policies(act.session).get(name)
        if kept is not None:
            act.update(Policy, kept.number, value=said, live=True)
            return
        act.add(Policy, {"name": name, "value": said})


def checked_policy(name: str, value: str) -> str:
    """What a rule is to say, if it can say that.

    Raises:
        UnknownPolicy, BadPolicy, InvalidField: as :func:`set_policy`.
    """
    rule = _rule(name)
    if rule.allowed and value not in rule.allowed:
        raise BadPolicy(name, value, rule.allowed)
    return NewNote.checked({"text": value}).text


def _rule(name: str) -> _Rule:
    if name not in _RULES:
        raise UnknownPolicy(name, tuple(_RULES))
    return _RULES[name]
