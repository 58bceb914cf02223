"""Text from reports into labels of controls, which Streamlit reads as Markdown."""

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>$:!~&^]|(?<=www)\.|^[#+\-](?=\s)", re.IGNORECASE)


def plain(label: str) -> str:
    """The label with every character that means something in Markdown shown as itself.

    No more than those: a screen reader is told the label as it stands here.
    """
    return _SPECIAL.sub(lambda found: "\\" + found[0], " ".join(label.split()))
