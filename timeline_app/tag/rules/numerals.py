"""Numbers as a text writes them: in digits or in words, counting or ordering; and the classes of words made of them."""

from collections.abc import Mapping, Sequence

from timeline_app.tag.rules.alphabet import DECIMAL, FOUR, LONG, OLD_YEAR, THREE, YEAR, Alphabet
from timeline_app.tag.rules.pattern import WordClass, any_of, charset

_NEVER = "\ufffe"
"""A symbol that no text has."""


def read_count(values: Sequence[float]) -> float:
    """The number that number words make in their order: [2, 100, 30, 5] is 235, [4, 20, 10] of French 90."""
    total, current = 0.0, 0.0
    for value in values:
        if value >= 1000:
            total += max(current, 1) * value
            current = 0
        elif value == 100 or (value == 20 and 0 < current < 10):
            current = max(current, 1) * value
        else:
            current += value
    return total + current


def read_year(values: Sequence[float]) -> int:
    """A year said in words: [19, 90, 6] is 1996, [2, 1000, 3] is 2003."""
    if values and 10 <= values[0] <= 21 and len(values) > 1 and values[1] < 100:
        return int(values[0] * 100 + read_count(values[1:]))
    return int(read_count(values))


def digits(token: str) -> float | int:
    plain = token.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def number_classes(
    alphabet: Alphabet,
    words: Mapping[str, float],
    joins: Sequence[str],
    ordinals: Mapping[str, int],
    suffixes: Sequence[str],
    decimal: str = ".",
) -> dict[str, WordClass]:
    """The classes that every language has: n, day, month_number, hour, minute, year, short_year, nth, said_year ...

    `words` and `ordinals` map symbols to values; `joins` are words within a number ("and"); `suffixes` make an
    ordinal of digits ("th"); `decimal` is the mark before decimals: where it is a comma, a point parts thousands.
    """
    small = alphabet.numbers(range(100))
    small_set = charset("".join(small))
    values = dict(words)

    def count(symbols: str, tokens: list[str]) -> object:
        if tokens[0][0].isdigit():
            if decimal == "," and tokens[1:2] == [","]:
                return float(f"{tokens[0]}.{tokens[2]}")
            whole = digits(tokens[0].replace(".", "") if decimal == "," else tokens[0])
            if len(tokens) >= 3 and tokens[-2] in ("/", "⁄") and tokens[-1].isdigit() and tokens[-1] != "0":
                top = digits(tokens[-3]) if len(tokens) > 3 else whole
                return (whole if len(tokens) > 3 else 0) + top / digits(tokens[-1])
            rest = _word_values(symbols[1:], values)
            return read_count([whole, *rest]) if rest else whole
        return read_count(_word_values(symbols, values))

    def nth(symbols: str, tokens: list[str]) -> object:
        if tokens[0][0].isdigit():
            return int(digits(tokens[0]))
        last = symbols.rfind(symbols[-1])
        return int(
            read_count([*_word_values(symbols[:last], values), ordinals.get(symbols, ordinals.get(symbols[last], 0))])
        )

    word = any_of(values) if values else "(?!)"
    join = any_of(dict.fromkeys((alphabet.add(j) for j in joins), 0)) if joins else "(?!)"
    spelled = _spelled(values, join)
    numeric = f"[{small_set[1:-1]}{YEAR}{OLD_YEAR}{THREE}{FOUR}{LONG}{DECIMAL}]"
    fraction = f"(?:{small_set}?{small_set}/{small_set})"
    if decimal == ",":
        fraction = f"(?:{fraction}|{small_set},{small_set})"
    first_words = frozenset(entry[0] for entry in values)
    first_digits = frozenset(small) | {YEAR, OLD_YEAR, THREE, FOUR, LONG, DECIMAL}
    suffix = any_of(dict.fromkeys((alphabet.add(s) for s in suffixes), 0)) if suffixes else "(?!)"
    order = any_of(ordinals) if ordinals else "(?!)"
    plain = frozenset(small)

    def within(low: int, high: int, *, padded: bool | None = None) -> WordClass:
        allowed = {
            s: v for s, v in small.items() if low <= v <= high and (padded is None or _padded(s, v, alphabet) or v > 9)
        }
        return WordClass(charset("".join(allowed)), lambda s, _: small[s], frozenset(allowed), single=True)

    first_half, rest = (
        {s: v for s, v in values.items() if low <= v <= high} or {"(?!)": 0} for low, high in ((10, 20), (1, 99))
    )
    teens = {s: v for s, v in values.items() if 10 <= v <= 99} or {"(?!)": 0}
    thousand = {s: v for s, v in values.items() if v == 1000} or {"(?!)": 0}
    two = {s: v for s, v in values.items() if v == 2} or {"(?!)": 0}
    said = (
        f"(?:{any_of(first_half)}-?{any_of(teens)}(?:-?{any_of(rest)})?"
        f"|{any_of(two)}-?{any_of(thousand)}(?:(?:{join})?{any_of(rest)}(?:-?{any_of(rest)})?)?)"
    )
    return {
        "n": WordClass(f"(?:{fraction}|{numeric}(?:{spelled})?|{spelled})", count, first_words | first_digits),
        "digits": WordClass(f"(?:{numeric})", count, first_digits, single=True),
        "day": within(1, 31),
        "month_number": within(1, 12),
        "hour": within(0, 24),
        "minute": within(0, 59, padded=True),
        "short_year": within(0, 99, padded=True),
        "year": WordClass(f"[{YEAR}{OLD_YEAR}]", lambda _, t: int(t[0]), frozenset({YEAR, OLD_YEAR}), single=True),
        "four_digits": WordClass(
            f"[{YEAR}{OLD_YEAR}{FOUR}]", lambda _, t: int(t[0]), frozenset((YEAR, OLD_YEAR, FOUR)), single=True,
        ),
        "modern_year": WordClass(YEAR, lambda _, t: int(t[0]), frozenset(YEAR), single=True),
        "old_year": WordClass(
            f"[{THREE}{YEAR}{OLD_YEAR}{small_set[1:-1]}]", lambda _, t: int(t[0]), plain | {THREE, YEAR, OLD_YEAR},
            single=True,
        ),
        "said_year": WordClass(
            said, lambda s, _: read_year(_word_values(s, values)), frozenset(s[0] for s in (*first_half, *two)),
            (*first_half, *thousand)
        ),
        "nth": WordClass(
            f"(?:[{small_set[1:-1]}{THREE}]{suffix}|(?:{word}-?)?{order})", nth,
            plain | {THREE} | frozenset(o[0] for o in ordinals) | first_words,
        ),
    }  # fmt: skip


