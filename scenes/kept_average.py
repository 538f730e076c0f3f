"""The average that a rule keeps of its gradients, as the browser draws it beside them."""

from typing import Any

from optimizers import Optimizer

HAT = "\N{COMBINING CIRCUMFLEX ACCENT}"


def kept_average(rule: Optimizer) -> dict[str, Any] | None:
    """Describe the first average of a rule: its array in the blob of a run, its symbol, and of what it is the average.

    That is the corrected one where the rule's formula corrects it. None if the rule keeps no average.
    """
    for field, of in rule.averages.items():
        symbol = rule.symbols.get(field, field)
        hat = rf"\hat{{{symbol}}}"
        if any(line.startswith(hat) for line in rule.formula):
            return {"array": f"intermediates.{hat}", "symbol": symbol + HAT, "of": of}
        return {"array": f"state.{field}", "symbol": symbol, "of": of}
    return None
