"""Reads data sets as records: one line of NDJSON an ad, which is what hirelint reads."""

from collections.abc import Mapping

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import StringType, StructField, StructType

FORMATS = ("parquet", "csv", "json")

#: The column that Spark puts a line of CSV into which has too few or too many cells.
_BROKEN = "_broken"


def read(
    spark: SparkSession, path: str, format: str, columns: Mapping[str, str] | None = None
) -> DataFrame:
    """The records of the data set at `path`: a row an ad.

    `columns` maps the fields of an ad to the columns that hold them, such as
    ``{"title": "job_title", "text": "body"}``; without it every column is a field under its own
    name, and hirelint knows the usual names. NDJSON goes to hirelint as it is, byte for byte, so
    there its own names count.

    The columns of the result:

    - ``file``: the URI of the file.
    - ``record``: the ad as one line of NDJSON; null where Spark could not read it.
    - ``broken``: the text that Spark could not read, else null.
    """
    if format == "json":
        if columns:
            raise ValueError("columns are for Parquet and CSV; NDJSON is checked as it is")
        return _lines(spark, path)
    table = _csv(spark, path) if format == "csv" else spark.read.parquet(path)
    names = columns or {name: name for name in table.columns if name != _BROKEN}
    if missing := sorted(set(names.values()) - set(table.columns)):
        raise ValueError(f"no column {', '.join(missing)} in {path}: {', '.join(table.columns)}")
    record = F.to_json(F.struct(*(_column(column).alias(name) for name, column in names.items())))
    broken = F.col(_BROKEN) if format == "csv" else F.lit(None).cast("string")
    return table.select(
        F.col("_metadata.file_path").alias("file"),
        F.when(broken.isNull(), record).alias("record"),
        broken.alias("broken"),
    )


def _lines(spark: SparkSession, path: str) -> DataFrame:
    """The lines of NDJSON files, byte for byte."""
    lines = spark.read.option("lineSep", "\n").text(path)
    return lines.select(
        F.col("_metadata.file_path").alias("file"),
        F.col("value").alias("record"),
        F.lit(None).cast("string").alias("broken"),
    )


def _csv(spark: SparkSession, path: str) -> DataFrame:
    """The rows of CSV files with a header (RFC 4180, UTF-8), every cell a string.

    An empty cell is an empty field, not a missing one. Cells may hold line breaks: Spark reads them
    as LF, and the file in one task, so large data sets should come in many files.
    """
    names = spark.read.option("header", True).option("multiLine", True).csv(path).columns
    cells = [StructField(name, StringType()) for name in [*names, _BROKEN]]
    reader = spark.read.schema(StructType(cells)).options(
        header=True,
        multiLine=True,
        quote='"',
        escape='"',
        mode="PERMISSIVE",
        columnNameOfCorruptRecord=_BROKEN,
        columnPruning=False,  # With it the cells of columns that nobody reads are not counted.
        enforceSchema=False,  # Files whose headers differ are an error, not mixed up.
    )
    return reader.csv(path).na.fill("", subset=names)


def _column(name: str) -> Column:
    """The column of this name, whatever signs are in it."""
    return F.col("`" + name.replace("`", "``") + "`")
