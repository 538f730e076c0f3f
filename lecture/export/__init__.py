"""Taking a lecture away: its numbers, the code that makes them again, and a code to scan."""

from lecture.export.file_name import file_name
from lecture.export.plain_code import plain_code
from lecture.export.project_code import project_code
from lecture.export.qr import qr_svg
from lecture.export.table import table

__all__ = ["file_name", "plain_code", "project_code", "qr_svg", "table"]
