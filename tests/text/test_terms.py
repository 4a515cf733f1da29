"""The glossary: every form finds its concept, and sentences of both languages meet in concepts."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from ledger.text.fold import fold
from ledger.text.terms import KINDS, Term, TermTable, terms

TO_SIMPLIFIED, TO_TRADITIONAL = OpenCC("t2s").convert, OpenCC("s2t").convert


def concepts(text: str) -> set[str]:
    return {mention.id for mention in terms().mentions(fold(text))}


# --- the table ------------------------------------------------------------------------------------


def test_the_glossary_is_large_enough_for_the_news() -> None:
    assert len(list(terms())) >= 1500


def test_every_row_is_complete() -> None:
    for term in terms():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", term.concept)
        assert term.kind in KINDS, term.concept
        assert term.english, term.concept
        assert term.chinese, term.concept


def test_no_chinese_form_is_a_single_character() -> None:
    assert [form for term in terms() for form in term.chinese if len(form) < 2] == []


def test_no_slug_is_given_twice() -> None:
    slugs = [term.concept for term in terms()]
    assert sorted(set(slugs)) == sorted(slugs)


@pytest.mark.parametrize("convert", [str, TO_SIMPLIFIED, TO_TRADITIONAL, str.upper])
def test_every_form_in_every_script_finds_its_own_concept_and_no_other(
    convert: Callable[[str], str],
) -> None:
    """A whole form is its own longest match, so no form can belong to two concepts."""
    strays = []
    for term in terms():
        for form in term.english + term.chinese:
            key = fold(convert(form))
            found = terms().mentions(key)
            if [(m.start, m.end, m.id) for m in found] != [(0, len(key), term.concept)]:
                strays.append((term.concept, form, found))
    assert strays == []


@pytest.mark.parametrize(
    ("concept", "kind", "label"),
    [
        ("market_share", "measure", "market share"),
        ("rate_cut", "measure", "rate cut"),
        ("lead", "measure", "lead"),
        ("ai_chip", "thing", "AI chip"),
        ("deny", "act", "deny"),
        ("basis_point", "unit", "basis point"),
    ],
)
def test_a_concept_has_a_kind_and_an_english_label(concept: str, kind: str, label: str) -> None:
    assert terms().kind(concept) == kind
    assert terms().label(concept) == label


def test_an_unknown_concept_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(KeyError):
        terms().kind("no_such_concept")
    with pytest.raises(KeyError):
        terms().label("decoy_make")


# --- finding --------------------------------------------------------------------------------------


def test_offsets_are_those_of_the_key() -> None:
    key = fold("該廠的毛利率為35%")
    (mention,) = terms().mentions(key)
    assert key[mention.start : mention.end] == "毛利率"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("毛利率", {"gross_margin"}, id="not the interest rate inside it"),
        pytest.param("青年失業率", {"youth_unemployment"}, id="not all unemployment"),
        pytest.param("核心通膨率", {"core_inflation"}, id="core is another measure"),
        pytest.param("gross domestic product", {"gdp"}, id="no product"),
        pytest.param("AI 晶片", {"ai_chip"}, id="a space between the scripts"),
        pytest.param("AI晶片", {"ai_chip"}, id="no space between the scripts"),
        pytest.param("rate-cuts", {"rate_cut"}, id="hyphen and plural"),
        pytest.param("ＧＤＰ成長率", {"gdp_growth"}, id="full width"),
        pytest.param("nuclear power plants", {"nuclear_plant"}, id="the longest of three"),
        pytest.param("operating margin", {"operating_margin"}, id="not gross"),
    ],
)
def test_the_longest_form_wins(text: str, expected: set[str]) -> None:
    assert concepts(text) == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param("五成以上市民贊成", "ipo", id="以上|市民 lists no company"),
        pytest.param("氣溫在十度以上升不上去", "rise", id="以上|升"),
        pytest.param("商家擬收取消費稅", "cancel", id="收取|消費 cancels nothing"),
        pytest.param("美國會再談", "parliament", id="美國|會 is no congress"),
        pytest.param("兩國會後沒有聲明", "parliament", id="兩國|會後"),
        pytest.param("大批准備離港的旅客", "approve", id="大批|准備 approves nothing"),
        pytest.param("擴大使用範圍", "ambassador", id="擴大|使用"),
        pytest.param("系統計算錯誤", "statistics", id="系統|計算 counts nothing"),
        pytest.param("南海軍演", "navy", id="南海|軍演 is not the navy"),
        pytest.param("加拿大選區", "election", id="加拿大|選 holds no election"),
        pytest.param("義大利率先表態", "interest_rate", id="義大利|率先"),
        pytest.param("今年增加三條路線", "growth_rate", id="今年|增加"),
        pytest.param("工廠提供給客戶", "supply", id="提供|給 supplies nothing itself"),
        pytest.param("現代工藝", "outsourcing", id="現代|工藝"),
        pytest.param("不同意見", "agree", id="不同|意見"),
        pytest.param("他不同意", "agree", id="to disagree is not to agree"),
        pytest.param("一個資料夾", "privacy", id="一個|資料"),
        pytest.param("火炬通過世界各地", "deaths", id="通過|世界"),
        pytest.param("他去世界各地", "deaths", id="去|世界"),
        pytest.param("低收入國家", "revenue", id="low income earns no firm anything"),
        pytest.param("會上將討論", "general_officer", id="會上|將"),
        pytest.param("Live-fire drills began at dawn", "oil_field", id="drills drill for nothing"),
        pytest.param("A survey polled 900 adults", "election", id="who is polled elects nobody"),
        pytest.param("全長約5公里", "supply_commitment", id="全長|約"),
        pytest.param("個人權益受損", "human_rights", id="個人|權益"),
        pytest.param("It will make sure that nobody waits", "output", id="make sure"),
        pytest.param("The storm may lead to delays", "lead", id="lead to is to cause"),
        pytest.param("He spoke ahead of the vote", "lead", id="ahead of in time"),
        pytest.param("an important meeting", "imports", id="important has the stem of imports"),
        pytest.param("It is probably late", "probability", id="probably is no probability"),
        pytest.param("a critical moment", "criticize", id="critical is no criticism"),
        pytest.param("according to the mayor", "agreement", id="according is no accord"),
        pytest.param("in the near future", "futures", id="the future is no futures contract"),
        pytest.param("He sold his house", "housing", id="a house is not housing"),
        pytest.param("a major road", "majority", id="major is no majority"),
    ],
)
def test_what_only_looks_like_a_term_is_not_one(text: str, absent: str) -> None:
    assert absent not in concepts(text)


@given(st.text(alphabet="美國會以上市收取消費税毛利率 rate cutAIchip-'·%5\u200b\n", max_size=60))
@settings(max_examples=100)
def test_mentions_never_overlap_and_lie_inside_the_key(text: str) -> None:
    key = fold(text)
    found = terms().mentions(key)
    assert all(0 <= m.start < m.end <= len(key) for m in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.lists(st.sampled_from([f for t in terms() for f in t.chinese]), max_size=6))
@settings(max_examples=100)
def test_script_makes_no_difference(forms: list[str]) -> None:
    text = ",".join(forms)
    assert concepts(TO_SIMPLIFIED(text)) == concepts(text)


def test_a_decoy_hides_the_term_at_the_seam_and_is_never_reported() -> None:
    table = TermTable(
        [
            Term("listing", "act", ("listing",), ("上市",)),
            Term("ordinary", "decoy", (), ("以上",)),
        ]
    )
    assert table.mentions("以上市民") == []
    assert [m.id for m in table.mentions("以上上市")] == ["listing"]
    assert [term.concept for term in table] == ["listing"]


# --- across languages -----------------------------------------------------------------------------

PAIRS = [
    ("market_share", "Its market share fell to 12 percent", "其市占率降至12%"),
    ("market_share", "a third of the market share", "占有三分之一的市场份额"),
    ("market_share", "its share of the China market", "在中國市場占比"),
    ("rate_cut", "The bank cut interest rates again", "該行再度降息"),
    ("rate_cut", "a quarter-point cut is likely", "可能减息一码"),
    ("rate_hike", "Another rate increase is expected", "預料將再次升息"),
    ("cut_of_sales", "The state takes a 25 percent cut of sales", "政府抽取25%的銷售分成"),
    ("revenue_share", "revenue share from the south", "南部的收入占比"),
    ("gross_margin", "gross margins widened", "毛利率擴大"),
    ("revenue", "Quarterly revenue beat last year's", "單季營收高於去年"),
    ("net_profit", "Net income doubled", "純益倍增"),
    ("gdp_growth", "It lowered the GDP growth figure", "它下調了經濟成長率"),
    ("inflation", "Inflation eased in May", "五月通脹緩和"),
    ("pce_inflation", "PCE inflation at 2.4 percent", "PCE通膨為2.4%"),
    ("unemployment_rate", "The jobless rate held at 4.4 percent", "失業率維持4.4%"),
    ("deposit_rate", "fixed deposit rates come down", "定存利率調低"),
    ("tariff_rate", "tariffs of up to 50 percent", "最高50%的關稅"),
    ("lead", "a lead of about a year", "約一年的領先優勢"),
    ("output", "The mill produces 3,000 tonnes", "該廠生產3000公噸"),
    ("deaths", "At least nine people died", "至少九人罹難"),
    ("injured", "forty others were injured", "另有四十人受傷"),
    ("missing", "two are still missing", "兩人仍下落不明"),
    ("evacuated", "Thousands were evacuated", "數千人緊急疏散"),
    ("votes_for", "120 votes in favour", "120票贊成"),
    ("votes_against", "31 voted against", "31票反對"),
    ("abstentions", "with six abstentions", "六票棄權"),
    ("exempt_share", "The exempted share rises", "豁免比例提高"),
    ("budget", "The harbour budget passed", "港務預算過關"),
    ("cost_overrun", "The bridge is over budget", "大橋工程超支"),
    ("share_price", "Its share price slid", "其股價走低"),
    ("market_value", "a market capitalisation of 300 billion", "市值三千億"),
    ("ai_chip", "makers of AI chips", "人工智能芯片製造者"),
    ("semiconductor", "the semiconductor industry", "半导体行业"),
    ("chip_supply", "the supply of chips", "晶片供應"),
    ("approved_customer", "only approved customers may order", "只有獲准客戶可以下單"),
    ("security_review", "after a security review", "经过安全审查"),
    ("export_controls", "tighter export controls", "更嚴的出口管制"),
    ("china_market", "It left the Chinese market", "它退出中國市場"),
    ("data_center", "a new data centre", "新的資料中心"),
    ("large_language_model", "a large language model", "大语言模型"),
    ("tensor_processor", "tensor processing units", "張量處理器"),
    ("bridge", "the bridge reopened", "大橋重新開放"),
    ("port", "the port is closed", "港口關閉"),
    ("flood", "flooding hit the old town", "舊城區淹水"),
    ("typhoon", "The typhoon moved north", "台风北移"),
    ("earthquake", "A strong earthquake struck", "發生強震"),
    ("power_outage", "a power outage in the east", "東區大停電"),
    ("wildfire", "the wildfire spread", "山火蔓延"),
    ("deny", "The ministry denied it", "该部否认此事"),
    ("consider", "The council is considering a toll", "市議會考慮收費"),
    ("adopt", "The city adopted the system", "該市採用這套系統"),
    ("approve", "Regulators approved the plan", "計畫已獲批"),
    ("ban", "The town banned fireworks", "該鎮禁止煙火"),
    ("announce", "The operator announced a new line", "营运商宣布新路线"),
    ("resign", "The mayor resigned", "市長請辭"),
    ("arrest", "Police arrested three", "警方逮捕三人"),
    ("sue", "The union sued the company", "工會控告公司"),
    ("supreme_court", "the Supreme Court ruled", "最高法院作出判決"),
    ("corruption", "a corruption inquiry", "貪腐調查"),
    ("referendum", "a referendum on the harbour", "港灣公投"),
    ("prime_minister", "The prime minister agreed", "首相同意"),
    ("lower_house", "The lower house voted", "下議院表決"),
    ("missile", "a missile fell into the sea", "導彈落海"),
    ("ceasefire", "A ceasefire was agreed", "雙方同意停火"),
    ("fighter_jet", "two fighter jets", "兩架戰機"),
    ("military_exercise", "a military exercise off the coast", "沿海軍演"),
    ("vaccine", "vaccinated children", "接種疫苗的兒童"),
    ("cases", "new cases of measles", "新增病例"),
    ("life_expectancy", "Life expectancy rose", "平均壽命上升"),
    ("strike", "Dockers went on strike", "碼頭工人罷工"),
    ("minimum_wage", "The minimum wage goes up", "最低工資調升"),
    ("layoffs", "The mill will cut jobs", "該廠將裁員"),
    ("renewable_energy", "more renewable energy", "更多可再生能源"),
    ("nuclear_plant", "The nuclear power plant restarts", "核電廠重啟"),
    ("electric_vehicle", "sales of electric cars", "新能源汽車銷量"),
    ("emissions", "Carbon emissions fell", "碳排下降"),
    ("high_speed_rail", "a high-speed rail line", "高鐵路線"),
    ("flight_cancellation", "flights cancelled all day", "全日航班取消"),
    ("tuition", "Tuition fees rise", "學費上漲"),
    ("birth_rate", "The fertility rate fell", "生育率下降"),
    ("house_prices", "Home prices rose", "房價上漲"),
    ("bond_yield", "Treasury yields slipped", "美債殖利率下滑"),
    ("hold_rates", "The bank left rates unchanged", "央行維持利率不變"),
    ("source_familiar", "people familiar with the matter said", "知情人士稱"),
    ("decline_comment", "The firm declined to comment", "公司不予置評"),
    ("generation_ahead", "a generation ahead of rivals", "領先對手整整一代之先"),
    ("medal", "won a gold medal", "奪得金牌"),
]


@pytest.mark.parametrize(
    ("concept", "english", "chinese"), PAIRS, ids=[f"{pair[0]}: {pair[1]}" for pair in PAIRS]
)
def test_a_sentence_and_its_translation_share_the_concept(
    concept: str, english: str, chinese: str
) -> None:
    assert concept in concepts(english)
    assert concept in concepts(chinese)
    assert concept in concepts(TO_SIMPLIFIED(chinese))
    assert concept in concepts(TO_TRADITIONAL(chinese))
