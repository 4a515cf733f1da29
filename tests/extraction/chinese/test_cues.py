"""Cues in Chinese: who speaks, which medium relays, and what only looks like a cue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.chinese.cues import chinese_cues
from ledger.extraction.cue import Cue
from ledger.extraction.spelling import one_spelling


def cue(sentence: str) -> Cue | None:
    found = chinese_cues(one_spelling(sentence))
    sure = [one for one in found if one.sure and one.speaker is not None]
    return (sure or found or [None])[0]  # type: ignore[list-item]


def speaker(sentence: str) -> str | None:
    found = cue(sentence)
    if found is None or found.speaker is None:
        return None
    return sentence[found.speaker.start : found.speaker.end]


def relay(sentence: str) -> str | None:
    relays = [one.relay for one in chinese_cues(one_spelling(sentence)) if one.relay is not None]
    return sentence[slice(*relays[0])] if relays else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("藍灣市長杜景和表示，橋會通車。", "杜景和", id="a title before the name"),
        pytest.param(
            "北岸銀行首席分析師衛子謙在報告中指出，利率會降。", "衛子謙", id="in a report"
        ),
        pytest.param(
            "公會秘書長歐陽雪（Olivia Ouyang）則說，不意外。", "歐陽雪", id="Latin behind"
        ),
        pytest.param("橋梁專家約翰·史東警告，橋不安全。", "約翰·史東", id="a dot in the name"),
        pytest.param(
            "曾任港務局長的杜景和預計，運費會漲。", "杜景和", id="a clause before the name"
        ),
        pytest.param(
            "杜景和週二受訪時強調，橋會通車。", "杜景和", id="a day and an adverb between"
        ),
        pytest.param(
            "藍灣市長杜景和（Jing Du），也是工程師，在會上表示，橋安全。", "杜景和", id="two"
        ),
        pytest.param("「橋會通車。」杜景和說。", "杜景和", id="behind the words"),
        pytest.param("「橋會通車」，杜景和說，「明年」。", "杜景和", id="between the words"),
        pytest.param("網友「阿海」質疑，錢去了哪裡。", "阿海", id="a nickname in quotes"),
        pytest.param("有專家認為，橋太窄。", "專家", id="somebody unnamed"),
        pytest.param(
            "財政局一位不願具名的官員告訴記者，橋要重建。",
            "財政局一位不願具名的官員",
            id="one of a body, described",
        ),
        pytest.param(
            "多名沿線商戶向本報記者抱怨，生意下滑。", "多名沿線商戶", id="several of a kind"
        ),
        pytest.param(
            "一名熟悉內情的人士透露，橋會拆。", "一名熟悉內情的人士", id="unnamed, described"
        ),
        pytest.param("還有分析稱，橋會拆。", "分析", id="analysis speaks"),
        pytest.param("不過，她也同意，橋太窄。", "她", id="a pronoun"),
        pytest.param("研究公司Norquay發現，車流減少。", "Norquay", id="a company in Latin"),
        pytest.param("經理水向東對記者坦言，很貴。", "水向東", id="向 inside a name"),
        pytest.param("預報員廖于萱指出，會下雨。", "廖于萱", id="于 inside a name"),
        pytest.param("駱建華當時強調，不會拆。", "駱建華", id="a time behind a name"),
        pytest.param("童振邦答詢時強調，不會拆。", "童振邦", id="while answering"),
        pytest.param("一名不願具名的官員透露，會拆。", "一名不願具名的官員", id="a clause in it"),
        pytest.param("被害人的母親說，不夠。", "被害人的母親", id="kin keep whose they are"),
        pytest.param("「我們不退。」王磊苦笑道。", "王磊", id="道"),
        pytest.param("有島民悲觀地認為，沒救了。", "島民", id="how they hold it"),
        pytest.param("「很貴。」該業內人士稱。", "該業內人士", id="該 and people"),
        pytest.param("競爭對手磐石電子否認此事。", "磐石電子", id="what it is before the name"),
        pytest.param("藍灣高等法院裁定，禁令違法。", "藍灣高等法院", id="a court rules"),
        pytest.param("市長杜景和與議長高振聲會面後表示，橋會通車。", "杜景和", id="met somebody"),
        pytest.param("對岸鷹派抨擊大橋，稱它是陷阱。", "對岸鷹派", id="two verbs, one subject"),
    ],
)
def test_who_speaks(sentence: str, expected: str) -> None:
    assert speaker(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("數據表示，車流減少。", id="data do not speak"),
        pytest.param("這份名稱沒有改。", id="稱 inside a word"),
        pytest.param("他寫的小說得獎。", id="說 inside a word"),
        pytest.param("官員被批評後離開。", id="spoken of"),
        pytest.param("杜景和拒絕評論。", id="did not speak"),
        pytest.param("儘管杜景和曾宣布停工，橋還是通車。", id="leads up to the words"),
        pytest.param("杜景和宣布停工之後，車流減少。", id="after it was made known"),
        pytest.param("恆指收漲，市場觀望。", id="指 inside a word"),
        pytest.param("該計劃表示，會拆。", id="該 and a thing"),
        pytest.param("他走過街道，很久。", id="道 inside a word"),
        pytest.param("杜景和的解釋沒有說服力。", id="a noun behind 的"),
    ],
)
def test_nobody_speaks(sentence: str) -> None:
    assert speaker(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("根據《群島財經》，橋會拆。", "群島財經", id="according to"),
        pytest.param("《群島財經》報導，橋會拆。", "群島財經", id="a medium reports"),
        pytest.param("據沼地日報報導，橋會拆。", "沼地日報", id="without title marks"),
        pytest.param(
            "杜景和接受群島電視台（ITV）專訪時說，橋會拆。", "ITV", id="letters in brackets"
        ),
        pytest.param("杜景和向中國媒體財新表示，橋會拆。", "財新", id="a kind of medium before it"),
        pytest.param("杜景和告訴《沼地日報》，橋會拆。", "沼地日報", id="told a medium"),
        pytest.param("外電報導指出，橋會拆。", "外電", id="media nobody names"),
        pytest.param("杜景和告訴記者，橋會拆。", None, id="reporters are no medium"),
        pytest.param("杜景和在《橋的歷史》中寫道，橋會拆。", None, id="a book is no medium"),
    ],
)
def test_which_medium_relays(sentence: str, expected: str | None) -> None:
    assert relay(sentence) == expected


def test_whom_a_medium_quotes() -> None:
    sentence = "《群島財經》引述兩名知情人士報導，橋會拆。"
    assert (speaker(sentence), relay(sentence)) == ("兩名知情人士", "群島財經")


def test_a_report_named_before_is_pointed_at() -> None:
    found = cue("報導分析稱，橋會拆。")
    assert found is not None
    assert found.of_report


@given(st.text(alphabet="據《》報導說表示稱他的，。「」（）某市長12日", max_size=60))
def test_offsets_lie_in_the_sentence(text: str) -> None:
    for found in chinese_cues(one_spelling(text)):
        spans = [(found.start, found.end), found.about]
        spans += [(found.speaker.start, found.speaker.end)] if found.speaker else []
        spans += [found.relay] if found.relay else []
        assert all(0 <= start <= end <= len(text) for start, end in spans)
