"""Programs that read reports find in them what the JSON report says."""

import csv
import io
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped


def counts(run) -> Counter:
    return Counter(finding["level"] for finding in run.findings)


def problems(run) -> int:
    return len(run.json("json")["notifications"])


def test_junit(run):
    suites = JUnitXml.fromfile(str(run.path("junit")))
    kinds = Counter()
    for suite in suites:
        cases = list(suite)
        results = [result for case in cases for result in case.result]
        of_suite = Counter(type(result) for result in results)
        assert suite.tests == len(cases)
        assert suite.failures == of_suite[Failure]
        assert suite.skipped == of_suite[Skipped]
        assert suite.errors == of_suite[Error]
        kinds += of_suite
        kinds["clean"] += len(cases) - len(results)
    levels = counts(run)
    summary = run.json("json")["summary"]
    assert kinds[Failure] == levels["error"] + levels["warning"]
    assert kinds[Skipped] == levels["note"]
    assert kinds[Error] == problems(run)
    assert kinds["clean"] == summary["adsClean"]


def test_checkstyle(run):
    root = ET.parse(run.path("checkstyle")).getroot()
    assert {child.tag for child in root} == {"file"}
    names = [child.get("name") for child in root]
    assert len(names) == len(set(names))
    errors = root.findall("file/error")
    levels = Counter(error.get("severity") for error in errors)
    expected = counts(run)
    assert levels["error"] == expected["error"]
    assert levels["warning"] == expected["warning"] + problems(run)
    assert levels["info"] == expected["note"]


@pytest.mark.parametrize("name", ["csv", "csv-excel"])
def test_csv(run, name):
    text = run.path(name).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") == (name == "csv-excel")
    assert text.count(b"\n") == text.count(b"\r\n") == len(text.splitlines())
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))
    found = [row for row in rows if row["level"] != "problem"]
    assert len(rows) - len(found) == problems(run)
    for row, finding in zip(found, run.findings, strict=True):
        assert row["rule"] == finding["rule"]
        assert row["fingerprint"] == finding["fingerprint"]
        assert int(row["byte_offset"]) == finding["range"]["start"]["byte"]


def sarif(run, *command: str) -> str:
    done = subprocess.run(
        ["sarif", *command, str(run.path("sarif"))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("name", ["sarif", "sarif-github", "sarif-minimal"])
def test_sarif(run, name, tmp_path):
    output = tmp_path / "out.csv"
    done = subprocess.run(
        ["sarif", "csv", "--output", str(output), str(run.path(name))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    with output.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert Counter(row["Severity"] for row in rows) == counts(run)


@pytest.mark.parametrize("command", ["summary", "info", "ls"])
def test_sarif_tools_tell_of_the_log(samples, command):
    assert sarif(samples, command)
