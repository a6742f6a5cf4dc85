"""A person's mapping checked: each mistake at its place in the input."""

import pytest

from muster.imports.mapping import FIELD_MAX_LENGTH, check_mapping


@pytest.mark.parametrize("field", ["EMAIL", "PHONE", "MOBILE"])
def test_one_identifying_field_is_enough(field: str) -> None:
    assert check_mapping([(1, field), (0, "NOTES"), (2, "NOTES")], column_count=3) == []


@pytest.mark.parametrize("mapping", [[], [(0, "FIRST_NAME")], [(0, "FULL_NAME"), (1, "CONSENT")]])
def test_an_identifying_field_is_needed(mapping: list[tuple[int, str]]) -> None:
    assert [(problem.code, problem.path) for problem in check_mapping(mapping, column_count=3)] == [("REQUIRED", ("mapping",))]


@pytest.mark.parametrize(
    ("second", "path"),
    [
        ((3, "CITY"), ("mapping", "1", "column")),
        ((-1, "CITY"), ("mapping", "1", "column")),
        ((0, "CITY"), ("mapping", "1", "column")),
        ((1, "EMAIL"), ("mapping", "1", "field")),
        ((1, "NONSENSE"), ("mapping", "1", "field")),
    ],
)
def test_mistakes_are_told_where_they_are(second: tuple[int, str], path: tuple[str, ...]) -> None:
    problems = check_mapping([(0, "EMAIL"), second], column_count=3)
    assert [(problem.code, problem.path) for problem in problems] == [("INVALID", path)]


def test_all_mistakes_are_told() -> None:
    problems = check_mapping([(9, "CITY"), (0, "CITY"), (0, "REGION")], column_count=1)
    assert [problem.path for problem in problems] == [
        ("mapping", "0", "column"),
        ("mapping", "1", "field"),
        ("mapping", "2", "column"),
        ("mapping",),
    ]


def test_every_contact_field_has_a_limit() -> None:
    assert set(FIELD_MAX_LENGTH) == {
        "EMAIL", "FIRST_NAME", "LAST_NAME", "FULL_NAME", "COMPANY", "JOB_TITLE", "PHONE", "MOBILE", "WEBSITE", "ADDRESS_LINE_1",
        "ADDRESS_LINE_2", "CITY", "REGION", "POSTAL_CODE", "COUNTRY", "INDUSTRY", "NOTES", "CONSENT",
    }  # fmt: skip
