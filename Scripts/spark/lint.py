"""Checks a data set of job ads with hirelint on a Spark cluster.

    spark-submit Scripts/spark/lint.py INPUT OUTPUT [OPTION…] [-- OPTION of “hirelint check”…]
"""

import argparse
import datetime
import shutil
import sys
from pathlib import Path

import hirelint_spark
from hirelint_spark.linting import linter
from hirelint_spark.records import FORMATS, read
from hirelint_spark.schemas import ROWS
from hirelint_spark.tables import tables, write
from pyspark import StorageLevel, cloudpickle
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema


def main(arguments: list[str]) -> None:
    """Checks what `arguments`, those of the command line, say."""
    spark = SparkSession.builder.appName("hirelint").getOrCreate()
    try:
        print(run(spark, arguments))
    except ValueError as error:
        sys.exit(f"lint.py: {error}")
    finally:
        spark.stop()


def run(spark: SparkSession, arguments: list[str]) -> str:
    """Reads, checks, writes the tables, and returns how much there was, in a line."""
    own, options = _split(arguments)
    call = _parser().parse_args(own)
    columns = dict(pair.split("=", 1) for pair in call.columns.split(",") if pair)
    records = read(spark, call.input, call.format or _format(call.input), columns)
    if call.profile:
        options = ["--profile", call.profile, *options]
    options = ["--as-of", call.as_of, *options]
    rows = lint(spark, records, call.hirelint, options, call.batch, call.timeout)
    # Kept on disk, so that six tables take one run of hirelint; what a lost executor kept is made
    # anew.
    rows.persist(StorageLevel.DISK_ONLY)
    write(tables(rows), call.output, "overwrite" if call.overwrite else "errorifexists")
    counts = {row["type"]: row["count"] for row in rows.groupBy("type").count().collect()}
    rows.unpersist()
    ads, findings, problems = (counts.get(type, 0) for type in ("ad", "finding", "problem"))
    return f"{ads} ads, {findings} findings, {problems} problems: {call.output}"


def lint(
    spark: SparkSession, records: DataFrame, hirelint: str, options: list[str],
    batch: int = 2000, timeout: float = 600,
) -> DataFrame:  # fmt: skip
    """The report rows of `records` (`records.read`), from at most `batch` records a process.

    `hirelint` is a program on this machine, which is shipped to the executors, or ``local:PATH``
    for one that lies on each of them. A process may take `timeout` seconds.
    """
    context = spark.sparkContext
    if hirelint.startswith("local:"):
        binary = hirelint.removeprefix("local:")
    elif program := shutil.which(hirelint):
        context.addFile(program)
        binary = Path(program).name
    else:
        raise ValueError(f"no program {hirelint}; name one with --hirelint")
    # Executors have not got this package: what they run goes with the task.
    cloudpickle.register_pickle_by_value(hirelint_spark)
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", batch)
    return records.mapInArrow(linter(binary, options, timeout), from_arrow_schema(ROWS))


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Our own arguments, and those behind ``--``."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:at], arguments[at + 1 :]


def _format(path: str) -> str:
    """The format that the ending of `path` tells; Parquet if none does."""
    endings = {".csv": "csv", ".ndjson": "json", ".jsonl": "json", ".json": "json"}
    return endings.get(Path(path.removesuffix(".gz")).suffix, "parquet")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lint.py", description=__doc__.partition("\n")[0])
    add = parser.add_argument
    add("input", help="a file, folder or pattern, by any URI that Spark reads")
    add("output", help="the folder for the tables, by any URI that Spark writes")
    add("--format", choices=FORMATS, help="if the ending of the input does not tell; json is NDJSON")
    add("--columns", default="", metavar="FIELD=COLUMN,…",
        help="the columns that hold the ad, such as title=job_title,text=body; all if not given")  # fmt: skip
    add("--hirelint", default="hirelint", metavar="PATH",
        help="the program, shipped to the executors; local:PATH if it lies on each of them")  # fmt: skip
    add("--profile", help="chooses rules and levels, such as uk-agency")
    add("--as-of", default=datetime.date.today().isoformat(), metavar="DATE",
        help="the day on which ads are judged; today if not given")  # fmt: skip
    add("--batch", type=int, default=2000, metavar="ADS", help="ads a process (2000)")
    add("--timeout", type=float, default=600, metavar="SECONDS",
        help="how long a process may take before Spark tries anew (600)")  # fmt: skip
    add("--overwrite", action="store_true", help="replace tables that are there already")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
