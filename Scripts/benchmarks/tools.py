"""The tools that are measured beside each other, and what one run of them takes."""

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time


class Tool:
    """A command that is given the path of a file."""

    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.path = None
        self.runs = []

    def run(self, path, limit=None):
        """Runs it once; in vain, so that nothing is measured, if it takes more than `limit` seconds."""
        start = time.perf_counter()
        process = subprocess.Popen(
            [*self.command, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        ended = not limit or finishes(process, limit)
        if not ended:
            process.kill()
        os.wait4(process.pid, 0)
        if ended:
            self.path = path
            self.runs.append(time.perf_counter() - start)

    @property
    def seconds(self):
        return statistics.median(self.runs)

    @property
    def mebibytes(self):
        """What one more run takes at most.

        A small program starts it: until a child has become another program, the memory of its
        parent counts as its own.
        """
        told = subprocess.run(
            [sys.executable, "-ISc", STARTER, *self.command, self.path],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        return int(told.stdout) / 1024


STARTER = """
import os, sys
null = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[null])
print(os.wait4(child, 0)[2].ru_maxrss)
"""


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
