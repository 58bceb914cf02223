"""What is kept of the model's rules says the same as the rules themselves."""

import importlib
from typing import Any

import pytest

from timeline_app.extract.words.parser import available
from timeline_app.extract.words.ruler import Remembering
from timeline_app.language import load

TEXTS = {
    "en": (
        "There is no truce, they didn't sign it and those who'd left won't be back.",
        "That said, he has done all that he could before the army came.",
        "It's gonna rain; let's go, you said to me.",
        "There is no truce, they didn't sign it and those who'd left won't be back.",
    ),
    "fr": (
        "Le cessez-le-feu n'a pas tenu, et ceux qui l'avaient signé l'ont rompu.",
        "Il aurait été tué, dit-on, avant que l'armée n'arrive.",
        "Le cessez-le-feu n'a pas tenu, et ceux qui l'avaient signé l'ont rompu.",
    ),
}


@pytest.mark.parametrize("lang", TEXTS)
def test_kept_rules_match_what_the_rules_match(lang: str) -> None:
    if not available(lang):
        pytest.skip(f"no model for {lang} is installed")
    words: dict[str, Any] = load(lang, "extract_syntax")
    nlp: Any = importlib.import_module(words["model"]).load(disable=words["unused"])
    ruler = nlp.get_pipe("attribute_ruler")
    kept = Remembering(ruler.matcher, [rule["patterns"] for rule in ruler.patterns])
    for text in TEXTS[lang]:
        with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
            doc = nlp(text)
        assert sorted(kept(doc)) == sorted(ruler.matcher(doc, allow_missing=True, as_spans=False))
