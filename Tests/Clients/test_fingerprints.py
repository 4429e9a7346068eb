"""Findings stay the same findings while ads move about in their files."""

import shutil

from conftest import FIXTURES, check


def fingerprints(folder) -> list:
    run = check(folder)
    for name in ["sarif", "sarif-github", "sarif-minimal"]:
        results = run.json(name)["runs"][0]["results"]
        told = [result["partialFingerprints"]["adRuleField/v1"] for result in results]
        assert sorted(told) == sorted(finding["fingerprint"] for finding in run.findings)
    return sorted((finding["file"], finding["fingerprint"]) for finding in run.findings)


def test_rows_that_move_and_lines_above(tmp_path):
    ads = tmp_path / "ads"
    ads.mkdir()
    for name in ["feed.ndjson", "table.csv"]:
        shutil.copy(FIXTURES / "Ads" / name, ads)
    before = fingerprints(tmp_path)
    lines = (ads / "feed.ndjson").read_text().splitlines()
    (ads / "feed.ndjson").write_text("\n\n" + "\n".join([*lines[1:], lines[0]]) + "\n")
    assert before == fingerprints(tmp_path)
    assert before
