"""Dates as machines write them are read at once, to what the patterns for all dates make of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip.metadata.dates import _in_full, _in_numbers

parts = st.tuples(
    *(st.sampled_from(some) for some in (("1899", "1900", "2024", "2100"), ("00", "02", "12", "13"))),
    *(st.sampled_from(some) for some in (("00", "05", "29", "30", "31", "32"), ("T", "t", " "))),
    *(st.sampled_from(some) for some in (("00", "23", "24"), ("00", "59", "60"), ("00", "59", "60"))),
    st.sampled_from(("", ".5", ".123456789")),
    st.sampled_from(("", "Z", "z", "+01:00", "-00:00", "+14:59", "+15:00", "+0100", "\u0661")),
)


@settings(max_examples=500, deadline=None)
@given(parts)
def test_a_full_date(some: tuple[str, ...]) -> None:
    year, month, day, between, hour, minute, second, rest, zone = some
    text = f"{year}-{month}-{day}{between}{hour}:{minute}:{second}{rest}{zone}"
    found = _in_full(text, True)
    assert found is None or found == _in_numbers(text, True)


def test_it_is_read_at_once() -> None:
    assert _in_full("2024-01-05 10:15:00.5+01:00", True) == "2024-01-05T10:15:00+01:00"
    assert _in_full("2023-02-29T10:15:00Z", True) is None
