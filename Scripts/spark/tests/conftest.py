"""The cluster and the ads that the tests share."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from helpers import ROOT, one_machine
from pyspark.sql import SparkSession

import compare

COLUMNS = ("id", "title", "company", "location", "salary", "text")
TRICKY = 'You “recieve” C:\\ads,\r\n\ttab, 🙂 "quotes" and <b>young</b> &amp; dynamic; pay: £**k.\n'


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.sql.files.maxPartitionBytes", 256 * 1024)  # Some ten tasks.
        .config("spark.sql.shuffle.partitions", 4)
        .config("spark.ui.enabled", False)
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="session")
def ads() -> list[dict[str, str]]:
    """Some thousand ads: the samples again and again, each with an id of its own."""
    samples = [
        dict(title="Clerk", company="Lantern Energy", text=TRICKY),
        dict(text="Cook wanted."),
    ]
    for line in (ROOT / "Tests/Fixtures/Ads/feed.ndjson").read_text().splitlines():
        ad = json.loads(line)
        samples.append({**ad, "text": ad["description"]})
    for path in sorted((ROOT / "Tests/Fixtures/Ads").glob("*.[thm][xtd]*")):
        if path.stem not in ("utf-16", "windows-1252", "damaged-encoding"):
            samples.append(dict(title=path.stem, text=path.read_text(encoding="utf-8-sig")))
    rows = (samples[number % len(samples)] | {"id": f"ad-{number}"} for number in range(3000))
    return [{name: row.get(name, "") for name in COLUMNS} for row in rows]


def write_json(ads: list[dict[str, str]], folder: Path) -> None:
    lines = (json.dumps(ad, ensure_ascii=False, separators=(",", ":")) + "\n" for ad in ads)
    (folder / "ads.ndjson").write_bytes("".join(lines).encode())


def write_csv(ads: list[dict[str, str]], folder: Path) -> None:
    for part in range(4):
        with open(folder / f"{part}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(ads[part::4])


def write_parquet(ads: list[dict[str, str]], folder: Path) -> None:
    for part in range(4):
        pq.write_table(pa.Table.from_pylist(ads[part::4]), folder / f"{part}.parquet")


@pytest.fixture(scope="session")
def data(ads: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ads in each format."""
    root = tmp_path_factory.mktemp("data")
    for format, write in dict(json=write_json, csv=write_csv, parquet=write_parquet).items():
        (root / format).mkdir()
        write(ads, root / format)
    return root


@pytest.fixture(scope="session")
def expected(data: Path) -> dict[str, compare.Digest]:
    """The findings of one machine."""
    return one_machine((data / "json/ads.ndjson").read_bytes())
