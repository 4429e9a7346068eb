"""What --fix does to ads in every format: it mends all that is certain, and changes nothing else.

The ads are those of the fixtures, and where ADS names a folder of ads and feeds, those as well, in
every format that they can be written in. SHARE says how many of them: one in so many.
"""

import csv
import html
import io
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from conftest import FIXTURES, hirelint

FIELDS = ["id", "title", "company", "location", "salary", "country", "text"]
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def records() -> list[dict]:
    """The ads of the feeds in the folder of ADS, each once."""
    known = {}
    for path in sorted(Path(os.environ["ADS"]).glob("*.ndjson")):
        for line in path.read_text().split("\n"):
            record = json.loads(line) if line else {}
            if "text" in record:
                known.setdefault(record["id"], record)
    return list(known.values())[:: int(os.environ.get("SHARE", "20"))]


def cell(text: str) -> str:
    return escape(NO_XML.sub("", text))


def section(text: str) -> str:
    return f"<![CDATA[{NO_XML.sub('', text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def xml(ads: list[dict], write) -> str:
    jobs = (
        "<job>" + "".join(f"<{key}>{write(ad.get(key) or '')}</{key}>" for key in FIELDS) + "</job>"
        for ad in ads
    )
    return '<?xml version="1.0" encoding="UTF-8"?>\n<jobs>\n' + "\n".join(jobs) + "\n</jobs>\n"


def page(ad: dict) -> str:
    title = html.escape(ad["title"])
    text = "\n".join(f"<p>{html.escape(line)}</p>" for line in ad["text"].split("\n") if line.strip())
    return (
        f"<!doctype html>\n<html><head><title>{title}</title></head>\n"
        f"<body><h1>{title}</h1>\n{text}\n</body></html>\n"
    )


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_bytes(text.encode())


