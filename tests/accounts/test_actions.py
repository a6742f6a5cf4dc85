"""Organizations, users, roles and tokens: what may be written, by whom, and what ends with it."""

import asyncio
from collections.abc import Sequence

import pytest
from tests.factories import PASSWORD, actor_of, make_actor, make_organization, make_user

from muster.accounts.actions import (
    change_user_role,
    create_api_token,
    create_organization,
    create_user,
    remove_user,
    revoke_api_token,
    update_organization,
    update_profile,
)
from muster.accounts.identities import authenticate
from muster.accounts.models import ApiToken, Organization, User
from muster.accounts.queries import (
    find_organization,
    find_user,
    list_api_tokens,
    list_providers,
    list_users,
    users_by_ids,
    wire,
)
from muster.accounts.rules import Actor, AddressTaken, LastAdmin, NotOneself
from muster.accounts.sessions import sign_in
from muster.kit.errors import Forbidden, NotFound, Refused

pytestmark = pytest.mark.usefixtures("database")


async def test_the_operator_makes_an_organization_and_its_first_user() -> None:
    organization_id = await create_organization(name=" Northwind ", kind="PARTNER", country="usa")
    organization = await Organization.get(id=organization_id)
    assert (organization.name, organization.kind, organization.country) == ("Northwind", "PARTNER", "US")
    await create_user(organization_id=organization_id, name="Ann", email="Ann@Example.com", password="muster-demo", role="ADMIN")
    assert (await sign_in(email="ann@example.com", password="muster-demo")).secret
    with pytest.raises(AddressTaken):
        await create_user(
            organization_id=organization_id, name="Ann", email="ANN@example.com", password="muster-demo", role="MEMBER"
        )
    with pytest.raises(NotFound):
        await create_user(organization_id=999, name="Bo", email="bo@example.com", password="muster-demo", role="MEMBER")
    assert await User.all().count() == 1


async def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        await create_organization(name="", kind="PARTNER", country="Atlantis", reply_to="x", privacy_url="javascript:alert(1)")
    assert [problem.path for problem in refused.value.problems] == [("name",), ("country",), ("reply_to",), ("privacy_url",)]
    assert await Organization.all().count() == 0


async def test_an_organization_is_changed_by_its_admin_and_only_where_said() -> None:
    organization = await make_organization(reply_to="old@example.com", privacy_url="https://example.com/privacy")
    admin = await actor_of(await make_user(organization))
    member = await actor_of(await make_user(organization, "MEMBER"))
    with pytest.raises(Forbidden):
        await update_organization(member, changes={"name": "Mine"})
    await update_organization(admin, changes={"country": "Germany", "reply_to": None})
    await organization.refresh_from_db()
    assert (organization.country, organization.reply_to) == ("DE", None)
    assert organization.privacy_url == "https://example.com/privacy"
    for name, value in (("name", None), ("country", None), ("name", "x" * 201)):
        with pytest.raises(Refused):
            await update_organization(admin, changes={name: value})


async def test_one_changes_ones_own_name_and_address() -> None:
    user, other = await make_user(), await make_user()
    actor = await actor_of(user)
    await update_profile(actor, changes={"name": "Ann Lee", "email": " ANN@example.com"})
    await user.refresh_from_db()
    assert (user.name, user.email) == ("Ann Lee", "ann@example.com")
    with pytest.raises(AddressTaken):
        await update_profile(actor, changes={"email": other.email})
    with pytest.raises(Refused) as refused:
        await update_profile(actor, changes={"name": None, "email": None})
    assert [(problem.code, problem.path) for problem in refused.value.problems] == [
        ("REQUIRED", ("name",)),
        ("REQUIRED", ("email",)),
    ]
    await user.refresh_from_db()
    assert (user.name, user.email) == ("Ann Lee", "ann@example.com")


async def test_a_changed_name_and_role_are_seen_at_the_next_request() -> None:
    organization = await make_organization()
    admin, user = await make_user(organization), await make_user(organization, "MEMBER")
    made = await sign_in(email=str(user.email), password=PASSWORD)
    assert await authenticate(cookie=made.secret, bearer=None, ip_address=None) is not None
    await update_profile(await actor_of(user), changes={"name": "Ann Lee"})
    await change_user_role(await actor_of(admin), user_id=user.id, role="ADMIN")
    await update_organization(await actor_of(admin), changes={"name": "Northwind"})
    identity = await authenticate(cookie=made.secret, bearer=None, ip_address=None)
    assert identity is not None
    assert (identity.user.name, identity.actor.role, identity.organization.name) == ("Ann Lee", "ADMIN", "Northwind")


async def test_the_last_admin_stays() -> None:
    organization = await make_organization()
    admin, member = await make_user(organization), await make_user(organization, "MEMBER")
    await make_user()  # an ADMIN elsewhere does not count
    actor = await actor_of(admin)
    with pytest.raises(LastAdmin):
        await change_user_role(actor, user_id=admin.id, role="MEMBER")
    await change_user_role(actor, user_id=member.id, role="ADMIN")
    await change_user_role(actor, user_id=admin.id, role="MEMBER")
    assert (await User.get(id=admin.id)).role == "MEMBER"


async def test_two_admins_who_demote_each_other_at_once_do_not_both_succeed() -> None:
    organization = await make_organization()
    one, two = await make_user(organization), await make_user(organization)
    results = await asyncio.gather(
        change_user_role(await actor_of(one), user_id=two.id, role="MEMBER"),
        change_user_role(await actor_of(two), user_id=one.id, role="MEMBER"),
        return_exceptions=True,
    )
    assert sorted(type(result).__name__ for result in results) == ["LastAdmin", "NoneType"]
    assert await User.filter(organization=organization, role="ADMIN").count() == 1


