"""The handout: one HTML file that opens from disk without a network."""

from html import escape

from lecture.export.heading import heading
from lecture.race import race
from lecture.results import result
from lecture.settings import Lecture
from lecture.wording import summary

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }}
td, th {{ padding: 0.3rem 0.8rem 0.3rem 0; text-align: left; vertical-align: top }}
footer {{ overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{settings}</p>
<table>
<thead><tr><th scope="col">Contender</th><th scope="col">Values</th><th scope="col">What became of it</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
<footer><p>{link}</p></footer>
</body>
</html>
"""


def handout(lecture: Lecture, link: str) -> str:
    """The race as a page of its own: its settings, what became of every contender, and the link it came from."""
    *settings, source = heading(lecture, link)
    entries = race(lecture)
    rows = (
        f'<tr><th scope="row">{escape(entry.label)}</th><td>{escape(summary(entry.contender))}</td>'
        f"<td>{escape(result(entry).outcome)}</td></tr>"
        for entry in entries
    )
    return _PAGE.format(
        title=escape(": ".join(settings[:2])),
        settings=escape("; ".join(settings[2 : len(settings) - len(entries)])),
        rows="\n".join(rows),
        link=escape(source),
    )
