"""Runs hirelint over batches of records, one process a batch."""

import subprocess
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles

from .report import Report
from .schemas import PROBLEMS, ROWS

_OPTIONS = (
    "check", "-", "--input", "ndjson", "--format", "ndjson",
    "--fail-on", "never", "--allow-empty", "--jobs", "1",
)  # fmt: skip

Batches = Iterator[pa.RecordBatch]


def linter(binary: str, options: Sequence[str], timeout: float) -> Callable[[Batches], Batches]:
    """What `DataFrame.mapInArrow` maps records (`records.read`) to report rows (`ROWS`) with.

    `binary` is a path on every executor, or the bare name of a file that `SparkContext.addFile`
    ships. `options` go to ``hirelint check``.

    A task is one core's work, so hirelint runs with one job. It reads all of its input before it
    writes, hence it cannot live as long as the task: each batch has a process of its own, some
    15 ms to start beside the second or so that thousands of ads take, and neither it nor Python
    holds more than a batch. `spark.sql.execution.arrow.maxRecordsPerBatch` and
    `…maxBytesPerBatch` bound the batches.

    A process that fails, or takes longer than `timeout` seconds, fails its task, and Spark runs
    the task anew (`spark.task.maxFailures`). Records that cannot be read are rows of type problem.
    """

    def lint(batches: Batches) -> Batches:
        path = binary if "/" in binary else SparkFiles.get(binary)
        command = [path, *_OPTIONS, *options]
        for batch in batches:
            yield from _check(batch, command, timeout)

    return lint


def _check(batch: pa.RecordBatch, command: Sequence[str], timeout: float) -> Batches:
    files = batch["file"].to_pylist()
    records: list[bytes] = []
    problems: list[dict] = []
    # As bytes, since nothing promises that a text file is UTF-8.
    columns = (batch[name].cast(pa.binary()).to_pylist() for name in ("record", "broken"))
    for file, record, broken in zip(files, *columns, strict=True):
        if problem := _problem(record, broken):
            id, message = problem
            text = (record or broken or b"").decode(errors="replace")
            problems.append(
                {"file": file, "problem": id, "message": message, "loses_ad": True, "record": text}
            )
            record = b""  # A blank line, which hirelint passes over.
        records.append(record.removeprefix(BOM_UTF8))
    yield from _rows("problem", pa.Table.from_pylist(problems, PROBLEMS))
    if any(record.strip() for record in records):
        output = _run(command, b"\n".join(records) + b"\n", timeout)
        for type, table in Report(output, records, files).tables():
            yield from _rows(type, table)


def _problem(record: bytes | None, broken: bytes | None) -> tuple[str, str] | None:
    """The id and the message of what keeps a record from hirelint, if anything does.

    hirelint finds out the encoding of its input as a whole, so one record that is not UTF-8 would
    change how it reads the rest.
    """
    if broken is not None or record is None:
        return "broken-row", "This row has not as many cells as the header."
    try:
        record.decode()
    except UnicodeDecodeError as error:
        return "not-utf-8", f"This record is not UTF-8: byte {error.start} is not."
    if (at := record.find(0)) >= 0:
        return "not-text", f"This record is not text: byte {at} is 0, which no text has."
    return None


def _rows(type: str, table: pa.Table) -> Batches:
    """`table` with all columns of `ROWS`, those of other types null."""
    size = table.num_rows
    if size == 0:
        return
    columns = [
        table[field.name] if field.name in table.column_names else pa.nulls(size, field.type)
        for field in ROWS
    ]
    columns[0] = pa.repeat(type, size)
    yield from pa.Table.from_arrays(columns, schema=ROWS).to_batches()


def _run(command: Sequence[str], input: bytes, timeout: float) -> bytes:
    """What `command` says to `input`; `subprocess` feeds and reads at once, so no pipe blocks."""
    name = Path(command[0]).name
    try:
        done = subprocess.run(command, input=input, capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(f"{name} took longer than {timeout} s for {len(input)} bytes") from error
    if done.returncode != 0:
        told = done.stderr.decode(errors="replace").strip()[-2000:]
        raise RuntimeError(f"{name} left with {done.returncode}: {told}")
    return done.stdout
