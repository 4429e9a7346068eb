"""Turns places of hirelint's input into places of a record and of a field."""

import re
from bisect import bisect_right
from json.decoder import scanstring

#: A string of JSON. Outside of strings JSON has no quotation marks, so the matches from the
#: beginning of a record on are its strings.
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')


class FieldPlaces:
    """Where the strings of one record begin and end.

    Offsets count bytes of UTF-8: in the record from its first byte, in a field from the first byte
    of its value as a reader of JSON sees it, escapes resolved.
    """

    def __init__(self, record: bytes) -> None:
        self._record = record
        matches = list(_STRING.finditer(record))
        self._starts = [match.start() + 1 for match in matches]
        self._ends = [match.end() - 1 for match in matches]

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        """`start` and `end` of the record as offsets of the field around them, if a string is."""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or end > self._ends[at]:
            return None
        first = self._starts[at]
        try:
            before = _size(self._record[first:start])
            return before, before + _size(self._record[start:end])
        except ValueError:  # A place inside an escape.
            return None


def _size(escaped: bytes) -> int:
    """How many bytes a piece of a JSON string has once its escapes are resolved."""
    if b"\\" not in escaped:
        return len(escaped)
    text, _ = scanstring(escaped.decode() + '"', 0, False)
    return len(text.encode("utf-8", "surrogatepass"))


_BYTE = re.compile(r"\(byte (\d+)\)")


def message_of_record(message: str, start: int) -> str:
    """`message`, which counts bytes of hirelint's input, counting from the record at `start`."""
    return _BYTE.sub(lambda match: f"(byte {int(match[1]) - start})", message)
