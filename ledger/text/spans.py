"""Places of a text, in code points of it."""

from collections.abc import Iterable, Sequence


def merged(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    """Places in their order, those that meet or overlap made one, empty ones left out."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted((span[0], span[1]) for span in spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        elif start < end:
            apart.append((start, end))
    return apart
