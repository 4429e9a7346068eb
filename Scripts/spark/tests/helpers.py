"""What the tests do with lint.py, hirelint and the cluster."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.dataset as ds
from pyspark.sql import SparkSession

import compare
import lint

ROOT = Path(__file__).resolve().parents[3]
HIRELINT = os.environ.get("HIRELINT", str(ROOT / ".build/release/hirelint"))
DAY = "2026-11-21"


def one_machine(ndjson: bytes) -> dict[str, compare.Digest]:
    call = f"{HIRELINT} check - --input ndjson --format ndjson --fail-on never --as-of {DAY}"
    report = subprocess.run(call.split(), input=ndjson, stdout=subprocess.PIPE, check=True).stdout
    return compare.of_report(report.splitlines())


def check(
    spark: SparkSession, data: Path, out: Path, *arguments: str, hirelint: str | Path = HIRELINT
) -> str:
    own = [str(data), str(out), "--format", data.name, "--as-of", DAY, "--batch", "250"]
    return lint.run(spark, lint.parse([*own, "--hirelint", str(hirelint), *arguments]))


def table(out: Path, name: str) -> list[dict]:
    return ds.dataset(out / name, partitioning="hive").to_table().to_pylist()


def script(path: Path, text: str) -> Path:
    """A program that does `text` and then what hirelint does."""
    path.write_text(f'#!/bin/sh\n{text}\nexec {HIRELINT} "$@"\n')
    path.chmod(0o755)
    return path


def completed_tasks(spark: SparkSession) -> int:
    """How many tasks are done of the stages that run now."""
    tracker = spark.sparkContext.statusTracker()
    stages = (tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds())
    return sum(stage.numCompletedTasks for stage in stages if stage and stage.numActiveTasks > 0)


def kill_executor(spark: SparkSession, when: Callable[[], bool]) -> threading.Thread:
    """Kills the process of an executor of ours as soon as `when` says so."""

    def wait_and_kill() -> None:
        while not when():
            time.sleep(0.02)
        children = spark._jvm.java.lang.ProcessHandle.current().descendants().iterator()
        while children.hasNext():
            child = children.next()
            if "CoarseGrainedExecutorBackend" in child.info().commandLine().orElse(""):
                return os.kill(child.pid(), signal.SIGKILL)

    thread = threading.Thread(target=wait_and_kill, daemon=True)
    thread.start()
    return thread
