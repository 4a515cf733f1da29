"""Denials, opposite acts and hedges without a figure, and the many negations that are no denial."""

import pytest

from ledger.disagreement import compare

POLARITY = [
    (
        "did and did not",
        "The mayor signed the harbour deal",
        "The mayor did not sign the harbour deal",
    ),
    ("did and did not in Chinese", "市長簽署了港口協議", "市長並未簽署港口協議"),
    ("across languages", "China banned H200 imports", "中國並未禁止進口H200"),
    (
        "denied",
        "The airline cut the route to Osaka",
        "The airline denied that it cut the route to Osaka",
    ),
    ("否認", "航空公司取消大阪航線", "航空公司否認取消大阪航線"),
    ("no longer", "The ministry supports the dam", "The ministry no longer supports the dam"),
    ("不再", "該部門支持興建水壩", "該部門不再支持興建水壩"),
    (
        "approve and reject",
        "The council approved the tram budget",
        "The council rejected the tram budget",
    ),
    ("批准 and 否決", "議會批准電車預算", "議會否決電車預算"),
    ("批准 and reject", "議會批准預算", "The parliament rejected the budget"),
    (
        "allow and ban",
        "Washington allowed the export of H200 chips",
        "Washington banned the export of H200 chips",
    ),
    ("允許 and 禁止", "美國允許出口H200晶片", "美國禁止出口H200晶片"),
    ("support and oppose", "The union backs the port merger", "The union opposes the port merger"),
    ("支持 and 反對", "工會支持港口合併", "工會反對港口合併"),
    (
        "resume and suspend",
        "The ferry line resumed service on the Narrow Strait",
        "The ferry line suspended service on the Narrow Strait",
    ),
    ("never", "The company paid the fine", "The company never paid the fine"),
    (
        "won and lost",
        "The Harbour Party won the city election",
        "The Harbour Party lost the city election",
    ),
    (
        "guilty and acquitted",
        "The court found the former mayor guilty of fraud",
        "The court acquitted the former mayor of fraud",
    ),
]

NO_POLARITY = [
    (
        "both negated",
        "The mayor did not sign the harbour deal",
        "The mayor has not signed the harbour deal",
    ),
    (
        "two negations cancel out",
        "The mayor did not deny signing the harbour deal",
        "The mayor signed the harbour deal",
    ),
    (
        "not the opposite",
        "The council did not reject the tram budget",
        "The council approved the tram budget",
    ),
    ("not only", "The mayor not only signed the harbour deal", "The mayor signed the harbour deal"),
    ("不僅", "市長不僅簽署了港口協議", "市長簽署了港口協議"),
    ("不斷", "港口吞吐量不斷增加", "港口吞吐量增加"),
    (
        "another subject",
        "China banned the export of rare earths",
        "Japan did not ban the export of rare earths",
    ),
    ("another subject in Chinese", "中國禁止稀土出口", "日本並未禁止稀土出口"),
    ("another act", "The mayor did not attend the ceremony", "The mayor signed the harbour deal"),
    (
        "another object",
        "The council approved the tram budget",
        "The council rejected the stadium plan",
    ),
    ("another object in Chinese", "議會批准電車預算", "議會否決體育館計畫"),
    (
        "a negation elsewhere",
        "The company, which is not listed, bought the shipyard",
        "The company bought the shipyard",
    ),
    (
        "mirror-image bans",
        "US bars its government from Chinese chips",
        "China bars its public sector from US chips",
    ),
    ("another index fell", "The Hang Seng rose on Friday", "The Nikkei fell on Friday"),
    (
        "stronger and weaker currency",
        "The yen strengthened against the dollar",
        "The won weakened against the dollar",
    ),
    ("未來 is no negation", "未來三年港口將擴建", "港口將擴建"),
    ("despite", "The court acquitted the mayor", "The prosecutor said the evidence was strong"),
    ("no words in common", "It did not rain", "The bridge opened"),
]

MODALITY = [
    (
        "considering and adopting",
        "Meta is considering Google's TPU chips",
        "Meta adopts Google's TPU chips",
    ),
    ("考慮 and 採用", "Meta考慮採用Google的TPU晶片", "Meta採用Google的TPU晶片"),
    ("恐 and a fact", "電車公司恐撤回補助經費", "電車公司撤回補助經費"),
    (
        "may and did",
        "The city may close the old harbour bridge",
        "The city closed the old harbour bridge",
    ),
    (
        "plans to",
        "The university plans to sell its island campus",
        "The university sold its island campus",
    ),
]


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in POLARITY])
def test_one_denies_what_the_other_asserts(a: str, b: str) -> None:
    found = compare(a, b)
    assert (found.relation, found.code) == ("disagree", "polarity")


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in NO_POLARITY])
def test_a_negation_alone_says_nothing(a: str, b: str) -> None:
    found = compare(a, b)
    assert found.relation != "disagree", found.explanation


@pytest.mark.parametrize(("a", "b"), [pytest.param(a, b, id=why) for why, a, b in MODALITY])
def test_possible_is_not_done(a: str, b: str) -> None:
    assert compare(a, b).code == "modality"
