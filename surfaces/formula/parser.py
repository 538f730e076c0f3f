"""From a typed text to a tree: recursive descent, with + and − below · and / below powers.

Nothing that was typed is ever given to Python: the text is read here, character by character, and every number becomes
a double before anything is computed with it.
"""

from collections.abc import Callable

from surfaces.formula.error import FormulaError
from surfaces.formula.tokens import TWO_OPERANDS, Token, tokens
from surfaces.formula.tree import KNOWN_NUMBERS, VARIABLES, Tree, named, number, operation

LONGEST = 400
"""The most characters that a formula may have."""
MOST_PARTS = 250
"""The most numbers, names and operations that a formula may have."""
DEEPEST = 40
"""How deep parentheses, powers and signs may stand inside each other."""
MOST_CONSTANTS = 3

CLOSING = {"(": ")", "{": "}", "[": "]"}
_BEGIN_FACTOR = ("number", "name", "function", "frac", *CLOSING)
_OPERAND = "Here a number, x, y, a constant, a function or “(” would be understood."
_OPERATOR = "Here +, −, ·, /, ^, a further factor or the end would be understood."


def parse(text: str) -> Tree:
    """The tree of a formula; raises FormulaError, which is a ValueError, for a text that is none."""
    if len(text) > LONGEST:
        raise FormulaError("there is too much of it", LONGEST, f"A formula may have {LONGEST} characters.")
    return _Parser(tokens(text)).whole()


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.place = 0
        self.depth = 0
        self.bars = 0
        self.parts = 0
        self.constants: set[str] = set()

    def whole(self) -> Tree:
        """Everything up to the end."""
        tree = self._sum()
        if self._next.kind != "end":
            raise self._unexpected(_OPERATOR)
        return tree

    @property
    def _next(self) -> Token:
        return self.tokens[self.place]

    def _taken(self, *kinds: str) -> Token | None:
        """The next word, if it is of one of these kinds, which is then behind us."""
        token = self._next
        if token.kind not in kinds:
            return None
        self.place += 1
        return token

    def _unexpected(self, wanted: str) -> FormulaError:
        token = self._next
        what = "something is missing" if token.kind == "end" else f"“{token.text}” does not fit"
        return FormulaError(what, token.start, wanted)

    def _made(self, tree: Tree) -> Tree:
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise FormulaError("there is too much of it", self._next.start, f"A formula may have {MOST_PARTS} parts.")
        return tree

    def _do(self, name: str, *operands: Tree) -> Tree:
        return self._made(operation(name, *operands))

    def _sum(self) -> Tree:
        tree = self._product()
        while sign := self._taken("+", "-"):
            tree = self._do("add" if sign.kind == "+" else "subtract", tree, self._product())
        return tree

    def _product(self) -> Tree:
        tree = self._signed()
        while True:
            if sign := self._taken("*", "/"):
                tree = self._do("multiply" if sign.kind == "*" else "divide", tree, self._signed())
            elif self._begins_factor():
                tree = self._do("multiply", tree, self._power())
            else:
                return tree

    def _begins_factor(self) -> bool:
        """Whether the next word begins a factor without a sign before it; a bar does unless it ends what is open."""
        return self._next.kind in _BEGIN_FACTOR or (self._next.kind == "|" and not self.bars)

    def _signed(self) -> Tree:
        signs = 0
        while sign := self._taken("-", "+"):
            signs += sign.kind == "-"
        tree = self._power()
        for _ in range(signs):
            tree = self._do("negative", tree)
        return tree

    def _power(self) -> Tree:
        """A factor with its powers, which group to the right: 2^3^2 is 2^9."""
        base = self._factor()
        while raised := self._taken("raised"):
            base = self._do("power", base, self._made(number(float(raised.text))))
        if not self._taken("^"):
            return base
        return self._do("power", base, self._deeper(self._signed))

    def _factor(self) -> Tree:
        return self._deeper(self._found_factor)

    def _deeper(self, read: Callable[[], Tree]) -> Tree:
        """Read something inside what is being read; only so deep that Python's own calls have room."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(
                "this stands too deep inside the rest", self._next.start, f"{DEEPEST} levels are understood."
            )
        tree = read()
        self.depth -= 1
        return tree

    def _found_factor(self) -> Tree:
        if token := self._taken("number"):
            return self._made(number(float(token.text)))
        if token := self._taken("name"):
            return self._name(token)
        if token := self._taken("function"):
            return self._root() if token.text == "sqrt" else self._function(token)
        if self._taken("frac"):
            return self._do("divide", self._argument(), self._argument())
        if self._next.kind in CLOSING:
            return self._in_brackets()
        if self._taken("|"):
            return self._do("abs", self._in_bars())
        raise self._unexpected(_OPERAND)

    def _name(self, token: Token) -> Tree:
        if token.text not in VARIABLES and token.text not in KNOWN_NUMBERS:
            self.constants.add(token.text)
            if len(self.constants) > MOST_CONSTANTS:
                others = ", ".join(sorted(self.constants - {token.text}))
                wanted = f"A formula may have {MOST_CONSTANTS} constants, and has {others}."
                raise FormulaError(f"“{token.text}” is one constant too many", token.start, wanted)
        return self._made(named(token.text))

    def _in_brackets(self) -> Tree:
        tree, end = self._opened()
        self._close(end)
        return tree

    def _opened(self) -> tuple[Tree, str]:
        """What stands after an opening bracket, and the bracket that has to close it."""
        opening = self._taken(*CLOSING)
        assert opening
        bars, self.bars = self.bars, 0
        tree = self._sum()
        self.bars = bars
        return tree, CLOSING[opening.kind]

    def _close(self, end: str) -> None:
        if not self._taken(end):
            raise self._unexpected(f"Here “{end}” or {_OPERATOR[5].lower()}{_OPERATOR[6:]}")

    def _in_bars(self) -> Tree:
        self.bars += 1
        tree = self._sum()
        self._close("|")
        self.bars -= 1
        return tree

    def _argument(self) -> Tree:
        """What a command of LaTeX takes: a group, or the digits of a number one by one, as in \\frac12."""
        if self._next.kind in CLOSING:
            return self._in_brackets()
        token = self._next
        if token.text.isdecimal() and len(token.text) > 1:
            self.tokens[self.place] = Token("number", token.text[1:], token.start + 1)
            return self._made(number(float(token.text[0])))
        return self._factor()

    def _root(self) -> Tree:
        """A square root, or another one: \\sqrt[3]{x}."""
        degree = self._in_brackets() if self._next.kind == "[" else None
        inside = self._factor()
        if degree is None:
            return self._do("sqrt", inside)
        return self._do("power", inside, self._do("divide", self._made(number(1.0)), degree))

    def _function(self, token: Token) -> Tree:
        exponent = self._exponent()
        if token.text in TWO_OPERANDS:
            tree = self._of_two(token.text)
        elif self._next.kind in CLOSING:
            tree = self._do(token.text, self._in_brackets())
        else:
            tree = self._do(token.text, self._without_brackets())
        return self._do("power", tree, exponent) if exponent else tree

    def _exponent(self) -> Tree | None:
        """The power between a function and its argument, as in sin² x; a plain number that is no inverse function."""
        if raised := self._taken("raised"):
            self._refuse_inverse(raised)
            return self._made(number(float(raised.text)))
        if not self._taken("^"):
            return None
        self._refuse_inverse(self._next)
        token = self._taken("number")
        return self._made(number(float(token.text))) if token else self._in_brackets_or_fault()

    def _in_brackets_or_fault(self) -> Tree:
        if self._next.kind not in CLOSING:
            raise self._unexpected("Here a number would be understood.")
        if self.tokens[self.place + 1].kind == "-":
            self._refuse_inverse(self.tokens[self.place + 1])
        return self._in_brackets()

    @staticmethod
    def _refuse_inverse(token: Token) -> None:
        if token.text.startswith("-") or token.kind == "-":
            raise FormulaError(
                "an inverse function is not understood", token.start, "Write 1/sin(x) for the reciprocal."
            )

    def _without_brackets(self) -> Tree:
        """What a function without parentheses is of: the factors up to the next sign or function."""
        tree = self._signed()
        while self._begins_factor() and self._next.kind != "function":
            tree = self._do("multiply", tree, self._power())
        return tree

    def _of_two(self, name: str) -> Tree:
        """The least or the greatest of two or more numbers."""
        if self._next.kind not in CLOSING:
            raise self._unexpected(f"Here “(” would be understood: {name}(x, y).")
        tree, end = self._opened()
        if self._next.kind != ",":
            raise self._unexpected(f"Here a comma would be understood: {name} is of two numbers or more.")
        while self._taken(","):
            tree = self._do(name, tree, self._sum())
        self._close(end)
        return tree
