"""Every report of a few runs of hirelint, made once."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "Tests" / "Fixtures"
FORMATS = (
    "text compact csv csv-excel github gitlab junit checkstyle rdjsonl rdjson sonar markdown html "
    "json ndjson sarif sarif-github sarif-minimal"
).split()


@dataclass
class Run:
    """What hirelint has written about the ads in a folder."""

    folder: Path
    status: int
    output: str
    errors: str

    def path(self, name: str) -> Path:
        return self.folder / "reports" / name

    def text(self, name: str) -> str:
        return self.path(name).read_bytes().decode()

    def json(self, name: str):
        return json.loads(self.text(name))

    @property
    def findings(self) -> list[dict]:
        return self.json("json")["findings"]


def hirelint(folder: Path, *arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [os.environ["HIRELINT"], *arguments], cwd=folder, capture_output=True, check=False, **options
    )


def check(folder: Path, *arguments: str) -> Run:
    """Checks the folder “ads” in `folder`, and writes every report there is."""
    (folder / "reports").mkdir(exist_ok=True)
    reports = [part for name in FORMATS for part in ("--report", f"{name}=reports/{name}")]
    done = hirelint(folder, "check", "ads", "--as-of", "2026-11-21", *reports, *arguments)
    return Run(folder, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def samples(tmp_path_factory) -> Run:
    """The sample ads, and those whose places are hard to count."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(FIXTURES / "Ads", folder / "ads")
    shutil.copytree(FIXTURES / "Places", folder / "ads" / "places")
    return check(folder)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Run:
    """Ads, names of files and rules that try to give orders to whatever shows them."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(FIXTURES / "Hostile", folder / "ads")
    rules = str(shutil.move(folder / "ads" / "rules.yml", folder / "rules.yml"))
    text = (folder / "ads" / "orders.txt").read_bytes()
    for name in [
        "::error::x.txt", "##[group]x.txt", "=1+1.txt", "@everyone.txt", "<b>'\"&.txt", "`x`.txt",
        "![x](http:evil.example).txt", "\n::error::x.txt", "\x1b[2J.txt", "\u202etxt.txt",
    ]:  # fmt: skip
        (folder / "ads" / name).write_bytes(text)
    (folder / "ads" / "::error::gone.txt").write_bytes(b"%PDF-1.4")
    return check(folder, "--rules", rules)


@pytest.fixture(params=["samples", "hostile"])
def run(request) -> Run:
    return request.getfixturevalue(request.param)
