"""pre-commit takes the hooks of this repository and runs them."""

import os
import shutil
import subprocess

import pytest
import yaml
from conftest import FIXTURES, ROOT


def git(folder, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )


def test_the_hooks_are_well_formed():
    subprocess.run(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], cwd=ROOT, check=True)


@pytest.fixture
def repository(tmp_path):
    """A repository of ads whose hook is that of this repository."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "init", "-q")
    git(hooks, "add", ".")
    git(hooks, "commit", "-qm", "Hooks")
    ads = tmp_path / "ads"
    ads.mkdir()
    git(ads, "init", "-q")
    configuration = {"repos": [{"repo": str(hooks), "rev": "HEAD", "hooks": [{"id": "hirelint"}]}]}
    (ads / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    return ads


def commit(repository) -> subprocess.CompletedProcess:
    git(repository, "add", ".")
    path = f"{os.path.dirname(os.environ['HIRELINT'])}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PRE_COMMIT_HOME": str(repository.parent / "cache")}
    return subprocess.run(
        ["pre-commit", "run", "--show-diff-on-failure"],
        cwd=repository, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_bad_ad_stops_a_commit(repository):
    shutil.copy(FIXTURES / "Ads" / "small.txt", repository / "small.txt")
    done = commit(repository)
    assert done.returncode == 1
    assert "small.txt:4:9" in done.stdout
    assert "pay/redacted-salary" in done.stdout


def test_a_good_ad_and_other_files_do_not(repository):
    shutil.copy(FIXTURES / "Ads" / "model.md", repository / "model.md")
    (repository / "program.py").write_text("print('young man')\n")
    done = commit(repository)
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout
