"""Stills, saved with the dialog as a person does."""

from pathlib import Path

from playwright.sync_api import Page, expect


def save(
    page: Page, to: Path, size: str, *, colors: str = "light", ground: str = "filled", caption: bool = True
) -> Path:
    """Save a still with the dialog; return its file."""
    page.get_by_role("button", name="Save a picture").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Size").select_option(size)
    dialog.get_by_label("Colours").select_option(colors)
    dialog.get_by_label("Background").select_option(ground)
    dialog.get_by_label("caption").set_checked(caption)
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save").click()
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    expect(dialog).to_contain_text(f"Saved as {path.name}")
    dialog.get_by_role("button", name="Close").click()
    return path
