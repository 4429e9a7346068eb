"""Makes tables for analysis of report rows, and writes them as Parquet."""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .schemas import ADS, FINDINGS, PROBLEMS


def tables(rows: DataFrame) -> dict[str, DataFrame]:
    """The tables by name; `rows` are report rows (`schemas.ROWS`).

    - ``ads``, ``findings``, ``problems``: the rows of each type (`schemas` tells the columns).
    - ``rules``: how many findings, ads and companies each rule has.
    - ``companies``: each company's ads, ads without a finding, findings by level and mean score.
    - ``company_rules``: how many findings and ads each company has for each rule.
    """
    ads = rows.where("type = 'ad'").select(*ADS.names)
    findings = rows.where("type = 'finding'").select(*FINDINGS.names)
    problems = rows.where("type = 'problem'").select(*PROBLEMS.names)
    number_of_ads = F.count_distinct("file", "ad_id").alias("ads")
    number = F.count("*").alias("findings")
    return {
        "ads": ads,
        "findings": findings,
        "problems": problems,
        "rules": findings.groupBy("rule", "theme", "level", "pillar")
        .agg(number, number_of_ads, F.count_distinct("company").alias("companies"))
        .orderBy(F.desc("findings"), "rule", "level"),
        "companies": ads.groupBy("company")
        .agg(
            F.count("*").alias("ads"),
            F.count_if(F.expr("errors + warnings + notes = 0")).alias("clean_ads"),
            *(F.sum(level).alias(level) for level in ("errors", "warnings", "notes")),
            F.round(F.avg("score"), 1).alias("mean_score"),
        )
        .orderBy(F.desc("ads"), "company"),
        "company_rules": findings.groupBy("company", "rule", "level")
        .agg(number, number_of_ads)
        .orderBy("company", F.desc("findings"), "rule"),
    }


def write(tables: dict[str, DataFrame], folder: str, mode: str) -> None:
    """Writes each table into a folder of its name; `mode` is Spark's, such as ``overwrite``.

    Findings lie in a folder for each theme (``findings/theme=pay``), so that a question about one
    theme reads its files only; Spark evens out the sizes of the files.
    """
    for name, table in tables.items():
        if name == "findings":
            writer = table.hint("rebalance", "theme").write.partitionBy("theme")
        else:
            writer = table.write
        writer.mode(mode).parquet(f"{folder}/{name}")
