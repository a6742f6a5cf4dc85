"""What is wrong in many rows, and what is done about it, over the API of the whole running application."""

from tests.factories import make_actor
from tests.imports.api import START, Caller, served

from muster.accounts.actions import create_api_token
from muster.settings import Settings

GROUPS = "cause found becomes count solved countries examples { rowNumber column before after }"
FILE = (
    "Email,Phone\na@gmial.com,\nb@gmial.com,\nc@buero.de,030 901820\nd@hotmail,\n"  # 2 to 5
    "e@x.example; f@x.example,\ng@firma,de,\nh@hotmail.con,(202) 555-0101\n"  # 6 to 8
)
MAPPING = [{"column": 0, "field": "EMAIL"}, {"column": 1, "field": "PHONE"}]


async def test_causes_are_told_put_right_kept_and_refused_at_their_place(database: Settings) -> None:
    token = (await create_api_token(await make_actor(), name="Tests")).secret
    async with served(database) as base:
        partner = Caller(base, token)
        async with partner.http:
            target = await partner.make("createContactList", "contactList", name="People")
            found = (await partner.upload(target, FILE.encode(), "people.csv"))["contactImport"]
            given = {"importId": found["id"], "mapping": MAPPING}
            chosen = [{"cause": "MISTYPED_MAIL_DOMAIN", "found": "gmial.com"}, {"cause": "SEVERAL_ADDRESSES"}]

            check = (
                await partner.mutate("checkImport", f"check {{ wouldAdd causes {{ {GROUPS} }} }}", **given, remedies=chosen)
            )["check"]
            assert check["wouldAdd"] == 4
            assert check["causes"][0] == {
                "cause": "MISTYPED_MAIL_DOMAIN", "found": "gmial.com", "becomes": "gmail.com", "count": 2, "solved": 2, "countries": [],
                "examples": [
                    {"rowNumber": 2, "column": 0, "before": "a@gmial.com", "after": "a@gmail.com"},
                    {"rowNumber": 3, "column": 0, "before": "b@gmial.com", "after": "b@gmail.com"},
                ],
            }  # fmt: skip
            told = [(group["cause"], group["found"], group["count"], group["solved"]) for group in check["causes"][1:]]
            assert told == [
                ("MISSING_COUNTRY_CODE", None, 1, 0),
                ("SEVERAL_ADDRESSES", None, 1, 1),
                ("MISTYPED_MAIL_DOMAIN", "hotmail.con", 1, 0),
            ]

            wrong = [{"cause": "MISSING_PLUS"}, {"cause": "MISSING_COUNTRY_CODE"}]
            payload = await partner.mutate("checkImport", "check { wouldAdd }", **given, remedies=wrong)
            assert [(one["code"], one["path"]) for one in payload["errors"]] == [("REQUIRED", ["remedies", "1", "country"])]

            assert (await partner.run(START, input={**given, "remedies": chosen}))["startImport"]["errors"] == []
            await partner.finish(found["id"])
            shape = f"""failedRowCount task remedies {{ cause found country }} failedCauses {{ {GROUPS} }}
              failedRows(cause: MISSING_COUNTRY_CODE) {{ totalCount edges {{ node {{ rowNumber cause values }} }} }}
              others: failedRows(cause: MISTYPED_MAIL_DOMAIN, found: "nothing.con") {{ totalCount }}"""
            read = f"query ($id: ID!) {{ contactImport(id: $id) {{ {shape} }} }}"
            done = (await partner.run(read, id=found["id"]))["contactImport"]
            assert done["remedies"] == [
                {"cause": "MISTYPED_MAIL_DOMAIN", "found": "gmial.com", "country": None},
                {"cause": "SEVERAL_ADDRESSES", "found": None, "country": None},
            ]
            assert (done["task"], done["others"]["totalCount"], done["failedRows"]["totalCount"]) == (None, 0, 1)
            failed = {"rowNumber": 4, "cause": "MISSING_COUNTRY_CODE", "values": ["c@buero.de", "030 901820"]}
            assert done["failedRows"]["edges"] == [{"node": failed}]
            [group] = done["failedCauses"]
            assert (group["cause"], group["count"], group["countries"][0]) == ("MISSING_COUNTRY_CODE", 1, "DE")

            retried = "contactImport { failedRowCount remedies { cause country } }"
            payload = await partner.mutate(
                "retryFailedRows", retried, importId=found["id"], remedy={"cause": "MISSING_COUNTRY_CODE", "country": "Nowhere"}
            )
            assert [(one["code"], one["path"]) for one in payload["errors"]] == [("INVALID", ["remedy", "country"])]
            payload = await partner.mutate(
                "retryFailedRows", retried, importId=found["id"], remedy={"cause": "MISSING_COUNTRY_CODE", "country": "DE"}
            )
            assert payload["contactImport"]["failedRowCount"] == done["failedRowCount"] - 1
            assert payload["contactImport"]["remedies"][-1] == {"cause": "MISSING_COUNTRY_CODE", "country": "DE"}


async def test_imports_into_one_list_alone(database: Settings) -> None:
    token = (await create_api_token(await make_actor(), name="Tests")).secret
    async with served(database) as base:
        partner = Caller(base, token)
        async with partner.http:
            lists = [await partner.make("createContactList", "contactList", name=name) for name in ("One", "Two")]
            made = [(await partner.upload(each, FILE.encode(), "people.csv"))["contactImport"]["id"] for each in lists]
            query = """query ($list: ID) { contactImports(contactListId: $list, status: [MAPPING]) {
              totalCount edges { node { id } } } }"""
            for list_id, expected in ((lists[0], made[:1]), (lists[1], made[1:]), (None, made[::-1]), ("nonsense", [])):
                found = (await partner.run(query, list=list_id))["contactImports"]
                assert [edge["node"]["id"] for edge in found["edges"]] == expected
                assert found["totalCount"] == len(expected)
