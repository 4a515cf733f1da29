"""Sentences: where they end in English and Chinese, and that nothing is lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.page.sentences import sentences


def pieces(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["大橋完工。", "預算超支！", "誰付錢？"], id="the three full marks"),
        pytest.param(["真的？！", "不會吧！！！", "好"], id="runs of marks stay whole"),
        pytest.param(["市長說：「橋會通車。」", "他沒有說何時。"], id="the closing quote stays"),
        pytest.param(["他說：『「甲。」乙。』", "完。"], id="nested closing quotes stay"),
        pytest.param(["「橋會通車。船會到。」", "他走了。"], id="a short quotation stays whole"),
        pytest.param(["「橋會通車。」市長說。", "他走了。"], id="with the remark on who said it"),
        pytest.param(["「橋會通車。」", "市長說，他走了。"], id="not with what is more than that"),
        pytest.param(["他說：「橋會通車。", "船會到。", "完。"], id="a quote never closed"),
        pytest.param(
            ["「" + "橋通了。", *["橋通了。"] * 98, "橋通了。」", "完"], id="a speech is split"
        ),
        pytest.param(["（見附表。）", "下一句。"], id="a closing bracket stays"),
        pytest.param(["她喊「停！」，沒有人停。"], id="a comma after the quote goes on"),
        pytest.param(["《港口，你好！》是一部電影。", "好看。"], id="a mark inside a title"),
        pytest.param(["他看完《港口！》 ", "她沒看。"], id="a title before a space ends"),
        pytest.param(["船期……還沒有定。", "等等……"], id="an ellipsis alone ends nothing"),
        pytest.param(["成長3.5%。", "第1.2節。"], id="decimals and section numbers"),
        pytest.param(["約翰.史密斯說，橋會通。", "他走了。"], id="a stop inside a foreign name"),
        pytest.param(["全球競賽如火如荼之際,橋已完工.", "船也到了."], id="ASCII marks throughout"),
        pytest.param(["真的嗎?", "是的!", "好"], id="ASCII question and exclamation marks"),
        pytest.param(['市長說:"橋會通車。"', "沒有人信。"], id="a straight quote closes"),
        pytest.param(["他走了。", '"我不知道。"'], id="a straight quote opens"),
        pytest.param(["据Acme Inc.表示，橋已完工。", "U.S.政府否認。"], id="Latin abbreviations"),
        pytest.param(["他說“好。”", "她說‘不。’", "完"], id="curly quotes"),
        pytest.param(["營收年增五成｡", "下一句"], id="half width full stop"),
    ],
)
def test_chinese_sentences(expected: list[str]) -> None:
    assert pieces("".join(expected)) == [piece.strip() for piece in expected]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["The bridge opened.", "It cost more.", "Who pays?"], id="plain marks"),
        pytest.param(["Mr. Alden met Dr. Ross.", "St. Ives agreed."], id="titles end nothing"),
        pytest.param(["J.P. Harrow and K. Lee left.", "Both won."], id="initials"),
        pytest.param(["The U.S. Navy came.", "It left the U.S.", "The port shut."], id="U.S."),
        pytest.param(["Acme Inc. said so.", "He left Acme Inc.", "The rest stayed."], id="Inc."),
        pytest.param(["Rates rose 3.5 percent to $1.2 billion.", "No one cheered."], id="decimals"),
        pytest.param(["It is No. 5 of 12.", "She said no.", "They left."], id="No. and no."),
        pytest.param(["It opens on Jan. 3 at 5 p.m. local time.", "Come."], id="dates and hours"),
        pytest.param(['"We won."', "She smiled."], id="a stop inside straight quotes"),
        pytest.param(["“We won.”", "She smiled."], id="a stop inside curly quotes"),
        pytest.param(
            ['"We won. They lost." Alden said.', "Done."], id="a quotation and its remark"
        ),
        pytest.param(['"Why?" he asked.', '"Go!"', "They went."], id="a mark before lower case"),
        pytest.param(["He waited... and left.", "She stayed..."], id="an ellipsis goes on"),
        pytest.param(["See https://example.org/a?b=c.d for it.", "Done."], id="addresses"),
        pytest.param(["1. The first point.", "2. The second."], id="numbering stays"),
        pytest.param(["Yahoo! Post closed.", "Stop!", "He ran."], id="a mark within a name"),
        pytest.param(["It rose (by 5 %.)", "[Then it fell.]", "Good."], id="brackets stay"),
        pytest.param(
            ["It fell.", "$5 million is gone.", "“Gone,” he said."], id="figure or quote next"
        ),
        pytest.param(["The port—closed.—shut again."], id="a dash goes on"),
        pytest.param(["'Go.'", "'Tis done.", "It's over."], id="single quotes"),
    ],
)
def test_english_sentences(expected: list[str]) -> None:
    assert pieces(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x85", "\v", "\f"]
)
def test_a_line_break_ends_a_sentence(end: str) -> None:
    assert pieces(f"Headline without a stop{end} 下一行 {end}") == [
        "Headline without a stop",
        "下一行",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\t"])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert sentences(text) == []


_MARKED = st.text("aZ 港。！？.!?…\"'「」》,，\n\u2028 \t5")


@given(_MARKED | st.text())
def test_every_visible_character_is_in_one_sentence(text: str) -> None:
    covered = [at for found in sentences(text) for at in range(found.start, found.end)]
    assert covered == sorted(set(covered))
    missed = set(range(len(text))) - set(covered)
    assert all(text[at].isspace() for at in missed)


@given(_MARKED | st.text())
def test_sentences_begin_and_end_on_something_visible(text: str) -> None:
    for piece in pieces(text):
        assert piece == piece.strip()
        assert piece


@pytest.mark.parametrize(
    "piece", [". ", ".", '."', "a.", "A. ", "「。」", "……", " ", "\n", "。》", "Inc. ", ".A"]
)
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 20_000
    found = sentences(text)
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == "".join(text.split())