def write_real(folder: Path) -> None:
    ads = records()
    seeds = Path(os.environ["ADS"]) / "seeds"
    if seeds.is_dir():
        shutil.copytree(seeds, folder / "seeds")
    write(folder, "ads.json", json.dumps({"jobs": ads}, indent=2))
    write(folder, "ads.ndjson", "".join(json.dumps(ad, ensure_ascii=False) + "\n" for ad in ads))
    write(folder, "ascii.ndjson", "".join(json.dumps(ad) + "\n" for ad in ads))
    write(folder, "text.xml", xml(ads, cell))
    write(folder, "sections.xml", xml(ads, section))
    with (folder / "ads.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(ads)
    for number, ad in enumerate(ads):
        ending = {"text": "txt", "markdown": "md", "html": "html"}[ad["format"]]
        write(folder, f"{number}.{ending}", ad["text"])
        if ending == "txt":
            write(folder, f"{number}.md", f"# {ad['title']}\n\n{ad['text']}")
            write(folder, f"{number}.html", page(ad))


class Outline(HTMLParser):
    """The tags of a page and the texts between them."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts = [], [""]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, attributes))
        self.texts.append("")

    def handle_endtag(self, tag):
        self.tags.append(tag)
        self.texts.append("")

    def handle_data(self, data):
        self.texts[-1] += data


def leaves(value, path=()):
    """The values in a tree of JSON with their paths."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path, value


def value(line: str):
    """The value in a line of NDJSON, or the line itself where it is broken."""
    try:
        return json.loads(line)
    except ValueError:
        return line


def pieces(path: Path, data: bytes) -> list[tuple]:
    """The parts of a file as another reader sees them, each with its place, and its text at the end."""
    marks = [(b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")]
    encoding = next((name for mark, name in marks if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    match path.suffix:
        case ".json":
            return list(leaves(json.loads(text)))
        case ".ndjson":
            return list(leaves([value(line) for line in re.split("\r?\n", text)]))
        case ".csv":
            return list(leaves(list(csv.reader(io.StringIO(text, newline="")))))
        case ".xml":
            try:
                elements = ET.fromstring(data).iter()
            except ET.ParseError:
                return [((), text)]
            return [
                ((number, element.tag, tuple(element.attrib.items())), element.text or "")
                for number, element in enumerate(elements)
            ]
        case ".html":
            outline = Outline(text)
            return [(tuple(map(str, outline.tags)), "")] + [
                ((number,), words) for number, words in enumerate(outline.texts)
            ]
        case _:
            return [((), text)]


def report(folder: Path, *arguments: str) -> dict:
    done = hirelint(
        folder, "check", "ads", "--as-of", "2026-11-21", "--format", "json", "--fail-on", "never",
        "--color", "never", *arguments,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def check_mended(folder: Path) -> None:
    ads = folder / "ads"
    shutil.copytree(ads, folder / "before")
    difference = hirelint(folder, "check", "ads", "--as-of", "2026-11-21", "--diff").stdout
    mended = hirelint(
        folder, "check", "ads", "--as-of", "2026-11-21", "--fix", "--format", "compact",
        "--report", "json=after.json", "--fail-on", "never",
    )  # fmt: skip
    assert mended.returncode == 0, mended.stderr.decode()
    check_nothing_left(folder, mended.stderr.decode())
    changed = [
        (path, folder / "before" / path.relative_to(ads))
        for path in sorted(ads.rglob("*"))
        if path.is_file()
    ]
    count = 0
    for path, old in changed:
        before, after = old.read_bytes(), path.read_bytes()
        count += before != after
        check_same_but_for_words(path, before, after, folder)
    assert f"in {count} file" in mended.stderr.decode()
    check_difference(folder, difference)


def check_nothing_left(folder: Path, errors: str) -> None:
    """What can be mended is; a second run has nothing to do."""
    left = [
        (finding["file"], finding["rule"], finding["quote"])
        for finding in json.loads((folder / "after.json").read_text())["findings"]
        if any(fix["applicability"] == "safe" for fix in finding["fixes"])
    ]
    assert left == []
    assert "by hand" not in errors
    second = hirelint(folder, "check", "ads", "--as-of", "2026-11-21", "--diff")
    assert (second.returncode, second.stdout) == (0, b"")


def check_same_but_for_words(path: Path, before: bytes, after: bytes, folder: Path) -> None:
    """Another reader sees the same parts, with few other words in them."""
    old, new = pieces(path, before), pieces(path, after)
    assert [place for place, _ in old] == [place for place, _ in new], path
    for (place, was), (_, now) in zip(old, new, strict=True):
        if was == now:
            continue
        assert isinstance(was, str), (path, place)
        for gone, come in changes(was, now, folder):
            assert len(gone) <= 60 and len(come) <= 60, (path, place, gone, come)
            # No figure comes or goes.
            assert figures(gone) == figures(come), (path, gone, come)


def changes(was: str, now: str, folder: Path) -> list[tuple[str, str]]:
    """What went and what came in its place: the fewest words by which diff(1) can tell it.

    Words that have run together are compared as what they were.
    """
    names = [folder / "was", folder / "now"]
    for name, text in zip(names, [was, now], strict=True):
        words = re.findall(r"\s+|[A-Z]*[a-z]+|[A-Z]+|\d+|\w|.", text)
        name.write_text("".join(json.dumps(word) + "\n" for word in words))
    told = subprocess.run(["diff", "--minimal", *names], capture_output=True, text=True)
    assert told.returncode == 1, told.stderr
    found: list[tuple[str, str]] = []
    for line in told.stdout.splitlines():
        if line[0] == "<":
            found[-1] = (found[-1][0] + json.loads(line[2:]), found[-1][1])
        elif line[0] == ">":
            found[-1] = (found[-1][0], found[-1][1] + json.loads(line[2:]))
        elif line[0].isdigit():
            found.append(("", ""))
    return found


def figures(text: str) -> list[str]:
    """Those of `text`, with characters that are told by number as what they are."""
    return re.findall(r"\d+", html.unescape(html.unescape(text)))


def check_difference(folder: Path, difference: bytes) -> None:
    """The difference that --diff prints is what --fix has done, and patch(1) can do it.

    It is told in UTF-8, so it fits no file in another encoding.
    """
    shutil.copytree(folder / "before", folder / "patched" / "ads")
    utf8 = [path for path in sorted((folder / "ads").rglob("*")) if path.is_file() and is_utf8(path)]
    parts = re.split(rb"^(?=--- a/)", difference, flags=re.MULTILINE)[1:]
    for part in parts:
        path = folder / os.fsdecode(part.split(b"\n")[1].removeprefix(b"+++ b/"))
        if path in utf8:
            patch = subprocess.run(
                ["patch", "--binary", "-s", "-p1"], cwd=folder / "patched", input=part,
                capture_output=True, check=False,
            )  # fmt: skip
            assert patch.returncode == 0, patch.stdout.decode()
    for path in utf8:
        patched = folder / "patched" / path.relative_to(folder)
        assert patched.read_bytes() == path.read_bytes(), path


def is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    return True


def test_fixtures(tmp_path):
    for name in ["Ads", "Feeds", "Places", "Hostile"]:
        shutil.copytree(FIXTURES / name, tmp_path / "ads" / name)
    check_mended(tmp_path)


@pytest.mark.skipif("ADS" not in os.environ, reason="ADS names no folder of real ads")
def test_real_ads(tmp_path):
    (tmp_path / "ads").mkdir()
    write_real(tmp_path / "ads")
    check_mended(tmp_path)
