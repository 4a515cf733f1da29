"""Named tuples made by the hundred thousand."""

made = tuple.__new__
"""``made(Mention, (start, end, id))`` is ``Mention(start, end, id)``; every field is given.

It takes a fourth of what calling the class does, and each figure and phrase has some.
"""
