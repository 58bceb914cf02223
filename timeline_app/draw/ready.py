"""A figure that is shown as it is."""

from typing import Any

from plotly.basedatatypes import BaseFigure


class Ready(BaseFigure):
    """A plain figure for `st.plotly_chart`, which would check a dict property by property each time it is shown.

    Our own tests check what we draw. On 231 events the check takes 75 ms, four times as long as the layout.
    """

    def __init__(self, figure: dict[str, Any]) -> None:
        self._ready = figure

    def to_dict(self) -> dict[str, Any]:
        """The figure itself, not a copy."""
        return self._ready
