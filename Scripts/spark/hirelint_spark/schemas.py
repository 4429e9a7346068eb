"""The columns of the tables, and the lines of hirelint's report that they are made of."""

import pyarrow as pa

_text, _number = pa.string(), pa.int64()


def _columns(**types: pa.DataType) -> pa.Schema:
    return pa.schema(list(types.items()))


#: A row for each ad. `score` is 0 to 100; `errors`, `warnings` and `notes` count its findings.
ADS = _columns(
    file=_text, ad_id=_text, title=_text, company=_text, language=_text,
    score=_number, band=_text, errors=_number, warnings=_number, notes=_number,
)  # fmt: skip

#: A row for each finding. `theme` is the part of `rule` before the slash. `record_start` and
#: `record_end` count bytes of the record's line of NDJSON, `field_start` and `field_end` bytes of
#: the field's value in UTF-8; the latter are null where the place is not within a string.
FINDINGS = _columns(
    file=_text, ad_id=_text, company=_text, rule=_text, theme=_text, level=_text, precision=_text,
    pillar=_text, message=_text, suggestion=_text, quote=_text, decoded=_text, context=_text,
    field=_text, pointer=_text, anchor=_text, record_start=_number, record_end=_number,
    field_start=_number, field_end=_number, fingerprint=_text,
)  # fmt: skip

#: A row for each record that could not be read, or not wholly. `record` is its text;
#: `record_start` and `record_end` are as in `FINDINGS`, and null where all of it is meant.
PROBLEMS = _columns(
    file=_text, problem=_text, message=_text, loses_ad=pa.bool_(), record_start=_number,
    record_end=_number, record=_text,
)  # fmt: skip

#: What a task gives back: rows of all three, told apart by `type` (ad, finding or problem).
ROWS = pa.schema(
    {field.name: field for schema in (ADS, FINDINGS, PROBLEMS) for field in schema}.values()
).insert(0, pa.field("type", _text))

_place = pa.struct({"byte": _number})

#: What is read of the NDJSON report: Reports/schema/report-1.0.schema.json tells the meaning.
REPORT = _columns(
    type=_text, id=_text, index=_number, title=_text, company=_text, language=_text,
    record=pa.struct({"byteOffset": _number}),
    counts=pa.struct({"error": _number, "warning": _number, "note": _number}),
    score=pa.struct({"points": _number, "band": _text}),
    rule=_text, level=_text, precision=_text, pillar=_text, message=_text, adIndex=_number,
    field=_text, pointer=_text, range=pa.struct({"start": _place, "end": _place}), quote=_text,
    decoded=_text, context=_text, anchor=_text, suggestion=_text, fingerprint=_text,
    losesAds=pa.bool_(),
)  # fmt: skip
