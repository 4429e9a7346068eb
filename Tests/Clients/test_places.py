"""Every format counts in its own way; all of them lead back to the same bytes of the file."""

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest

ENCODINGS = {
    "utf-8": "utf-8", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "windows-1252": "cp1252",
}  # fmt: skip
UNITS = {
    "scalars": lambda _: 1,
    "utf-16": lambda character: 2 if ord(character) > 0xFFFF else 1,
    "utf-8": lambda character: len(character.encode()),
}


class Ruler:
    """Counts the characters of a file one by one."""

    def __init__(self, path, encoding: str):
        self.encoding = ENCODINGS[encoding]
        self.text = path.read_bytes().decode(self.encoding)
        self.starts = [0] + [match.end() for match in re.finditer("\r\n|\n|\r", self.text)]

    def byte(self, line: int, column: int, unit: str, *, marked: bool = False) -> int:
        """The byte at a line and a column from 1; a byte order mark counts if `marked`."""
        at = self.starts[line - 1]
        if at == 0 and self.text.startswith("\ufeff") and not marked:
            at = 1
        left = column - 1
        while left > 0:
            left -= UNITS[unit](self.text[at])
            at += 1
        assert left == 0
        return len(self.text[:at].encode(self.encoding))


@pytest.fixture(scope="module")
def truth(samples):
    """The findings, each with the ruler of its file."""
    rulers = {
        entry["path"]: Ruler(samples.folder / entry["path"], entry["encoding"])
        for entry in samples.json("json")["inputs"]
    }
    return [(finding, rulers[finding["file"]]) for finding in samples.findings]


def test_json_itself(truth):
    for finding, ruler in truth:
        for end in finding["range"].values():
            assert ruler.byte(end["line"], end["column"], "scalars") == end["byte"]
            assert ruler.byte(end["line"], end["utf16"], "utf-16") == end["byte"]


def check(truth, places, unit, **options):
    """Whether `places`, lists of a start line, a start column and perhaps the end, are true."""
    assert len(places) == len(truth) > 150
    for (finding, ruler), place in zip(truth, places, strict=True):
        ends = [finding["range"]["start"], finding["range"]["end"]]
        pairs = list(zip(place[::2], place[1::2], strict=True))
        for (line, column), end in zip(pairs, ends, strict=False):
            assert ruler.byte(int(line), int(column), unit, **options) == end["byte"], finding


@pytest.mark.parametrize(
    ("name", "unit", "pattern"),
    [
        ("compact", "utf-16", r"^ads/[^\n]*?:(\d+):(\d+): (?:error|warning|note): .*\[(?!input)"),
        ("text", "utf-16", r"^  (?:error|warning|note) +ads/\S*?:(\d+):(\d+)  "),
        ("html", "utf-16", r">line (\d+), column (\d+)<"),
        ("markdown", "utf-16", r"^- \S+ \*\*\w+\*\* (\d+):(\d+) "),
    ],
)
def test_lines_of_text(samples, truth, name, unit, pattern):
    places = re.findall(pattern, samples.text(name), re.MULTILINE)
    if name == "markdown":
        # A comment has room for so many.
        assert len(places) > 50
        truth = [pair for pair in truth][: len(places)]
        for (finding, ruler), (line, column) in zip(truth, places, strict=True):
            assert ruler.byte(int(line), int(column), unit) == finding["range"]["start"]["byte"]
    else:
        check(truth, places, unit)


@pytest.mark.parametrize("name", ["sarif", "sarif-github", "sarif-minimal"])
def test_sarif(samples, truth, name):
    run = samples.json(name)["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    regions = [
        result["locations"][0]["physicalLocation"]["region"] for result in run["results"]
    ]
    keys = ["startLine", "startColumn", "endLine", "endColumn"]
    check(truth, [[region[key] for key in keys] for region in regions], "utf-16")
    for (finding, _), region in zip(truth, regions, strict=True):
        assert region["byteOffset"] == finding["range"]["start"]["byte"]


def test_reviewdog(samples, truth):
    diagnostics = [json.loads(line) for line in samples.text("rdjsonl").splitlines()]
    ranges = [
        diagnostic["location"]["range"]
        for diagnostic in diagnostics
        if not diagnostic["code"]["value"].startswith("input/")
    ]
    places = [
        [end[key] for end in (r["start"], r["end"]) for key in ("line", "column")] for r in ranges
    ]
    check(truth, places, "utf-8", marked=True)


def test_sonar(samples, truth):
    ranges = [
        issue["primaryLocation"]["textRange"]
        for issue in samples.json("sonar")["issues"]
        if issue["ruleId"] != "input"
    ]
    for (finding, ruler), place in zip(truth, ranges, strict=True):
        start, end = finding["range"]["start"], finding["range"]["end"]
        assert place["startLine"] == start["line"]
        assert ("startColumn" in place) == (start != end)
        if start != end:
            assert ruler.byte(start["line"], place["startColumn"] + 1, "utf-16") == start["byte"]
            assert ruler.byte(place["endLine"], place["endColumn"] + 1, "utf-16") == end["byte"]


def test_checkstyle_and_gitlab(samples, truth):
    errors = ET.parse(samples.path("checkstyle")).getroot().findall("file/error")
    places = [
        [error.get("line"), error.get("column")]
        for error in errors
        if not error.get("source").startswith("hirelint.input/")
    ]
    check(truth, places, "scalars")
    lines = [
        issue["location"]["lines"]["begin"]
        for issue in samples.json("gitlab")
        if not issue["check_name"].startswith("input/")
    ]
    assert lines == [finding["range"]["start"]["line"] for finding, _ in truth]


def test_csv(samples, truth):
    rows = csv.DictReader(io.StringIO(samples.text("csv"), newline=""))
    keys = ["line", "column", "end_line", "end_column"]
    places = [[row[key] for key in keys] for row in rows if row["level"] != "problem"]
    check(truth, places, "utf-16")


def test_annotations_of_github(samples, truth):
    pattern = r"^::\w+ file=([^,]*),line=(\d+),endLine=\d+,col=(\d+),(?:endColumn=\d+,)?title=([^%:\n]*)%3A"
    known = {
        (finding["file"], finding["rule"], finding["range"]["start"]["byte"]): ruler
        for finding, ruler in truth
    }
    rulers = {finding["file"]: ruler for finding, ruler in truth}
    places = re.findall(pattern, samples.text("github"), re.MULTILINE)
    assert len(places) > 25
    for file, line, column, rule in places:
        assert (file, rule, rulers[file].byte(int(line), int(column), "utf-16")) in known
