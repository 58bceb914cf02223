"""Title, outlet, author, date and language out of what stands around a report."""

from datetime import date
from pathlib import Path

import pytest

from timeline_app.read import read, read_file, reads_like
from timeline_app.read.dateline import date_in_address, find_dates

BODY = {
    "en": "Soldiers of the garrison left the town at dawn on Monday and drove towards the river, three traders who "
    "were at the market told us by telephone. The ministry has not said where they are, and nobody answered its lines.",
    "fr": "Les soldats de la garnison ont quitté la ville lundi à l'aube et roulé vers le fleuve, ont raconté trois "
    "commerçants joints au marché par téléphone. Le ministère n'a pas dit où ils sont, et personne n'y répond.",
}

HEADERS = [
    # header, footer, language, date, what told it
    ("The garrison leaves\nSunday, 26 September 2021 7:19 AM", "", "en", date(2021, 9, 26), "date line"),
    ("The garrison leaves\nWednesday April 21st 2021", "", "en", date(2021, 4, 21), "date line"),
    ("The garrison leaves\n2021-09-26T07:19:00+00:00", "", "en", date(2021, 9, 26), "date line"),
    ("The garrison leaves\n26.09.21", "", "en", date(2021, 9, 26), "date line"),
    ("La garnison s'en va\nPar Le Fleuve avec AF, le 26 septembre 2021", "", "fr", date(2021, 9, 26), "header line"),
    ("La garnison s'en va\n26 septembre 2021, par Awa Sow", "", "fr", date(2021, 9, 26), "header line"),
    ("The garrison leaves\n14 May 2024 · Ada Okoye and Piet Maas", "", "en", date(2024, 5, 14), "header line"),
    ("The garrison leaves\nBy Ada Okoye, Dakar, Mon 27/09/2021", "", "en", date(2021, 9, 27), "dateline"),
    ("The garrison leaves\nPublished 3 May 2022 | Updated 4 May 2022", "", "en", date(2022, 5, 3), "published line"),
    ("The garrison leaves\nUpdated 4 May 2022 - Published 3 May 2022", "", "en", date(2022, 5, 3), "published line"),
    ("The garrison leaves\nLast updated: 22 January 2013, 18:40 GMT", "", "en", date(2013, 1, 22), "updated line"),
    ("The garrison leaves\n03/04/2021", "", "en", date(2021, 4, 3), "date line, day and month by custom"),
    ("The garrison leaves\nSaturday 03/04/2021", "", "en", date(2021, 4, 3), "date line"),
    ("The garrison leaves\nThursday 03/04/2021", "", "en", date(2021, 3, 4), "date line"),
    ("The garrison leaves\n09/26/2021", "", "en", date(2021, 9, 26), "date line"),
    ("The garrison leaves (30 June 2016)", "", "en", date(2016, 6, 30), "title"),
    ("La garnison s'en va\nPublié le 18/02/2022", "", "fr", date(2022, 2, 18), "published line"),
    ("La garnison s'en va\nPublié le : 03/05/2021 - 08:12 | Modifié le : 04/05/2021 - 17:40", "", "fr",
     date(2021, 5, 3), "published line"),
    ("La garnison s'en va\nLe 3 juin 2021 à 10h", "", "fr", date(2021, 6, 3), "date line"),
    ("La garnison s'en va\nJeudi 1er août 2019", "", "fr", date(2019, 8, 1), "date line"),
    ("La garnison s'en va\nMis à jour le 3 févr. 2021 à 10 h 05", "", "fr", date(2021, 2, 3), "updated line"),
    ("La garnison s'en va", "Fait à Niamey, le 4 août 2024", "fr", date(2024, 8, 4), "place and date line"),
    # Nothing tells it: an incomplete dateline, a picture, a stand of figures, a copyright, a date in a sentence.
    ("The garrison leaves\nGAO, Aug 20 (Wire) —", "", "en", None, ""),
    ("The garrison leaves\n[Photo] A parade in the capital, 7 August 2019.", "", "en", None, ""),
    ("La garnison s'en va\nChiffres arrêtés au 28 juin 2016", "", "fr", None, ""),
    ("The garrison leaves", "© 2004–2022 Some Press, 14 rue du 7-Décembre-1960", "en", None, ""),
    ("The garrison leaves", "The next report on the affair will be out here on 21 July 2022 at noon.", "en", None, ""),
    ("The garrison leaves\n31 February 2021", "", "en", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("header", "footer", "lang", "published", "how"), HEADERS)
def test_the_header_or_footer_tells_the_day_of_publication(header, footer, lang, published, how):
    article = read(f"{header}\n\n{BODY[lang]}\n\n{footer}")
    assert (article.published, article.published_from, article.lang) == (published, how, lang)


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("NIAMEY, 26 mai 2021 (Agence) - ", date(2021, 5, 26)),
        ("THE HAGUE, May 26, 2021 (Wire) — ", date(2021, 5, 26)),
        ("Bamako (Agence) – 26 mai 2021 – ", date(2021, 5, 26)),
        ("On 26 May 2021 ", None),
        ("What we know of the attack of 26 May 2021 - ", None),
    ],
)
def test_the_first_paragraph_tells_it_only_as_a_dateline(opening, published):
    assert read("The garrison leaves\n\n" + opening + BODY["en"]).published == published


