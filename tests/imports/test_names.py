"""Full names taken apart, as people write them in lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.imports.names import split_name


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("Ann Lee", "Ann", "Lee"),
        ("  Ann \u00a0 Lee ", "Ann", "Lee"),
        ("Ann Marie Lee", "Ann Marie", "Lee"),
        ("Cher", "Cher", None),
        ("J. R. R. Tolkien", "J. R. R.", "Tolkien"),
        ("Sean O'Brien", "Sean", "O'Brien"),
        ("Otto von Bismarck-Schönhausen", "Otto", "von Bismarck-Schönhausen"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Vincent Van Gogh", "Vincent", "Van Gogh"),
        ("Juan de la Cruz", "Juan", "de la Cruz"),
        ("Maria De La Cruz", "Maria", "De La Cruz"),
        ("Leonardo da Vinci", "Leonardo", "da Vinci"),
        ("Maria dos Santos Silva", "Maria", "dos Santos Silva"),
        ("Ahmed ben Salah", "Ahmed", "ben Salah"),
        ("Mary Ben Smith", "Mary Ben", "Smith"),
        ("Al Gore", "Al", "Gore"),
        ("Van Morrison", "Van", "Morrison"),
        ("van der Heide", None, "van der Heide"),
        ("José Ortega y Gasset", "José", "Ortega y Gasset"),
        ("Martin Luther King Jr.", "Martin Luther", "King Jr."),
        ("Robert Smith III", "Robert", "Smith III"),
        ("Oscar de la Renta Jr", "Oscar", "de la Renta Jr"),
        ("Lee, Ann", "Ann", "Lee"),
        (",II", None, "II"),
        (", Ann", "Ann", None),
        ('"Lee, Ann Marie"', "Ann Marie", "Lee"),
        ("García Márquez, Gabriel", "Gabriel", "García Márquez"),
        ("van Beethoven, Ludwig", "Ludwig", "van Beethoven"),
        ("King, Martin Luther, Jr.", "Martin Luther", "King Jr."),
        ("Martin King, Jr.", "Martin", "King Jr."),
        ("Jane Doe, PhD, MBA", "Jane", "Doe PhD MBA"),
        ("Lee,", None, "Lee"),
        ("Mr. Schmidt", None, "Schmidt"),
        ("Herr Dr. Hans von der Heide", "Dr. Hans", "von der Heide"),
        ("Frau Müller, Eva", "Eva", "Müller"),
        ("Dr. Anna Schmidt", "Dr. Anna", "Schmidt"),
        ("Prof. Dr. med. Eva Maria Müller", "Prof. Dr. med. Eva Maria", "Müller"),
        ("Dr. Schmidt", "Dr.", "Schmidt"),
        ("Mrs. Jane Doe", "Jane", "Doe"),
        ("Jean DUPONT", "Jean", "DUPONT"),
        ("DUPONT Jean-Marc", "Jean-Marc", "DUPONT"),
        ("Jean-Marc DE LA TOUR", "Jean-Marc", "DE LA TOUR"),
        ("ANN LEE", "ANN", "LEE"),
        ("JFK Smith", "JFK", "Smith"),
        ("Ann Lee (she/her)", "Ann", "Lee"),
        ("Ann Lee (Acme Inc.)", "Ann", "Lee (Acme Inc.)"),
        ("Cher (Acme)", "Cher", "(Acme)"),
        ("Robert (Bob) Smith", "Robert (Bob)", "Smith"),
        ("Anna Schmidt geb. Müller", "Anna", "Schmidt geb. Müller"),
        ("Anna Schmidt (geb. Müller)", "Anna", "Schmidt (geb. Müller)"),
        ("Goethe, Johann Wolfgang von", "Johann Wolfgang", "von Goethe"),
        ("Berg, Jan van der", "Jan", "van der Berg"),
        ("DE LA TOUR Marie", "Marie", "DE LA TOUR"),
        ("Lorenzo de' Medici", "Lorenzo", "de' Medici"),
        ("Eva St. John", "Eva", "St. John"),
        ("Sr. Juan Pérez", "Juan", "Pérez"),
        ("Petr Novák, CSc.", "Petr", "Novák CSc."),
        ("山田 太郎", "太郎", "山田"),
        ("김 철수", "철수", "김"),
        ("ann@example.com", None, None),
        ("", None, None),
        (" , ", None, None),
    ],
)
def test_split(full: str, first: str | None, last: str | None) -> None:
    assert split_name(full) == (first, last)


words = st.sampled_from(
    ["Ann", "van", "de", "Lee", "Jr.", "DUPONT", "Dr.", "Herr", "y", ",", "III", "山田", "(she/her)", '"', "d'", "O'Neil"]
)


@given(st.one_of(st.text(max_size=30), st.lists(words, max_size=7).map(" ".join)))
def test_nothing_is_made_up_and_no_part_is_empty(full: str) -> None:
    first, last = split_name(full)
    for part in (first, last):
        assert part is None or part.strip() == part != ""
        assert part is None or set(part.split()) <= set(
            " ".join(full.replace(",", " , ").split()).replace('"', " ").split()
        ) | set(part.split())
    given_letters = sorted(character for character in full if character.isalnum())
    kept_letters = sorted(character for part in (first, last) if part for character in part if character.isalnum())
    assert len(kept_letters) <= len(given_letters) or not full.isascii()
