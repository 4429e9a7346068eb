"""Compares the findings of a run on Spark with those of one machine.

    python3 Scripts/spark/compare.py REPORT.ndjson OUTPUT

REPORT.ndjson is what ``hirelint check - --format ndjson`` wrote, OUTPUT the folder of lint.py. Says
how many findings are equal, and leaves with 1 if any is not.
"""

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyarrow.dataset as ds

#: What the two have in common of a finding; the report has places of the whole file beside these.
_MEMBERS = (
    "rule", "level", "precision", "message", "suggestion", "quote", "decoded", "context", "field",
    "pointer", "anchor", "fingerprint",
)  # fmt: skip
_RANGE = ("record_start", "record_end")

#: The number of findings of an ad, and the sum of their digests, whatever their order.
Digest = tuple[int, int]


def of_report(lines: Iterable[bytes]) -> dict[str, Digest]:
    """The digests of a NDJSON report's ads by id."""
    return _digests(_findings_of_report(lines))


def of_tables(folder: str) -> dict[str, Digest]:
    """The digests of the ads of lint.py's tables by id."""
    return _digests(_findings_of_tables(folder))


def difference(one: dict[str, Digest], other: dict[str, Digest]) -> list[str]:
    """The ids of the ads whose findings differ."""
    return sorted(id for id in one.keys() | other.keys() if one.get(id) != other.get(id))


def _findings_of_report(lines: Iterable[bytes]) -> Iterator[tuple]:
    pillars: dict[str, str] = {}
    ad: dict = {}
    for line in lines:
        entry = json.loads(line)
        match entry["type"]:
            case "rule":
                pillars[entry["id"]] = entry["pillar"]
            case "ad":
                ad = entry
            case "finding":
                offset = ad["record"]["byteOffset"]
                places = (entry["range"][at]["byte"] - offset for at in ("start", "end"))
                members = (entry[member] for member in _MEMBERS)
                yield ad["id"], *members, *places, ad["company"], pillars[entry["rule"]]


def _findings_of_tables(folder: str) -> Iterator[tuple]:
    columns = ["ad_id", *_MEMBERS, *_RANGE, "company", "pillar"]
    for batch in ds.dataset(f"{folder}/findings", partitioning="hive").to_batches(columns=columns):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _digests(findings: Iterable[tuple]) -> dict[str, Digest]:
    digests: defaultdict[str, Digest] = defaultdict(lambda: (0, 0))
    for id, *members in findings:
        digest = hashlib.blake2b(json.dumps(members).encode(), digest_size=16).digest()
        count, total = digests[id]
        digests[id] = count + 1, total + int.from_bytes(digest)
    return dict(digests)


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as report:
        one = of_report(report)
    differing = difference(one, of_tables(sys.argv[2]))
    if differing:
        sys.exit(f"The findings of {len(differing)} ads differ: {', '.join(differing[:10])} …")
    print(f"{sum(count for count, _ in one.values())} findings of {len(one)} ads are equal.")
