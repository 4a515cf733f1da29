"""An article, and what the program makes of it."""

from tests.cli.program import Program

PAGE = """藍灣港務費明年調漲
港務局長杜景和週二表示，港務費將調漲12%。
工程師歐陽雪說，疏浚費用達4.3億元。
""".encode()
ON_A_DAY = ("--outlet", "潮聲社", "--published", "2025-12-12")


def extract(program: Program, *more: str) -> str:
    ended = program("extract", "-", *ON_A_DAY, *more, stdin=PAGE)
    assert ended.code == 0
    return ended.out
