"""Real footnotes for a Word document, which python-docx has no word for: the part, its styles, the references."""

from collections.abc import Iterable
from typing import Any

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Footnotes:
    """The footnotes of one document: `add` them in the order of the text, then `close` once."""

    def __init__(self, document: Any) -> None:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import OxmlElement

        self._root = OxmlElement("w:footnotes", nsdecls={"w": _W, "r": _R})
        self._part = Part(PackURI("/word/footnotes.xml"), _TYPE, b"", document.part.package)
        document.part.relate_to(self._part, _RELATION)
        settings = OxmlElement("w:footnotePr")
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = self._child(self._root, "footnote", type=kind, id=str(number))
            self._child(self._child(self._child(note, "p"), "r"), kind)
            self._child(settings, "footnote", id=str(number))
        _insert(document.settings.element, settings)
        self._count = 0
        self._links: dict[str, str] = {}
        _add_styles(document)

    def add(self, paragraph: Any, cited: Iterable[tuple[str, str]]) -> None:
        """A footnote at the end of a paragraph: texts, each with its link or an empty one, semicolons between."""
        self._count += 1
        reference = paragraph.add_run()
        reference._r.style = "footnotereference"  # by its id: python-docx looks a name up among all styles each time
        self._child(reference._r, "footnoteReference", id=str(self._count))
        note = self._child(self._root, "footnote", id=str(self._count))
        line = self._child(note, "p")
        self._child(self._child(line, "pPr"), "pStyle", val="footnotetext")
        mark = self._child(line, "r")
        self._child(self._child(mark, "rPr"), "rStyle", val="footnotereference")
        self._child(mark, "footnoteRef")
        for number, (text, url) in enumerate(cited):
            self._run(line, "; " if number else " ", "")
            self._run(line, text, url)

    def close(self) -> None:
        """Put what was gathered into the document."""
        from docx.opc.oxml import serialize_part_xml

        self._part._blob = serialize_part_xml(self._root)

    def _run(self, line: Any, text: str, url: str) -> None:
        around = line
        if url:
            around = self._child(line, "hyperlink")
            if url not in self._links:
                self._links[url] = self._part.relate_to(url, _LINK, is_external=True)
            around.set(f"{{{_R}}}id", self._links[url])
        run = self._child(around, "r")
        written = self._child(run, "t")
        written.text = text
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _child(self, parent: Any, name: str, **attributes: str) -> Any:
        child = parent.makeelement(f"{{{_W}}}{name}")
        parent.append(child)
        for key, value in attributes.items():
            child.set(f"{{{_W}}}{key}", value)
        return child


def _insert(settings: Any, element: Any) -> None:
    """Put the element where the schema of Word's settings wants it: before what must follow."""
    after = ("endnotePr", "compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping", "decimalSymbol")
    follower = next((child for child in settings if child.tag.rpartition("}")[2] in after), None)
    if follower is None:
        settings.append(element)
    else:
        follower.addprevious(element)


def _add_styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    reference = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.font.superscript = True
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(1)
