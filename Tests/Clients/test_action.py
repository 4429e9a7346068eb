"""The action for GitHub, as a runner runs its first step."""

import os
import subprocess

import pytest
from conftest import FIXTURES, ROOT


def step(folder, **inputs: str):
    """Runs the step in `folder`; gives what it did, its outputs and its summary."""
    output, summary = folder / "output", folder / "summary"
    environment = os.environ | {
        "PATH": f"{os.path.dirname(os.environ['HIRELINT'])}:{os.environ['PATH']}",
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "INPUT_PATHS": str(FIXTURES / "Ads" / "small.txt"),
        "INPUT_FAIL_ON": "error",
        "INPUT_ARGS": "--as-of\n2026-11-21\n",
        "INPUT_ANNOTATIONS": "true",
        "INPUT_SARIF_FILE": "out.sarif",
        "INPUT_HTML_FILE": "",
    }
    environment |= {f"INPUT_{name}": value for name, value in inputs.items()}
    done = subprocess.run(
        [ROOT / "Scripts" / "action"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return done, told, summary.read_text() if summary.exists() else ""


def test_findings_are_told_and_the_code_is_kept_for_last(tmp_path):
    done, told, summary = step(tmp_path, HTML_FILE="page.html")
    assert done.returncode == 0, done.stderr
    levels = {name: done.stdout.count(f"::{name} ") for name in ["error", "warning", "notice"]}
    assert 0 < levels["error"] < 10
    assert told == {
        "exit-code": "1",
        "findings": str(sum(levels.values())),
        "errors": str(levels["error"]),
    }
    assert f"**1 ad in 1 file, 0 clean: {levels['error']} errors," in summary
    assert (tmp_path / "out.sarif").stat().st_size > 1000
    assert (tmp_path / "page.html").read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("path", ["$(touch gone)", "`touch gone`", "; touch gone", "--help\n-x"])
def test_paths_are_paths(tmp_path, path):
    done, told, _ = step(tmp_path, PATHS=path, ANNOTATIONS="false")
    assert done.returncode == 0
    assert told == {"exit-code": "2", "findings": "0", "errors": "0"}
    assert not (tmp_path / "gone").exists()


def test_a_wrong_option_is_told(tmp_path):
    done, told, _ = step(tmp_path, FAIL_ON="sometimes")
    assert told["exit-code"] == "2"
    assert "sometimes" in done.stderr
