"""The style sheet of the page as one line: the same rules in the same order."""

from pathlib import Path

import views.style
from views.style import page_style


def test_the_sheet_is_sent_whole_and_in_one_line() -> None:
    sheet = Path(views.style.__file__).with_name("page.css").read_text(encoding="utf-8")
    sent = page_style()
    assert "\n" not in sent
    assert sent.removeprefix("<style>").removesuffix("</style><div></div>").split() == sheet.split()