def test_what_is_given_wins_over_front_matter_over_the_header():
    text = (
        f"---\noutlet: The Daily\npublished: 2020-01-02\nlang: en-GB\n---\nA title of sorts\n3 May 2021\n\n{BODY['en']}"
    )
    article = read(text)
    assert (article.published, article.published_from) == (date(2020, 1, 2), "front matter")
    assert (article.outlet, article.lang, article.title) == ("The Daily", "en", "A title of sorts")
    assert article.text.startswith("A title of sorts\n3 May 2021")
    given = read(text, published=date(2019, 1, 1), title="T", outlet="O", lang="fr", url="https://example.org/a")
    assert (given.published, given.published_from, given.title) == (date(2019, 1, 1), "given", "T")
    assert (given.outlet, given.lang, given.url) == ("O", "fr", "https://example.org/a")


def test_a_link_that_holds_the_day_tells_it_where_the_text_does_not():
    article = read(f"The garrison leaves\n\n{BODY['en']}", url="https://example.org/world/2021/09/26/garrison")
    assert (article.published, article.published_from) == (date(2021, 9, 26), "address")
    assert date_in_address("https://example.org/20211399-x") is None
    assert date_in_address("https://[broken") is None


@pytest.mark.parametrize(
    ("header", "title", "outlet", "author"),
    [
        ("DONATE: keep us going\n\nNorth Press\n\nThe garrison leaves its post\n\nNorth Press\n\n3 May 2021",
         "The garrison leaves its post", "North Press", ""),
        ("We use cookies. Accept all\nHome › Africa › Sahel\nThe garrison leaves its post\nBy Ada Okoye in Dakar",
         "The garrison leaves its post", "", "Ada Okoye"),
        ("ANALYSIS\nOld habits of a garrison town\nBy Ada Okoye and Piet Maas\n4 October 2021",
         "Old habits of a garrison town", "", "Ada Okoye and Piet Maas"),
        ("# The garrison leaves its post\n\n3 May 2021", "The garrison leaves its post", "", ""),
        ("Accueil > Afrique\nLa garnison s'en va\nPar Awa Dembélé, à Gao\nPartager : lien copié !",
         "La garnison s'en va", "", "Awa Dembélé"),
        ("The garrison leaves its post\n\nGAO, 3 May 2021 (North Wire) - Nobody saw it come.",
         "The garrison leaves its post", "North Wire", ""),
        ("The garrison leaves its post\nBy Ada Okoye | The Lake Post | Sunday, 26 September 2021 | 3 min read",
         "The garrison leaves its post", "The Lake Post", "Ada Okoye"),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_the_headline_is_told_from_outlet_menu_and_byline(header, title, outlet, author):
    article = read(f"{header}\n\n{BODY['fr' if 'Afrique' in header else 'en']}")
    assert (article.title, article.outlet, article.author) == (title, outlet, author)


def test_the_holder_of_the_copyright_is_the_outlet_where_nothing_else_is():
    assert (
        read(f"A title of sorts\n\n{BODY['en']}\n\n© 2004–2022 North Press. All rights reserved").outlet
        == "North Press"
    )


@pytest.mark.parametrize("text", ["The convoy left on Monday.", "12", "© 2012", "The end.\nNo more."])
def test_a_text_without_headline_has_none(text):
    assert read(text).title == ""


def test_dates_in_a_line_name_real_days_only():
    line = "from 30/02/2021 and 2021-13-01 to 1er mai 2021, 12.05.2021 and May 3rd, 2021"
    assert [found.date for found in find_dates(line)] == [date(2021, 5, 1), date(2021, 5, 12), date(2021, 5, 3)]


@pytest.mark.parametrize(("text", "lang"), [(BODY["en"], "en"), (BODY["fr"], "fr"), ("", "en"), ("12 34", "en")])
def test_function_words_tell_the_language(text, lang):
    assert read("- \n" + text).lang == lang


def test_a_real_report_between_advertising_and_outlet():
    sample = Path(__file__).parents[3] / "shared" / "samples" / "report-2021-09-26.txt"
    if not sample.exists():
        pytest.skip("the folder shared/ with other people's texts is not beside this repository")
    article = read_file(sample)
    assert article.title.startswith("Mali reaches out")
    assert (article.outlet, article.published, article.lang) == ("Iran Press TV", date(2021, 9, 26), "en")
    assert article.text == sample.read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "like"),
    [
        (BODY["en"], {"en"}),
        (BODY["fr"], {"fr"}),
        (
            "Am Montag griffen Kämpfer im Norden einen Konvoi an. Die Regierung sagte in der Hauptstadt, dass zwei "
            "Soldaten getötet wurden, und an der Grenze war es danach ruhig.",
            set(),
        ),
        ("هاجم مسلحون قافلة في شمال البلاد يوم الاثنين وقالت الحكومة إن جنديين قتلا في الهجوم على الطريق", set()),
        ("Raid on the mill", {"en", "fr"}),
        ("", {"en", "fr"}),
    ],
)
def test_a_text_reads_like_the_languages_it_can_be_in(text: str, like: set[str]) -> None:
    assert {lang for lang in ("en", "fr", "xx") if reads_like(text, lang)} == like
