"""Reports/benchmarks.md: what scripts write into it stands between marks, the rest is written by hand."""

import datetime
import os
import platform
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "Reports" / "benchmarks.md"


def put(name, text):
    """Writes a part of the page anew."""
    mark, end = f"<!-- {name}: written by Scripts/{name} -->\n", f"<!-- {name}: end -->\n"
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(mark)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"Scripts/{name}: {PAGE} has no part between “{mark.strip()}” and its end")
    PAGE.write_text(f"{before}{mark}\n{text.strip()}\n\n{end}{after}", encoding="utf-8")


def table(head, rows):
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines) + "\n"


def circumstances():
    """When and on what something was measured."""
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            found = re.search(r"^model name\s*:\s*(.+)$", lines.read(), re.MULTILINE)
            model = found.group(1) if found else ""
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = f"{platform.system()} {platform.release()}"
    cores = os.cpu_count()
    return (
        f"Measured on {datetime.date.today()} on {cores} cores ({model or platform.machine()}),"
        f" {system}, by the commit {commit()}."
    )


def commit():
    """The commit that is checked out, and whether anything was changed since."""
    said = os.popen("git describe --always --dirty --abbrev=7 2>/dev/null").read().strip()
    return said or "unknown"
