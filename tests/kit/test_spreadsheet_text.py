"""The guard against formulas: before what is dangerous, and off again without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.kit.spreadsheet_text import formula_safe, without_guard

cells = st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r\n＝＋－＠a1 "), st.characters()), max_size=8)


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", "'=1"])
def test_guarded(cell: str) -> None:
    assert formula_safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ann", "'", "'s-Hertogenbosch", "1+1", " =1", "O'Brien", "ann@example.com"])
def test_left_alone(cell: str) -> None:
    assert formula_safe(cell) == cell
    assert without_guard(cell) == cell


@given(cells)
def test_the_two_are_opposites(cell: str) -> None:
    safe = formula_safe(cell)
    assert without_guard(safe) == cell
    assert safe[:1] not in set("=+-@\t\r\n＝＋－＠")
    assert without_guard(formula_safe(safe)) == safe
