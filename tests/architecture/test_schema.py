"""The API is what it is written to be: the contract's, and the exported file's."""

from pathlib import Path

import pytest
from graphql import GraphQLObjectType, build_schema
from graphql.utilities import find_breaking_changes

from muster import schema

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT.parent / "shared" / "contract" / "schema.graphql"


def exported() -> str:
    return schema.build().as_str() + "\n"


def test_the_exported_file_is_the_schema() -> None:
    assert (ROOT / "schema.graphql").read_text().strip() == exported().strip(), "run `make schema`"


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract does not lie beside this checkout")
def test_nothing_of_the_contract_is_broken() -> None:
    changes = find_breaking_changes(build_schema(CONTRACT.read_text()), build_schema(exported()))
    assert [change.description for change in changes] == []


def test_everything_is_described_for_its_users() -> None:
    silent = []
    for name, kind in build_schema(exported()).type_map.items():
        if name.startswith("__") or name in ("Int", "String", "Boolean", "ID", "Float"):
            continue
        if not kind.description:
            silent.append(name)
        for field_name, field in getattr(kind, "fields", {}).items():
            if not field.description:
                silent.append(f"{name}.{field_name}")
            if isinstance(kind, GraphQLObjectType):
                silent.extend(
                    f"{name}.{field_name}({argument})" for argument, given in field.args.items() if not given.description
                )
        silent.extend(f"{name}.{value}" for value, given in getattr(kind, "values", {}).items() if not given.description)
    assert silent == []
