"""Engines that search texts for the patterns of our rules: Hyperscan and ripgrep."""

import json
import re
import subprocess
from pathlib import Path

from tools import Tool, find, version

SOURCE = Path(__file__).parent / "hyperscan.c"
BEHIND, AHEAD = r"(?<!\w)", r"(?!\w)"


class Patterns:
    """The regular expressions that the rules which are on look for.

    Neither engine has lookarounds, so the ends of words that a pattern asks for are written as \\b
    where a letter or a digit stands there, and left out where none does, which asks for less.
    """

    def __init__(self, hirelint, theme=None):
        command = [hirelint, "rules", "patterns", "--no-config"]
        command += ["--select", theme] if theme else []
        listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        lines = [line.split(":", 1)[1] for line in listing.splitlines()]
        self.all = [(bounded(line[1:].rsplit("/", 1)[0]), line.rsplit("/", 1)[1]) for line in lines]

    def __len__(self):
        return len(self.all)


def bounded(pattern):
    """A pattern with its outermost lookarounds for the ends of words written as \\b."""
    if pattern.startswith(BEHIND):
        pattern = pattern.removeprefix(BEHIND)
        if re.match(r"[(?:]*\w", pattern):
            pattern = r"\b" + pattern
    if pattern.endswith(AHEAD):
        pattern = pattern.removesuffix(AHEAD)
        if re.search(r"\w[)?]*$", pattern):
            pattern += r"\b"
    return pattern


def hyperscan(patterns, parts, work, rounds, limit, missing):
    """What Hyperscan takes to compile the patterns, and to scan the texts of each part; `None` where it
    cannot be measured.
    """
    program, listing = work / "hyperscan", work / "patterns"
    built = find("cc") and subprocess.run(
        ["cc", "-O2", SOURCE, "-lhs", "-o", program], capture_output=True
    )
    if not built or built.returncode:
        missing.append("Hyperscan (apt-get install gcc libhyperscan-dev)")
        return None
    # Unicode classes are left out, since \b goes without them only.
    lines = (f"{n}:/{p}/{f.replace('W', '')}" for n, (p, f) in enumerate(patterns.all))
    listing.write_text("\n".join(lines), encoding="utf-8")
    files = []
    for number, part in enumerate(parts):
        files.append(work / f"texts-{number}")
        files[-1].write_bytes(b"".join(text.encode() + b"\0" for text in part))
    try:
        run = subprocess.run(
            [program, listing, str(rounds), *files], check=True, capture_output=True, timeout=limit
        )
    except subprocess.TimeoutExpired:
        missing.append(f"Hyperscan (it had not compiled and scanned after {limit} s; --limit)")
        return None
    return json.loads(run.stdout)


def ripgrep(patterns, work, missing):
    """ripgrep for all patterns that it takes, and how many those are."""
    path = find("rg")
    if path is None:
        missing.append("ripgrep (apt-get install ripgrep)")
        return None, 0
    sources = [p if "i" in f else f"(?-i:{p})" for p, f in patterns.all]
    listing = work / "expressions"
    command = [path, "-c", "-i", "-j", "1", "--regex-size-limit", "4G", "--dfa-size-limit", "1G"]
    command += ["-f", str(listing)]

    def taken(some):
        """Those of some patterns that ripgrep takes; each refusal halves them until it is found."""
        listing.write_text("\n".join(some) + "\n", encoding="utf-8")
        if subprocess.run([*command, "/dev/null"], capture_output=True).returncode < 2:
            return some
        middle = len(some) // 2
        return taken(some[:middle]) + taken(some[middle:]) if middle else []

    known = [p for p in sources if not re.search(r"\(\?<?[=!>]|\(\?\|", p)]
    some = [p for start in range(0, len(known), 64) for p in taken(known[start : start + 64])]
    listing.write_text("\n".join(some) + "\n", encoding="utf-8")
    return Tool(f"{version(path)} -c, compiling included", command), len(some)
