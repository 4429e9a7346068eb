"""Runs lint.py in a cluster of two executors, and compares it with one machine."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import COLUMNS
from helpers import check, completed_tasks, kill_executor, one_machine, script, table
from pyspark.errors import PythonException

import compare
from hirelint_spark.places import FieldPlaces


@pytest.mark.parametrize("format", ["json", "csv", "parquet"])
def test_findings_are_those_of_one_machine(spark, data, expected, tmp_path, format):
    if format == "csv":  # Spark reads a line break in a cell as LF.
        expected = one_machine((data / "json/ads.ndjson").read_bytes().replace(b"\\r\\n", b"\\n"))
    check(spark, data / format, tmp_path / "out")
    assert compare.difference(expected, compare.of_tables(str(tmp_path / "out"))) == []


def test_tables_count_and_places_point_at_quotes(spark, ads, data, tmp_path):
    told = check(spark, data / "parquet", tmp_path / "out", "--profile", "uk-agency", "--", "--all")
    findings = table(tmp_path / "out", "findings")
    assert told.startswith(f"3000 ads, {len(findings)} findings, 0 problems")
    by_id = {ad["id"]: ad for ad in ads}
    for finding in findings:
        if finding["field_start"] is not None and finding["anchor"] == "words":
            value = by_id[finding["ad_id"]][finding["pointer"].removeprefix("/")].encode()
            quote = value[finding["field_start"] : finding["field_end"]].decode()
            assert quote == json.loads(f'"{finding["quote"]}"', strict=False)
    companies = table(tmp_path / "out", "companies")
    assert sum(company["ads"] for company in companies) == 3000
    for name in ("rules", "company_rules"):
        assert sum(row["findings"] for row in table(tmp_path / "out", name)) == len(findings)
    levels = sum(row["errors"] + row["warnings"] + row["notes"] for row in companies)
    assert levels == len(findings)


def test_columns_have_other_names(spark, ads, expected, tmp_path):
    (tmp_path / "parquet").mkdir()
    renamed = [{f"x.{name}": value for name, value in ad.items()} for ad in ads]
    pq.write_table(pa.Table.from_pylist(renamed), tmp_path / "parquet/ads.parquet")
    columns = ",".join(f"{name}=x.{name}" for name in COLUMNS)
    check(spark, tmp_path / "parquet", tmp_path / "out", "--columns", columns)
    assert compare.difference(expected, compare.of_tables(str(tmp_path / "out"))) == []


def test_bad_records_are_told_of_and_the_rest_goes_on(spark, data, tmp_path):
    lines = (data / "json/ads.ndjson").read_bytes().splitlines()[:900]
    good = b"\n".join(lines)
    lines[0] = b"\xef\xbb\xbf" + lines[0]
    bad = {100: b"{bad", 300: b"[1]", 500: b'{"text":"caf\xe9"}', 700: b'{"text":"\0"}', 701: b"\r"}
    for at, line in bad.items():
        lines.insert(at, line)
    (tmp_path / "json").mkdir()
    (tmp_path / "json/ads.ndjson").write_bytes(b"\r\n".join(lines))
    told = check(spark, tmp_path / "json", tmp_path / "out")
    assert told.startswith("900 ads") and "4 problems" in told
    problems = {row["problem"]: row for row in table(tmp_path / "out", "problems")}
    assert problems.keys() == {"broken-json", "not-an-ad", "not-utf-8", "not-text"}
    assert problems["broken-json"]["record"].strip() == "{bad"
    assert "(byte 1)" in problems["broken-json"]["message"]
    assert compare.difference(one_machine(good), compare.of_tables(str(tmp_path / "out"))) == []


def test_rows_of_csv_with_too_few_cells_are_told_of(spark, tmp_path):
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv/ads.csv").write_text("id,text,note\n1,Cook wanted,\n2\n3,Cook,a,b\n4,Cook,\n")
    told = check(spark, tmp_path / "csv", tmp_path / "out", "--columns", "id=id,text=text")
    assert told.startswith("2 ads") and "2 problems" in told
    assert {row["record"] for row in table(tmp_path / "out", "problems")} == {"2", "3,Cook,a,b"}


def test_a_process_that_fails_is_run_again(spark, data, expected, tmp_path):
    flaky = script(tmp_path / "flaky", f"mkdir {tmp_path}/once && exit 70")
    check(spark, data / "json", tmp_path / "out", hirelint=flaky)
    assert (tmp_path / "once").exists()
    assert compare.difference(expected, compare.of_tables(str(tmp_path / "out"))) == []


def test_a_process_that_always_fails_says_why(spark, data, tmp_path):
    broken = script(tmp_path / "broken", "echo no such luck >&2; exit 70")
    with pytest.raises(PythonException, match="broken left with 70: no such luck"):
        check(spark, data / "json", tmp_path / "out", hirelint=broken)


def test_an_executor_that_is_killed_changes_nothing(spark, data, expected, tmp_path):
    slow = script(tmp_path / "slow", "sleep 0.5")
    killed = kill_executor(spark, when=lambda: completed_tasks(spark) >= 3)
    check(spark, data / "json", tmp_path / "out", hirelint=slow)
    killed.join(timeout=60)
    executors = spark._jsc.sc().statusStore().executorList(False)
    assert any(not executors.apply(at).isActive() for at in range(executors.size()))
    assert compare.difference(expected, compare.of_tables(str(tmp_path / "out"))) == []


def test_places_count_bytes_of_the_field():
    record = json.dumps({"a\\": 'é"\\', "b": ["x", {"c": "tab\tyoung é"}]}, ensure_ascii=False)
    line = record.encode()
    start = line.index(b"young")
    assert FieldPlaces(line).range(start, start + 5) == (4, 9)
    assert FieldPlaces(line).range(0, 1) is None