async def test_who_is_removed_is_out_at_once_but_keeps_their_name() -> None:
    organization = await make_organization()
    actor = await actor_of(await make_user(organization))
    user = await make_user(organization, name="Ann Lee")
    email = str(user.email)
    made = await sign_in(email=email, password=PASSWORD)
    token = await create_api_token(await actor_of(user), name="CRM")
    for cookie, bearer in ((made.secret, None), (None, token.secret)):
        assert await authenticate(cookie=cookie, bearer=bearer, ip_address=None) is not None
    await remove_user(actor, user_id=user.id)
    for cookie, bearer in ((made.secret, None), (None, token.secret)):
        assert await authenticate(cookie=cookie, bearer=bearer, ip_address=None) is None
    assert [row.id for row in await list_users(actor)] == [actor.user_id]
    assert (await users_by_ids(actor, [user.id, None]))[user.id].name == "Ann Lee"
    assert await list_api_tokens(actor) == []
    with pytest.raises(NotFound):
        await remove_user(actor, user_id=user.id)
    await make_user(email=email)  # the address is free again


async def test_nobody_removes_themself_or_the_last_admin() -> None:
    organization = await make_organization()
    actor = await actor_of(await make_user(organization))
    with pytest.raises(NotOneself):
        await remove_user(actor, user_id=actor.user_id)
    # Their request was under way while they lost the role.
    stale = await actor_of(await make_user(organization))
    await change_user_role(actor, user_id=stale.user_id, role="MEMBER")
    with pytest.raises(LastAdmin):
        await remove_user(stale, user_id=actor.user_id)


@pytest.mark.parametrize("role", ["ADMIN", "MEMBER"])
async def test_another_organizations_users_and_tokens_do_not_exist(role: str) -> None:
    theirs = await make_actor()
    token = await create_api_token(theirs, name="CRM")
    outsider = await make_actor(role=role)  # type: ignore[arg-type]
    for attempt in (
        change_user_role(outsider, user_id=theirs.user_id, role="MEMBER"),
        remove_user(outsider, user_id=theirs.user_id),
        revoke_api_token(outsider, token_id=token.id),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert (await User.get(id=theirs.user_id)).role == "ADMIN"
    assert (await ApiToken.get(id=token.id)).revoked_at is None


async def test_members_manage_neither_users_nor_tokens() -> None:
    organization = await make_organization()
    admin = await actor_of(await make_user(organization))
    member = await actor_of(await make_user(organization, "MEMBER"))
    token = await create_api_token(admin, name="CRM")
    for attempt in (
        change_user_role(member, user_id=admin.user_id, role="MEMBER"),
        remove_user(member, user_id=admin.user_id),
        create_api_token(member, name="Mine"),
        revoke_api_token(member, token_id=token.id),
    ):
        with pytest.raises(Forbidden):
            await attempt
    assert await list_api_tokens(member) == []
    assert [row.id for row in await list_api_tokens(admin)] == [token.id]


async def test_members_see_their_colleagues_names_only() -> None:
    organization = await make_organization()
    admin, member = await make_user(organization), await make_user(organization, "MEMBER")
    seen = {row.id: row.email for row in await list_users(await actor_of(member))}
    assert seen == {admin.id: None, member.id: member.email}
    seen = {row.id: row.email for row in await list_users(await actor_of(admin))}
    assert seen == {admin.id: admin.email, member.id: member.email}


async def see(actor: Actor, user: User) -> tuple[bool, str | None, str | None]:
    """Whether the organization is seen, its reply address, and the user's name."""
    organization = await find_organization(actor, user.organization_id)  # type: ignore[attr-defined]
    found = await find_user(actor, user.id)
    assert organization is not None or found is None
    assert found is None or found.email is None or found.organization_id == actor.organization_id
    if organization is None:
        return False, None, None
    return True, organization.reply_to, found and found.name


async def test_who_sees_which_organization() -> None:
    provider = await make_user(await make_organization("PROVIDER", reply_to="desk@example.com"), name="Pat")
    partner = await make_user(await make_organization(reply_to="office@example.com"), name="Ann")
    rival = await make_user(await make_organization(), name="Roy")
    one, other, pro = await actor_of(partner), await actor_of(rival), await actor_of(provider)
    assert await see(one, partner) == (True, "office@example.com", "Ann")
    assert await see(one, provider) == (True, None, None)  # every partner sees every provider, yet a stranger's staff not
    assert await see(other, partner) == (False, None, None)
    assert await see(pro, partner) == (False, None, None)

    async def shares_order_with(actor: Actor, organization_ids: Sequence[int]) -> set[int]:
        other_side = {pro: one.organization_id, one: pro.organization_id}.get(actor)
        return {other_side} & set(organization_ids) if other_side else set()

    wire(shares_order_with=shares_order_with)
    assert await see(pro, partner) == (True, None, "Ann")
    assert await see(one, provider) == (True, None, "Pat")
    assert await see(other, provider) == (True, None, None)
    assert await see(pro, rival) == (False, None, None)
    assert await find_organization(one, 999) is None


async def test_providers_are_for_those_who_place_orders() -> None:
    provider = await make_organization("PROVIDER", reply_to="desk@example.com")
    rows = await list_providers(await make_actor())
    assert [(row.id, row.reply_to) for row in rows] == [(provider.id, None)]
    assert await list_providers(await make_actor("PROVIDER")) == []
