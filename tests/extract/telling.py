"""What the tests of this folder share: a sentence in, its events out, with the shipped names and the real tagger."""

from datetime import date
from functools import cache

from timeline_app.extract import Gazetteer, extract
from timeline_app.extract.words.parser import available
from timeline_app.model import Article, Mention
from timeline_app.store.package import DEFAULT, load
from timeline_app.tag import tag

PUBLISHED = date(2024, 6, 20)  # a Thursday

NEEDS_MODEL = {lang: available(lang) for lang in ("en", "fr")}


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.of(load(DEFAULT))


def tell(
    text: str, lang: str = "en", *, published: date | None = PUBLISHED, parser: bool = True, title: str = ""
) -> list[Mention]:
    """The events of a text as the stage tells them."""
    article = Article(text=text, lang=lang, outlet="Test Wire", title=title, published=published)
    return extract(article, tag(text, lang, published), gazetteer(), parser=parser)


def one(text: str, lang: str = "en", **options: object) -> Mention:
    """The only event of a text."""
    found = tell(text, lang, **options)  # type: ignore[arg-type]
    assert len(found) == 1, [(str(m.date), m.label) for m in found]
    return found[0]
