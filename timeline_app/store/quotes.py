"""Whether a mention quotes what its article says, and whether an article can be stored."""

from dataclasses import fields

from timeline_app.errors import StoreError
from timeline_app.model import Article, Mention


def check_quotes(mention: Mention, text: str) -> None:
    """Raises `StoreError` where evidence or time expression are not at their place in the text, up to white space."""
    quotes = ((mention.evidence, mention.start, mention.end), (mention.timex, mention.timex_start, mention.timex_end))
    for quote, start, end in quotes:
        if not 0 <= start < end <= len(text) or text[start:end].split() != quote.split():
            told = (
                f"mention {mention.id} ({mention.label}) quotes {quote!r}, which the text of its article does not say"
            )
            raise StoreError(f"{told}: remove the article {mention.article} and add it again")


def check_storable(article: Article) -> None:
    """Raises `StoreError` where the article holds a character that no database takes."""
    for name, value in ((field.name, getattr(article, field.name)) for field in fields(article)):
        if not isinstance(value, str):
            continue
        try:
            value.encode()
        except UnicodeEncodeError as error:
            told = f"the {name} holds half a character at {error.start}"
            raise StoreError(f"{told}: read the report anew as UTF-8") from None
        if "\0" in value:
            raise StoreError(f"the {name} holds a zero character, which no database takes: remove it and try again")
