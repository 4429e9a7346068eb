"""Checks a data set of job ads with hirelint on a Spark cluster.

    spark-submit Scripts/spark/lint.py INPUT OUTPUT [OPTION…] [-- OPTION of “hirelint check”…]

`--help` tells the options.
"""

import argparse
import datetime
import shutil
import sys
from pathlib import Path

from pyspark import StorageLevel, cloudpickle
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import hirelint_spark
from hirelint_spark.linting import linter
from hirelint_spark.records import FORMATS, read
from hirelint_spark.schemas import ROWS
from hirelint_spark.tables import tables, write


def main(arguments: list[str]) -> None:
    """Checks what `arguments`, those of the command line, say."""
    call = parse(arguments)
    spark = SparkSession.builder.appName("hirelint").getOrCreate()
    try:
        print(run(spark, call))
    except ValueError as error:
        sys.exit(f"lint.py: {error}")
    finally:
        spark.stop()


def run(spark: SparkSession, call: argparse.Namespace) -> str:
    """Reads, checks, writes the tables, and returns how much there was, in a line."""
    records = read(spark, call.input, call.format or _format(call.input), call.columns)
    rows = lint(spark, records, call.hirelint, call.options, call.batch, call.timeout)
    # Kept on disk, so that six tables take one run of hirelint; what a lost executor kept is made
    # anew.
    rows.persist(StorageLevel.DISK_ONLY)
    write(tables(rows), call.output, "overwrite" if call.overwrite else "errorifexists")
    counts = {row["type"]: row["count"] for row in rows.groupBy("type").count().collect()}
    rows.unpersist()
    ads, findings, problems = (counts.get(type, 0) for type in ("ad", "finding", "problem"))
    return f"{ads} ads, {findings} findings, {problems} problems: {call.output}"


def lint(
    spark: SparkSession,
    records: DataFrame,
    hirelint: str,
    options: list[str],
    batch: int,
    timeout: float,
) -> DataFrame:
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


def parse(arguments: list[str]) -> argparse.Namespace:
    """What the command line says; its `options` are those of ``hirelint check``."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    call = _parser().parse_args(arguments[:at])
    profile = ["--profile", call.profile] if call.profile else []
    # The driver names the day, so that a task that runs after midnight says the same.
    call.options = ["--as-of", call.as_of, *profile, *arguments[at + 1 :]]
    return call


def _columns(text: str) -> dict[str, str]:
    """The columns by field, of text such as ``title=job_title,text=body``."""
    pairs = [pair.partition("=") for pair in text.split(",")]
    if not all(field and column for field, _, column in pairs):
        raise argparse.ArgumentTypeError(f"should be like title=job_title,text=body, not {text}")
    return {field: column for field, _, column in pairs}


def _format(path: str) -> str:
    """The format that the ending of `path` tells; Parquet if none does."""
    endings = {".csv": "csv", ".ndjson": "json", ".jsonl": "json", ".json": "json"}
    return endings.get(Path(path.removesuffix(".gz")).suffix, "parquet")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lint.py",
        description=__doc__.partition("\n")[0],
        epilog="What follows -- goes to “hirelint check”, such as -- --disable benefits.",
    )
    options = {
        "input": dict(help="a file, folder or pattern, by any URI that Spark reads"),
        "output": dict(help="the folder for the tables, by any URI that Spark writes"),
        "--format": dict(choices=FORMATS, help="if no ending tells; json is NDJSON"),
        "--columns": dict(
            type=_columns,
            metavar="FIELD=COLUMN,…",
            help="the columns that hold the ad, such as title=job_title,text=body; else all",
        ),
        "--hirelint": dict(
            default="hirelint",
            metavar="PATH",
            help="the program, shipped to the executors; local:PATH if each has it there",
        ),
        "--profile": dict(help="chooses rules and levels, such as uk-agency"),
        "--as-of": dict(
            default=datetime.date.today().isoformat(),
            metavar="DATE",
            help="the day on which ads are judged; today if not given",
        ),
        "--batch": dict(type=int, default=2000, metavar="ADS", help="ads a process (2000)"),
        "--timeout": dict(
            type=float,
            default=600,
            metavar="SECONDS",
            help="how long a process may take before Spark tries anew (600)",
        ),
        "--overwrite": dict(action="store_true", help="replace tables that are there already"),
    }
    for name, settings in options.items():
        parser.add_argument(name, **settings)
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
