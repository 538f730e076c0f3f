"""What is wrong with a typed formula, where, and what would be understood there."""


class FormulaError(ValueError):
    """A text is no formula: the sentence says why, counts the character from 1, and says what would be understood."""

    def __init__(self, what: str, position: int, wanted: str) -> None:
        self.what = what
        self.position = position
        """The place of the character in the text, from 0; the length of the text where something is missing."""
        self.wanted = wanted
        super().__init__(f"Formula: {what}, at character {position + 1}. {wanted}")
