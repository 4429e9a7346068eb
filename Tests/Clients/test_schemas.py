"""Reports keep to the schemas of those who read them."""

import subprocess

import pytest
from conftest import ROOT

SCHEMAS = ROOT / "Tests" / "Clients" / "schemas"


def conforms(schema: list[str], *paths) -> None:
    done = subprocess.run(
        ["check-jsonschema", *schema, *map(str, paths)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("json", ROOT / "Reports" / "schema" / "report-1.0.schema.json"),
        ("gitlab", SCHEMAS / "gitlab.schema.json"),
        ("rdjson", SCHEMAS / "rdjson.schema.json"),
        ("sonar", SCHEMAS / "sonar.schema.json"),
    ],
)
def test_a_report_keeps_to_its_schema(run, name, schema):
    conforms(["--schemafile", str(schema)], run.path(name))


def test_each_line_for_reviewdog_is_a_diagnostic(run, tmp_path):
    lines = run.text("rdjsonl").splitlines()
    assert len(lines) == len(run.json("rdjson")["diagnostics"])
    document = tmp_path / "rdjson"
    document.write_text('{"diagnostics":[' + ",".join(lines) + "]}")
    conforms(["--schemafile", str(SCHEMAS / "rdjson.schema.json")], document)


def test_gitlab_gets_no_fingerprint_twice(run):
    issues = run.json("gitlab")
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert not any(issue["location"]["path"].startswith(("./", "/")) for issue in issues)


def test_the_action_is_one():
    conforms(["--builtin-schema", "vendor.github-actions"], ROOT / "action.yml")
