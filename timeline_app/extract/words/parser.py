"""The dependency parse: the one place that knows spaCy. Its labels are turned into the neutral ones of a language's
`extract_syntax.toml`; everybody else reads `Token.role`.

A model is loaded once per process and language, when its first sentence comes. Where it is not installed, `parse`
returns nothing and the rules go on alone.
"""

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from timeline_app.extract.words.folding import fold
from timeline_app.extract.words.ruler import Remembering
from timeline_app.extract.words.tokens import Sentence, Token, family
from timeline_app.language import load


@cache
def _model(lang: str) -> Any:
    """The loaded pipeline of a language, or none."""
    try:
        package = importlib.import_module(load(lang, "extract_syntax")["model"])
    except ImportError:
        return None
    nlp = package.load(disable=load(lang, "extract_syntax")["unused"])
    if "attribute_ruler" in nlp.pipe_names:
        ruler = nlp.get_pipe("attribute_ruler")
        ruler.matcher = Remembering(ruler.matcher, [rule["patterns"] for rule in ruler.patterns])
    return nlp


def available(lang: str) -> bool:
    """Whether the language's model can be loaded."""
    return _model(lang) is not None


def parse(text: str, spans: Sequence[tuple[int, int]], lang: str) -> list[Sentence] | None:
    """The parsed sentences at these spans of a text, all in one batch; `None` where the model is not installed."""
    nlp = _model(lang)
    if nlp is None:
        return None
    roles: dict[str, str] = load(lang, "extract_syntax")["roles"]
    docs = nlp.pipe((_whole(nlp, text[start:end]) for start, end in spans), batch_size=64)
    return [_sentence(doc, start, end, roles) for doc, (start, end) in zip(docs, spans, strict=True)]


def _whole(nlp: Any, text: str) -> Any:
    """A text that the parser may not cut: left to itself it takes a name that it does not know for a sentence."""
    doc = nlp.make_doc(_smooth(text))
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _smooth(text: str) -> str:
    """Line breaks and typographic marks as the models know them, at the same offsets."""
    return text.translate({10: " ", 13: " ", 0x2019: "'", 0xA0: " ", 0x202F: " "})


def _sentence(doc: Any, start: int, end: int, roles: dict[str, str]) -> Sentence:
    kept = [t for t in doc if not t.is_space]
    index = {t.i: place for place, t in enumerate(kept)}
    tokens = []
    for place, t in enumerate(kept):
        text, at, role, head = t.text, start + t.idx, t.dep_, t.head
        while head.i not in index and head.head is not head:
            head = head.head
        tokens.append(
            Token(
                place, at, at + len(text), text, fold(text), t.lemma_ or text.lower(), t.pos_,
                roles.get(role) or roles.get(role.split(":")[0], role.lower()), index.get(head.i, place),
                t.tag_, str(t.morph),
            )
        )  # fmt: skip
    made = tuple(tokens)
    return Sentence(start, end, made, True, family(made))
