"""What a picture says of an event when one points at it: few lines, plain text."""

from timeline_app.draw.lanes import country_name
from timeline_app.draw.metrics import clean, fold
from timeline_app.model import Event, Status
from timeline_app.wording import say_date

_WIDE = 340.0


def tell(event: Event) -> tuple[str, ...]:
    """Label, date, who and where, how it is known. Quotes are looked up on a click, not sent with each mark."""
    where = ", ".join([*([event.place] if event.place else []), *map(country_name, event.countries)])
    status = "" if event.status is Status.REPORTED else str(event.status)
    claimant = f"by {event.claimant}" if event.claimant else ""
    outlets = list(dict.fromkeys(source.outlet for source in event.sources if source.outlet))
    lines = [
        *fold(clean(event.label), _WIDE, 13.0, bold=True),
        say_date(event.date),
        *fold(clean(" · ".join(event.actors)), _WIDE, 12.0),
        clean(where),
        clean(" ".join(word for word in (status, claimant) if word)),
        clean(" · ".join(outlets[:3]) + (f" and {len(outlets) - 3} more" if len(outlets) > 3 else "")),
    ]
    return tuple(line for line in lines if line)
