"""Word: the picture, then the chronology with a real footnote for each event, for a report that others edit."""

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from timeline_app.export.archive import restamped
from timeline_app.export.chronology import Entry, Note, chronology
from timeline_app.export.clean import clean
from timeline_app.export.footnotes import Footnotes
from timeline_app.export.order import Order
from timeline_app.export.png import write as write_png

FONT = "Arial"
_GREY, _INK = "5C646C", "1C2126"


def write(order: Order) -> bytes:
    import docx  # heavy: only when a document is made
    from docx.shared import Mm

    told, caption = chronology(order.events), order.caption
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(22)
    _styles(document)
    _about(document, order)
    _marked(section, order)
    _say(_paragraph(document, "Title"), caption.title)
    if caption.subtitle:
        _say(_paragraph(document, "Subtitle"), caption.subtitle)
    if order.events:
        bare = replace(caption, title="", subtitle="", marking="")  # the document says these itself
        picture = write_png(replace(order, theme="light", size="report", caption=bare, scale=2, lost="", alone=False))
        document.add_picture(io.BytesIO(picture), width=Mm(166))
        _describe(document, f"Timeline of {caption.counted()}. The chronology below tells them all.")
    lines = (f"{caption.counted()}. {caption.dated()}.", f"{caption.named_sources()}.", order.lost)
    for line in filter(None, lines):
        _say(_paragraph(document), line, size=9, colour=_GREY)
    notes = {note.number: note for note in told.notes}
    footnotes = Footnotes(document)
    for year, entries in told.years:
        _say(_paragraph(document, "Heading1"), year)
        for entry in entries:
            _entry(document, entry, notes, footnotes)
    footnotes.close()
    out = io.BytesIO()
    document.save(out)
    return restamped(out.getvalue())


def _styles(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in (("Normal", 10.5), ("Title", 22), ("Subtitle", 12), ("Heading 1", 14)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = RGBColor.from_string(_GREY if name == "Subtitle" else _INK)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), FONT)
        fonts.set(qn("w:cs"), FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    border = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        document.styles["Title"].element.pPr.remove(border)


def _about(document: Any, order: Order) -> None:
    about, day = document.core_properties, order.caption.as_of
    about.title, about.subject, about.author = clean(order.caption.title), clean(order.caption.subtitle), "timeline-app"
    about.comments = clean(order.lost)
    about.created = about.modified = datetime(day.year, day.month, day.day)


def _marked(section: Any, order: Order) -> None:
    """The handling marking above and below each page, and its number."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if order.caption.marking:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _say(head, order.caption.marking, bold=True)
        _say(foot, f"{order.caption.marking} · ", bold=True)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _entry(document: Any, entry: Entry, notes: dict[int, Note], footnotes: Footnotes) -> None:
    from docx.shared import Pt

    paragraph = _paragraph(document)
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.paragraph_format.keep_with_next = True
    _say(paragraph, f"{entry.when}. ", bold=True, colour=_GREY)
    _say(paragraph, f"{entry.label}.", bold=True)
    if entry.notes:
        footnotes.add(paragraph, _cited(notes[number] for number in entry.notes))
    for text in filter(None, (entry.summary, " ".join(entry.doubts))):
        _say(_paragraph(document), text)
    for quote, number in entry.quotes:
        quoted = _paragraph(document)
        quoted.paragraph_format.left_indent = Pt(18)
        _say(quoted, f"“{quote}”")
        footnotes.add(quoted, _cited([notes[number]]))
    _say(_paragraph(document), entry.facts, size=9, colour=_GREY)


def _cited(notes: Iterable[Note]) -> list[tuple[str, str]]:
    return [(note.text, note.url) for note in notes]


def _paragraph(document: Any, style: str = "") -> Any:
    """A new last paragraph. python-docx looks through all that are there for each one that it adds."""
    from docx.oxml import OxmlElement
    from docx.text.paragraph import Paragraph

    element = OxmlElement("w:p")
    document.element.body[-1].addprevious(element)  # the last is the section's properties
    if style:
        element.style = style
    return Paragraph(element, document._body)


def _say(paragraph: Any, text: str, *, bold: bool = False, size: float = 0, colour: str = "") -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(clean(text) + (" " if text.endswith(" ") else ""))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)


def _describe(document: Any, text: str) -> None:
    """Alternative text of the picture that was added last."""
    from docx.oxml.ns import qn

    for properties in document.paragraphs[-1]._p.iter(qn("wp:docPr")):
        properties.set("descr", clean(text))
