"""A link to the page or file behind it: fetched only when a reader asks for it, and only from the open web."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener, getproxies, proxy_bypass

from timeline_app.errors import ReadError
from timeline_app.read.draft import MAX_BYTES

SECONDS = 15.0
"""How long one wait for the other side may last."""
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link led to: the bytes, the address after redirects, and a name whose suffix tells the format."""

    data: bytes
    url: str
    name: str


def is_open(host: str) -> bool:
    """Whether every address of a host is of the open web: a report is never on this machine or its own network."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return all(ipaddress.ip_address(str(address[4][0]).partition("%")[0]).is_global for address in found)


def fetch(url: str, *, allowed: Callable[[str], bool] = is_open) -> Fetched:
    """Fetch a page or file. `allowed` says of a host whether it may be asked; redirects are asked about too.

    Raises `ReadError` with what happened and what to do: no web address, nobody there, refused, too large.
    """
    address = url.strip()
    if "://" not in address:
        address = f"https://{address}"
    _check(address, allowed)
    opener = build_opener(_Redirects(allowed))
    request = Request(address, headers={"User-Agent": "timeline-app", "Accept": _ACCEPT})  # noqa: S310 - checked
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data = answer.read(MAX_BYTES + 1)
            arrived = answer.geturl()
    except HTTPError as error:
        raise ReadError(f"the site {_host(address)} answers {error.code} ({error.reason}): {_PASTE}") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        why = getattr(error, "reason", error)
        raise ReadError(f"the site {_host(address)} cannot be reached ({why}): {_PASTE}") from None
    if len(data) > MAX_BYTES:
        raise ReadError(f"what is behind the link is larger than {MAX_BYTES // 1_000_000} MB: {_PASTE}")
    return Fetched(data, arrived, urlsplit(arrived).path.rpartition("/")[2])


_PASTE = "open it in your browser and paste its text instead"


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _check(url: str, allowed: Callable[[str], bool]) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise ReadError(f"{url!r} is no web address: copy the whole link from your browser")
    if parts.scheme in getproxies() and not proxy_bypass(host):  # the proxy finds the host, by its own rules
        return
    try:
        fine = allowed(host)
    except (OSError, ValueError) as error:
        raise ReadError(
            f"the site {host} cannot be found ({getattr(error, 'strerror', None) or error}): {_PASTE}"
        ) from None
    if not fine:
        raise ReadError(f"the site {host} is on this machine or its own network, not on the web: {_PASTE}")


class _Redirects(HTTPRedirectHandler):
    """Follows a link on, where that may be asked too."""

    def __init__(self, allowed: Callable[[str], bool]) -> None:
        self._allowed = allowed

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        _check(newurl, self._allowed)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
