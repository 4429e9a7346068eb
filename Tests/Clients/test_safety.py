"""Whatever an ad says stays words in every report, as real readers see it."""

import base64
import csv
import hashlib
import io
import re
from xml.etree import ElementTree as ET

import html5lib
import pytest
from conftest import FORMATS, ROOT, hirelint
from markdown_it import MarkdownIt
from openpyxl import Workbook

LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
COMMAND = re.compile(
    r"::(error|warning|notice) (file=[^,:]*,line=\d+,endLine=\d+,col=\d+,(endColumn=\d+,)?)?"
    r"title=[^,:]*::"
)
PAGE = "https://github.com/hirelint/hirelint"


def faults(text: str, name: str = "") -> list[str]:
    """Lines that a build server or a terminal would obey."""
    return [
        line
        for line in LINE_ENDS.split(text)
        if re.search(r"##[A-Za-z]*\[", line)
        or CONTROLS.search(line)
        or (line.lstrip().startswith("::") and not (name == "github" and COMMAND.match(line)))
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_no_line_is_a_command(hostile, name):
    text = hostile.text(name)
    if name == "csv-excel":
        text = text.removeprefix("\ufeff")
    assert faults(text, name) == []


def test_nor_is_what_goes_to_the_terminal(hostile):
    assert hostile.status == 1
    assert faults(hostile.output) == []
    assert faults(hostile.errors) == []
    rules = str(ROOT / "Tests" / "Fixtures" / "Hostile" / "rules.yml")
    for arguments in [
        ["explain", "house/order"], ["rules", "house"], ["rules", "house", "--format", "json"],
        ["explain", "::error::\n::error::x\x1b[2J"], ["check", "\n::error::x\x1b[2J", "--fail-on", "x"],
        ["check", "ads", "--format", "\n::error::x"], ["check", "\n::error::gone\x1b[2J"],
        ["check", "ads", "--report", "json=\n::error::x/y"],
    ]:  # fmt: skip
        done = hirelint(hostile.folder, *arguments, "--rules", rules)
        assert faults((done.stdout + b"\n" + done.stderr).decode()) == [], arguments


@pytest.mark.parametrize("name", ["csv", "csv-excel"])
def test_no_cell_is_a_formula(hostile, name):
    text = hostile.path(name).read_bytes().decode("utf-8-sig")
    sheet = Workbook().active
    # Where the comma is the decimal mark, a spreadsheet cuts at semicolons, or at tabs.
    for delimiter in ",;\t":
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in rows:
            sheet.append([cell.lstrip(" '\"") if cell.startswith((" ", '"')) else cell for cell in row])
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(cells) > 100
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert [cell.value for cell in cells if str(cell.value).startswith(tuple("=+-@"))] == []


def test_a_page_runs_and_loads_nothing_of_an_ad(run):
    text = run.text("html")
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert tags.isdisjoint({"img", "iframe", "object", "embed", "link", "base", "svg", "b", "i"})
    for element in page.iter():
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        assert "src" not in element.attrib
        assert element.get("href", "https://").startswith(("https://", "http://"))
        assert "evil" not in element.get("href", "")
    policy = page.find(".//meta[@http-equiv]").get("content")
    assert policy.startswith("default-src 'none';")
    for tag in ["script", "style"]:
        (element,) = page.iter(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert ET.fromstring(text.split(">", 1)[1]).tag == "html"


def test_a_comment_has_no_markup_of_an_ad(hostile):
    render = MarkdownIt("gfm-like")
    messages = [diagnostic["message"] for diagnostic in hostile.json("rdjson")["diagnostics"]]
    for text in [hostile.text("markdown"), *messages]:
        for token in flattened(render.parse(text)):
            assert token.type not in {"image", "html_inline", "html_block", "fence", "code_block"}
            if token.type == "link_open":
                assert token.attrGet("href").startswith(PAGE)
            if token.type == "text":
                words = token.content.replace("jobs@example.org", "")
                assert "evil" not in words
                assert "everyone" not in words.replace("everyone ", "")


def flattened(tokens):
    for token in tokens:
        yield token
        yield from flattened(token.children or [])
