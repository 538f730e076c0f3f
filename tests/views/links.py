"""The links in a piece of HTML."""

from html.parser import HTMLParser


class Links(HTMLParser):
    """The links of a piece of HTML: attributes by the words of the link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self._latest: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._latest = dict(attrs) if tag == "a" else {}

    def handle_data(self, data: str) -> None:
        if self._latest:
            self.found[data] = self._latest
