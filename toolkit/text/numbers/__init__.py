"""Numbers of Arabic and English texts by their value: figures, words, dates, units, rates and ratios."""

from toolkit.text.numbers.find import find_numbers
from toolkit.text.numbers.values import Number

__all__ = ["Number", "find_numbers"]
