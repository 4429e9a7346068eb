"""Turns hirelint's NDJSON report on a batch of records into rows of the tables."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json

from .places import FieldPlaces, message_of_record
from .schemas import ADS, FINDINGS, PROBLEMS, REPORT


class Report:
    """The report on `records`, which hirelint read one a line; `files` tells where each is from.

    Raises ValueError where the report is cut short or does not tell of single records.
    """

    def __init__(self, report: bytes, records: Sequence[bytes], files: Sequence[str]) -> None:
        self._records = records
        self._files = pa.array(files, pa.string())
        sizes = np.fromiter((len(record) + 1 for record in records), np.int64, len(records))
        self._starts = np.cumsum(sizes) - sizes
        lines = pyarrow.json.read_json(
            pa.BufferReader(report),
            read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(report) + 1),
            parse_options=pyarrow.json.ParseOptions(
                explicit_schema=REPORT, unexpected_field_behavior="ignore"
            ),
        ).combine_chunks()
        kinds = lines["type"]
        if kinds[-1].as_py() != "summary":
            raise ValueError("hirelint's report is cut short: it has no summary")
        self._rules = lines.filter(pc.equal(kinds, "rule"))
        self._ads = lines.filter(pc.equal(kinds, "ad"))
        self._findings = lines.filter(pc.equal(kinds, "finding"))
        self._notifications = lines.filter(pc.equal(kinds, "notification"))

    def tables(self) -> Iterator[tuple[str, pa.Table]]:
        """The rows of each type."""
        yield "ad", self._rows_of_ads()
        yield "finding", self._rows_of_findings()
        yield "problem", self._rows_of_problems()

    def _rows_of_ads(self) -> pa.Table:
        ads = self._ads
        columns = {
            "file": self._files.take(self._record_at(_offset(ads))),
            "ad_id": ads["id"],
            "score": pc.struct_field(ads["score"], "points"),
            "band": pc.struct_field(ads["score"], "band"),
            "errors": pc.struct_field(ads["counts"], "error"),
            "warnings": pc.struct_field(ads["counts"], "warning"),
            "notes": pc.struct_field(ads["counts"], "note"),
        }
        return _table(ADS, columns, ads)

    def _rows_of_findings(self) -> pa.Table:
        findings = self._findings
        ads = self._ads.take(pc.index_in(findings["adIndex"], self._ads["index"]))
        rule = self._rules.take(pc.index_in(findings["rule"], self._rules["id"]))
        numbers = self._record_at(_offset(ads))
        start, end = (_byte(findings, at) - self._starts[numbers] for at in ("start", "end"))
        fields = self._places_in_fields(numbers, start, end)
        columns = {
            "file": self._files.take(pa.array(numbers)),
            "ad_id": ads["id"],
            "company": ads["company"],
            "theme": pc.replace_substring_regex(findings["rule"], "/.*", ""),
            "pillar": rule["pillar"],
            "record_start": start,
            "record_end": end,
            "field_start": [place and place[0] for place in fields],
            "field_end": [place and place[1] for place in fields],
        }
        return _table(FINDINGS, columns, findings)

    def _rows_of_problems(self) -> pa.Table:
        notifications = self._notifications
        if pc.any(pc.is_null(notifications["range"])).as_py():
            raise ValueError(f"hirelint: {notifications['message'].to_pylist()}")
        start = _byte(notifications, "start")
        numbers = self._record_at(start)
        first = self._starts[numbers]
        messages = zip(notifications["message"].to_pylist(), first.tolist(), strict=True)
        columns = {
            "file": self._files.take(pa.array(numbers)),
            "problem": notifications["id"],
            "message": [message_of_record(message, start) for message, start in messages],
            "loses_ad": notifications["losesAds"],
            "record_start": start - first,
            "record_end": _byte(notifications, "end") - first,
            "record": [self._records[number].decode() for number in numbers],
        }
        return _table(PROBLEMS, columns, notifications)

    def _record_at(self, offsets: np.ndarray) -> np.ndarray:
        """The numbers of the records at `offsets` of hirelint's input, in bytes."""
        return np.searchsorted(self._starts, offsets, side="right") - 1

    def _places_in_fields(
        self, numbers: np.ndarray, start: np.ndarray, end: np.ndarray
    ) -> list[tuple[int, int] | None]:
        """The places of findings in the fields of the records of these `numbers`."""
        places: list[tuple[int, int] | None] = []
        current, fields = -1, FieldPlaces(b"")
        ranges = (numbers.tolist(), start.tolist(), end.tolist())
        for number, first, last in zip(*ranges, strict=True):
            if number != current:
                current, fields = number, FieldPlaces(self._records[number])
            places.append(fields.range(first, last))
        return places


def _table(schema: pa.Schema, columns: dict, lines: pa.Table) -> pa.Table:
    """A table of `columns`, and for the rest of `schema` of the columns of `lines`."""
    values = {**{name: lines[name] for name in lines.column_names}, **columns}
    arrays = [
        column if isinstance(column := values[field.name], pa.Array | pa.ChunkedArray)
        else pa.array(column, field.type)
        for field in schema
    ]  # fmt: skip
    return pa.Table.from_arrays(arrays, schema=schema)


def _offset(ads: pa.Table) -> np.ndarray:
    """Where the records of `ads` begin in hirelint's input, in bytes."""
    return pc.struct_field(ads["record"], "byteOffset").to_numpy()


def _byte(lines: pa.Table, at: str) -> np.ndarray:
    """Where the ranges of `lines` start or end in hirelint's input, in bytes."""
    return pc.struct_field(lines["range"], [at, "byte"]).to_numpy()
