"""The tools that are measured beside each other, and what one run of them takes."""

import os
import shutil
import statistics
import subprocess
import sysconfig
import time


class Tool:
    """A command that is given the path of a file."""

    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.runs = []

    def run(self, path, limit=None):
        """Runs it once; in vain if it takes more than `limit` seconds."""
        start = time.perf_counter()
        process = subprocess.Popen(
            [*self.command, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if limit and not finishes(process, limit):
            process.kill()
        usage = os.wait4(process.pid, 0)[2]
        self.runs.append((time.perf_counter() - start, usage.ru_maxrss / 1024))

    @property
    def seconds(self):
        return statistics.median(seconds for seconds, _ in self.runs)

    @property
    def mebibytes(self):
        return max(mebibytes for _, mebibytes in self.runs)


def finishes(process, limit):
    """Whether a process ends by itself in so many seconds; it is left for wait4(2)."""
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return True
        time.sleep(0.005)
    return False


def rounds(tools, path, count, limit=None):
    """Lets the tools take turns, so that a busy machine disturbs all of them alike."""
    for tool in tools:
        tool.runs = []
    for _ in range(count):
        for tool in tools:
            tool.run(path, limit)


def find(name):
    """The program itself, and no launcher of a version manager, which would cost it time."""
    return shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)


def version(path, *arguments):
    """What a program says its version is."""
    said = subprocess.run([path, *(arguments or ["--version"])], capture_output=True, text=True)
    return (said.stdout or said.stderr).split("\n")[0].strip()


def hirelint(name, binary, *options):
    """A run of hirelint that reports to nowhere."""
    options = ["--fail-on", "never", "--no-progress", "--no-config", *options]
    return Tool(name, [binary, "check", *options])


def spell_checkers(missing):
    """Those that are there; what is not is added to `missing`, with how to get it."""
    found = []
    for name, options in (("typos", ["--threads", "1"]), ("codespell", [])):
        if path := find(name):
            words = version(path).split()
            found.append(Tool(f"{name} {words[-1]}", [path, *options]))
        else:
            missing.append(f"{name} (pip install {name})")
    return found
