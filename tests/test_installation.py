"""The library in an environment of its own, as a notebook gets it: pip install of a checkout."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from exports import project_code
from lecture import encode, opening
from surfaces import SURFACES
from tests.conftest import ROOT

SOURCES = ("surfaces", "optimizers", "parameters.py", "pyproject.toml")


def test_a_checkout_can_be_installed_and_runs_an_exported_script(tmp_path: Path) -> None:
    checkout, environment = tmp_path / "checkout", tmp_path / "environment"
    checkout.mkdir()
    for name in SOURCES:  # pip builds beside the sources
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, checkout / name)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin" / "python"
    # NumPy and SciPy are those of this environment: to fetch them again would take most of the time.
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip()
    (Path(packages) / "shared.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check", checkout]
    subprocess.run(pip, check=True, capture_output=True)
    shutil.rmtree(checkout)
    lecture = opening(SURFACES["bowl"]())
    script = tmp_path / "race.py"
    script.write_text(project_code(lecture, encode(lecture)), encoding="utf-8")
    done = subprocess.run([python, "-I", script], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["SGD", "Momentum", "RMSprop", "Adam"]
