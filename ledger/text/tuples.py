"""Named tuples made by the hundred thousand."""

made = tuple.__new__
"""``made(Mention, (start, end, id))`` is ``Mention(start, end, id)``: every field is given, in order.

It takes a fourth of what calling the class does, which counts where each figure or phrase has one.
"""
