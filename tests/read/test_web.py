"""Links: what is fetched, what is refused, what is said where there is nothing. The other side is on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from timeline_app.errors import ReadError
from timeline_app.read import read, web
from timeline_app.read.web import fetch, is_open

PAGE = """<html><head><title>Camp attacked - The Lake Post</title>
<meta property="article:published_time" content="2021-09-26T08:00:00Z"></head>
<body><article><p>Gunmen attacked a camp near the lake on Saturday, the army said. Two soldiers died there.</p>
<p>It was the third attack on the camp in a month, after two in August 2021.</p></article></body></html>"""


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        moved = {"/old": "/news/camp.html", "/out": "http://inner.test/", "/file": "file:///etc/hostname"}
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
        elif self.path == "/news/camp.html":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def here(host: str) -> bool:
    return host == "127.0.0.1"


def test_a_link_becomes_a_report_with_its_address_and_day(site: str) -> None:
    found = fetch(f"{site}/old", allowed=here)
    assert (found.url, found.name) == (f"{site}/news/camp.html", "camp.html")
    article = read(found.data, name=found.name, url=found.url)
    assert article.url == found.url
    assert str(article.published) == "2021-09-26"
    assert "Gunmen attacked a camp" in article.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "127.0.0.1 answers 404"),
        ("/out", "inner.test is on this machine or its own network"),
        ("/file", "answers 302"),
    ],
)
def test_what_a_link_does_not_lead_to_is_told(site: str, path: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        fetch(f"{site}{path}", allowed=here)


@pytest.mark.parametrize(
    "url", ["", "   ", "file:///etc/passwd", "ftp://a.test/x", "javascript://x", "https://[x", "http://"]
)
def test_only_the_web_is_asked(url: str) -> None:
    with pytest.raises(ReadError, match="is no web address: copy the whole link"):
        fetch(url, allowed=lambda _: True)


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "0.0.0.0"])
def test_this_machine_and_its_network_are_not_the_web(host: str) -> None:
    assert not is_open(host)


def test_an_address_of_the_web_is() -> None:
    assert is_open("8.8.8.8")


def test_a_host_that_nobody_knows_is_told() -> None:
    def unknown(host: str) -> bool:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(ReadError, match=r"nowhere\.test cannot be found \(Name or service not known\): open it"):
        fetch("nowhere.test/page", allowed=unknown)


def test_nobody_listening_is_told(site: str) -> None:
    with pytest.raises(ReadError, match=r"127\.0\.0\.1 cannot be reached"):
        fetch("http://127.0.0.1:9/", allowed=here)


def test_too_much_is_not_read(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 100)
    with pytest.raises(ReadError, match="larger than"):
        fetch(f"{site}/news/camp.html", allowed=here)