def _spelled(values: Mapping[str, float], join: str) -> str:
    """Number words in the order that makes a number: tens before ones, each before what multiplies it.

    A unit before twenty ("quatre-vingt") and ten before seven ("dix-sept") are hyphenated.
    """
    ones, teens, tens, many = (
        any_of({s: v for s, v in values.items() if low <= v < high} or {_NEVER: 0})
        for low, high in ((1, 10), (10, 20), (20, 100), (100, 10**12))
    )
    small = f"(?:{teens}(?:-{ones})?|{ones})"
    below = f"(?:(?:{ones}-)?{tens}(?:-?(?:{join})?{small})?|{small})"
    behind = f"(?:-?(?:{join})?{below})?"
    return f"(?:{many}{behind}|{below})(?:-?{many}{behind}){{0,3}}"


def _padded(symbol: str, value: int, alphabet: Alphabet) -> bool:
    return alphabet[f"{value:02d}"] == symbol


def _word_values(symbols: str, values: Mapping[str, float]) -> list[float]:
    """Values of the number words in a string of symbols; marks and joins are passed over."""
    longest = max(map(len, values), default=1)
    found, at = [], 0
    while at < len(symbols):
        for length in range(min(longest, len(symbols) - at), 0, -1):
            if symbols[at : at + length] in values:
                found.append(values[symbols[at : at + length]])
                at += length
                break
        else:
            at += 1
    return found
