"""The pages: what each declares, and the modules that its key names."""

from dataclasses import fields
from importlib import import_module

import pytest

from exports.handout.bundle import FRONTEND
from lecture.pages import PAGES, Page
from lecture.pages.race import Race
from lecture.view import CONTROLS, RESULTS
from parameters import declared
from tests.conftest import ROOT

every_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))


@every_page
def test_a_page_has_its_modules(page: type[Page]) -> None:
    module = page().module
    assert callable(import_module(f"views.pages.{module}").show)
    assert (ROOT / "lecture" / "pages" / f"{module}.py").is_file()
    assert (ROOT / "scenes" / f"{module}.py").is_file() is page.picture
    assert (FRONTEND / "pages" / f"{module}.js").is_file() is page.picture
    assert (ROOT / "exports" / "pages" / f"{module}.py").is_file() is (page.own_exports or page is Race)


@every_page
def test_a_page_declares_its_words_and_its_fields(page: type[Page]) -> None:
    assert page.title
    assert page.summary.endswith(".")
    assert {field.name for field in fields(page)} == set(declared(page))
    assert not {CONTROLS, RESULTS} & set(page.controls), "these are hidden on every page"
    assert len(set(page.controls)) == len(page.controls)


def test_no_module_of_a_page_is_left_over() -> None:
    modules = {family().module for family in PAGES.values()}
    assert {file.stem for file in (ROOT / "views" / "pages").glob("*.py")} - {"__init__"} == modules
    assert {file.stem for file in (FRONTEND / "pages").glob("*.js")} <= modules
