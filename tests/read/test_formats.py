"""Real files of each format, made here; and every sort of bytes that is none."""

import io
import zipfile
from contextlib import suppress
from datetime import date

import docx
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.errors import ReadError
from timeline_app.read import MAX_BYTES, READERS, SUFFIXES, read, read_file
from timeline_app.read.draft import MAX_CHARS
from timeline_app.read.pdf import reflow
from timeline_app.read.text import clean

FIRST = (
    "A convoy of the mission was fired upon near the river on Wednesday morning, two officers told us by telephone, "
    "and the gunmen got away towards the frontier before any help had come."
)
SECOND = (
    "The government speaks of three wounded and of a pursuit that goes on. Its neighbours have closed the crossing, "
    "and traders wait on both banks for word of what is to come."
)
HEAD = "Convoy under fire at the river\n4 March 2021"

PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Convoi sous le feu | Le Fleuve</title>
<meta property="og:site_name" content="Le Fleuve"><meta name="author" content="Awa Dembélé">
<meta property="article:published_time" content="2021-03-04T08:00:00+00:00">
<meta property="article:modified_time" content="2021-03-09T08:00:00+00:00">
<script>document.write("le 3 mars 1999")</script><style>p { color: red }</style></head>
<body><nav><a href="/">Accueil</a> <a href="/a">Abonnez-vous</a></nav>
<article><h1>Convoi sous le feu</h1><p>Un convoi de la mission a été pris sous le feu mercredi matin près du fleuve,
selon deux officiers joints par téléphone.</p><p onclick="steal()">Les tireurs <b>ont fui</b> vers la frontière &amp; le
gouvernement parle de trois blessés. &lt;script&gt;alert(1)&lt;/script&gt;</p></article>
<footer>© 2021 Le Fleuve</footer></body></html>"""


def pdf_of(*pages: str, password: str = "") -> bytes:
    file = FPDF()
    file.set_font("Helvetica", size=12)
    for number, page in enumerate(pages):
        file.add_page()
        file.multi_cell(0, 6, page)
        file.set_y(-30)
        file.cell(0, 10, f"Page {number + 1}/{len(pages)}")
    if password:
        file.set_encryption(owner_password="owner", user_password=password)
    return bytes(file.output())


def docx_of(fill) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    fill(document)
    document.save(file)
    return file.getvalue()


def report(document) -> None:
    document.add_heading("Convoy under fire at the river", 0)
    document.add_paragraph("4 March 2021")
    document.add_paragraph(FIRST)
    document.add_paragraph("2012: an uprising", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "wounded", "three"
    document.add_paragraph(SECOND)


def test_pdf_lines_become_paragraphs_without_page_numbers():
    article = read(pdf_of(f"{HEAD}\n\n{FIRST}\n\n{SECOND}", SECOND, FIRST), name="report.pdf")
    assert article.text.split("\n\n") == [*HEAD.split("\n"), FIRST, SECOND, SECOND, FIRST]
    assert (article.title, article.published) == ("Convoy under fire at the river", date(2021, 3, 4))


def test_pdf_words_parted_at_the_line_end_are_joined_again():
    long = "The ministers of the three states met again and spoke about the fron-"
    assert reflow([f"{long}\ntier until the night.\n{long}\nTier One is a name."]) == (
        long[:-1] + "tier until the night.\n\n" + long + " Tier One is a name."
    )


def test_docx_keeps_the_order_of_paragraphs_lists_and_tables():
    article = read(docx_of(report))
    assert article.text.split("\n\n") == [*HEAD.split("\n"), FIRST, "• 2012: an uprising", "wounded\tthree", SECOND]
    assert (article.title, article.published, article.author) == (HEAD.split("\n")[0], date(2021, 3, 4), "")


@pytest.mark.parametrize(
    "data",
    [PAGE, PAGE.encode(), PAGE.replace("utf-8", "iso-8859-1").encode("latin-1")],
    ids=["str", "utf-8", "latin-1"],
)
def test_a_web_page_gives_its_text_and_no_markup(data):
    article = read(data, name="page.html")
    assert (article.title, article.outlet, article.lang) == ("Convoi sous le feu", "Le Fleuve", "fr")
    assert (article.author, article.published, article.published_from) == (
        "Awa Dembélé", date(2021, 3, 4), "page metadata")  # fmt: skip
    assert "pris sous le feu mercredi matin près du fleuve" in article.text
    assert "Les tireurs ont fui vers la frontière & le gouvernement" in article.text
    for foreign in ("1999", "color", "Abonnez", "onclick", "<b>", "<p"):
        assert foreign not in article.text


def test_a_page_without_metadata_shows_its_date_beside_the_title():
    page = f"""<html lang="fr"><body><aside>Publié le 01/01/2001 : une autre affaire</aside><article>
    <h1>Convoi sous le feu</h1><div>Publié le 04/03/2021 à 08h00</div><p>{FIRST}</p><p>{SECOND}</p>
    </article></body></html>"""
    article = read(page)
    assert (article.title, article.published, article.published_from) == (
        "Convoi sous le feu", date(2021, 3, 4), "published line")  # fmt: skip
    undated = page.replace("Publié le 04/03/2021 à 08h00", "Rédaction")
    assert read(undated).published != date(2021, 3, 4)


def test_a_page_that_a_script_would_write_says_what_to_do():
    with pytest.raises(ReadError, match="paste the text as you see it"):
        read("<html><body><script>render()</script></body></html>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "iso8859-15"])
def test_text_is_read_in_the_encoding_it_has(encoding):
    text = "Mali : l'armée évacue Ménaka\n\nL'état-major a déclaré que « des assaillants » ont été tués près du fleuve."
    assert read(text.encode(encoding)).text == text


def test_other_alphabets_are_no_western_text():
    text = "Правительство заявило, что переговоры продолжатся на следующей неделе в столице, сообщили журналистам."
    assert read(text.encode("cp1251")).text == text


def test_clean_says_what_it_changes_and_changes_nothing_else():
    assert clean("a\r\nb\rc\u2028d\x0ce") == "a\nb\nc\nd\ne"
    assert (
        clean("fron\xadtier \x00\x07no\u200bw \u202eevil\u202c e\u0301te\u0301 \ud800")
        == "frontier now evil été \ufffd"
    )
    same = "  tab\there, «\u202fété\u202f» and\u00a0spaces \n\n"
    assert clean(same) == same


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        ("", "empty"),
        (b" \n\t", "empty"),
        ("---\ntitle: only this\n---\n", "empty"),
        (bytes(range(256)) * 20, "not a text"),
        (b"\x00" * 5000, "not a text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "image"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "password-protected Office"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"PK\x03\x04 other archive", "archive"),
        (b"PK\x03\x04 word/document.xml and no more", "cannot be read"),
        (b"%PDF-1.7\nnothing", "cannot be read"),
        (pdf_of(FIRST, password="secret"), "password"),
        (docx_of(lambda document: None), "holds no text"),
        ("---\npublished: soon\n---\n" + FIRST, "no date"),
        ("a" * (MAX_CHARS + 1), "split it"),
        (b"a" * (MAX_BYTES + 1), "split it"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_what_is_no_report_gets_one_clear_sentence(data, says):
    with pytest.raises(ReadError, match=says) as caught:
        read(data)
    assert str(caught.value)[0].islower()
    assert "\n" not in str(caught.value)


def test_a_scanned_pdf_says_so():
    scanned = FPDF()
    scanned.add_page()
    scanned.rect(10, 10, 50, 50)
    with pytest.raises(ReadError, match=r"^'scan\.pdf' holds images of pages"):
        read(bytes(scanned.output()), name="scan.pdf")


def test_a_word_file_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("timeline_app.read.docx._UNPACKED", 1000)
    with pytest.raises(ReadError, match="unpacks to more"):
        read(docx_of(report))


def test_a_rule_of_dashes_is_no_front_matter():
    text = "---\n- first\n---\n" + FIRST
    assert read(text).text == text
    note = "---\nNote: the figures are rounded\n---\n" + FIRST
    assert read(note).text == note


def test_files_are_read_by_what_they_hold_then_by_name(tmp_path):
    (tmp_path / "wrong.txt").write_bytes(pdf_of(f"{HEAD}\n\n{FIRST}"))
    assert read_file(tmp_path / "wrong.txt").published == date(2021, 3, 4)
    (tmp_path / "fragment.html").write_text(f"Breaking<p>{FIRST}</p><p>{SECOND}</p>", "utf-8")
    assert "<p>" not in read_file(tmp_path / "fragment.html").text
    (tmp_path / "named.pdf").write_text(FIRST, "utf-8")
    assert read_file(tmp_path / "named.pdf").text == FIRST
    for missing in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ReadError, match="cannot open"):
            read_file(missing)


def test_each_reader_has_a_suffix_of_its_own():
    assert len(set(SUFFIXES)) == len(SUFFIXES) == sum(len(reader.suffixes) for reader in READERS)


MARKS = [b"%PDF-1.4\n", b"<html><body>", b"<p>", b"---\n", b"published: ", b"PK\x03\x04word/document.xml", b"\xff\xfe"]
PIECES = st.sampled_from([*MARKS, b"3 May 2021", b"\n", b"<!--", b"|", b"By ", b"("])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.lists(PIECES | st.binary(max_size=8), max_size=20).map(b"".join)))
def test_any_bytes_give_an_article_or_a_read_error(data):
    try:
        article = read(data)
    except ReadError:
        return
    assert article.text.strip()
    assert clean(article.text) == article.text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_string_gives_an_article_or_a_read_error(text):
    try:
        article = read(text)
    except ReadError:
        return
    assert article.id
    assert article.published is None or article.published_from


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_gives_an_article_or_a_read_error(data):
    good = bytearray(data.draw(st.sampled_from(DAMAGED)))
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=30)):
        good[place] = data.draw(st.integers(0, 255))
    with suppress(ReadError):
        assert read(bytes(good)).text


DAMAGED = (pdf_of(FIRST), docx_of(report), PAGE.encode())


def test_zip_entries_that_lie_about_their_size_are_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(ReadError):
        read(file.getvalue())
