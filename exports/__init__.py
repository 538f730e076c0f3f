"""Exports of a lecture: tables, scripts, QR codes and handouts."""

from exports.code.plain_code import plain_code
from exports.code.project_code import project_code
from exports.file_name import file_name
from exports.qr import qr_svg
from exports.table import table

__all__ = ["file_name", "plain_code", "project_code", "qr_svg", "table"]
