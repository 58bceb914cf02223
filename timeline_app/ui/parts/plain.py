"""Text from reports into labels of controls, which Streamlit reads as Markdown."""

_SPECIAL = frozenset("\\`*_{}[]()<>#+-.!|~:$&")


def plain(label: str) -> str:
    """The label with every character that means something in Markdown shown as itself."""
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in " ".join(label.split()))
