"""Ads in files whose bytes are packed: SARIF points at the file on the disk, and tells the rest beside it."""

import gzip
import hashlib
import zipfile

from conftest import check

AD = "Title: Baker\nDescription: We recieve guests.\n"
RECORD = '{"id": "1", "title": "Baker", "description": "We recieve guests."}\n'


def test_sarif_of_packed_files(tmp_path):
    ads = tmp_path / "ads"
    ads.mkdir()
    with zipfile.ZipFile(ads / "many.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/a b.txt", AD)
        archive.writestr("b.ndjson", RECORD)
    (ads / "feed.ndjson.gz").write_bytes(gzip.compress(RECORD.encode()))
    (ads / "plain.txt").write_text(AD)
    run = check(tmp_path)
    for name in ["sarif", "sarif-github", "sarif-minimal"]:
        log = run.json(name)["runs"][0]
        artifacts = log["artifacts"]
        places = [artifact["location"]["uri"] for artifact in artifacts]
        assert sorted(places) == sorted(
            ["ads/many.zip", "/in/a%20b.txt", "/b.ndjson", "ads/feed.ndjson.gz", "ads/plain.txt"]
        )
        outer = places.index("ads/many.zip")
        for artifact in artifacts:
            assert artifact.get("parentIndex") == (
                outer if artifact["location"]["uri"].startswith("/") else None
            )
        digest = artifacts[places.index("/b.ndjson")]["hashes"]["sha-256"]
        assert digest == hashlib.sha256(RECORD.encode()).hexdigest()
        for result in log["results"]:
            place = result["locations"][0]["physicalLocation"]
            file = place["artifactLocation"]
            assert places[file["index"]] == file["uri"]
            assert (tmp_path / file["uri"]).is_file()
            if file["uri"] != "ads/plain.txt":
                assert place["region"] == dict.fromkeys(
                    ["startLine", "startColumn", "endLine", "endColumn"], 1
                )
                assert "fixes" not in result
    misspelt = [
        result["properties"]
        for result in run.json("sarif")["runs"][0]["results"]
        if result["ruleId"] == "spelling/misspelling"
    ]
    assert [found.get("hirelint/part") for found in misspelt] == [None, "b.ndjson", "in/a b.txt", None]
    assert [found.get("hirelint/line") for found in misspelt] == [1, 1, 2, None]


def test_baseline_states(tmp_path):
    ads = tmp_path / "ads"
    ads.mkdir()
    (ads / "a.txt").write_text(AD)
    check(tmp_path).path("sarif").rename(tmp_path / "old.sarif")
    (ads / "a.txt").write_text(AD.replace("guests", "guests and managment"))
    run = check(tmp_path, "--baseline", "old.sarif")
    states = {
        result["message"]["arguments"][0]: result["baselineState"]
        for result in run.json("sarif")["runs"][0]["results"]
        if result["ruleId"] == "spelling/misspelling"
    }
    assert states == {"recieve": "unchanged", "managment": "new"}
    assert all("baselineState" not in result for result in run.json("sarif-github")["runs"][0]["results"])
