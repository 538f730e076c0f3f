"""Run a traced module in Deno."""

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import numpy as np

CALL_ALL = Path(__file__).with_name("call_all.js")


def answers(module: str, calls: list[tuple[str, dict[str, Any]]], folder: Path) -> list[Any]:
    """What the functions of a module return, called with settings in which arrays are Float64Arrays."""
    file = folder / "kernels.js"
    file.write_text(module, "utf-8")
    deno = [str(Path(sys.executable).with_name("deno")), "run", "--allow-read", "--no-config"]
    command, sent = [*deno, str(CALL_ALL), file.as_uri()], json.dumps(calls, default=_packed)
    found = subprocess.run(command, input=sent, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout, object_hook=_unpacked)


def _packed(value: Any) -> Any:
    return {"bits": b64encode(np.ascontiguousarray(value, dtype=float).tobytes()).decode()}


def _unpacked(value: dict[str, Any]) -> Any:
    return np.frombuffer(b64decode(value["bits"])) if "bits" in value else value
