"""Whether a mention quotes what its article says."""

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
    """Raises `StoreError` where the text is one that no database takes unchanged."""
    try:
        article.text.encode()
    except UnicodeEncodeError as error:
        raise StoreError(f"the text holds half a character at {error.start}: read it anew as UTF-8") from None
    if "\0" in article.text:
        raise StoreError("the text holds a zero character, which no database takes: remove it and try again")
