"""Words with their place in the article and, where a parser has seen them, their part in the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline_app.extract.words.folding import fold

_WORD = re.compile(
    r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"  # 1,500  1 500  3.5
    r"|[^\W\d_]['’](?=[^\W\d_]{2})"  # l' d' before its word
    r"|(?:[^\W_]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word at article offsets. `role` is the neutral name of its part in the sentence ("" without a parse), `head`
    the index of the word that it hangs on (its own at the root)."""

    index: int
    start: int
    end: int
    text: str
    norm: str
    lemma: str = ""
    pos: str = ""
    role: str = ""
    head: int = -1
    tag: str = ""
    morph: str = ""

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A half-open span of the article and its words; `children` are for each word those that hang on it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    parsed: bool = False
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    _norms: list[str] = field(default_factory=list, init=False, repr=False)
    _below: dict[int, frozenset[int]] = field(default_factory=dict, init=False, repr=False)

    def within(self, start: int, end: int) -> list[Token]:
        """The words that share a character with this span of the article."""
        return [t for t in self.tokens if t.start < end and start < t.end]

    def subtree(self, index: int) -> frozenset[int]:
        """A word and all that hangs on it."""
        if index not in self._below:
            found, todo = {index}, [index]
            while todo:
                for child in self.children[todo.pop()]:
                    if child not in found:
                        found.add(child)
                        todo.append(child)
            self._below[index] = frozenset(found)
        return self._below[index]

    def norms(self) -> Sequence[str]:
        """The words, folded."""
        if not self._norms:
            self._norms.extend(t.norm for t in self.tokens)
        return self._norms


def plain_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of a span without any parse."""
    return tuple(
        Token(i, start + m.start(), start + m.end(), m[0], fold(m[0]))
        for i, m in enumerate(_WORD.finditer(text[start:end]))
    )


def family(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """For each word those that hang on it, in the order of the text."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head not in (token.index, -1):
            children[token.head].append(token.index)
    return tuple(map(tuple, children))
