"""The one place where the parts are wired together: settings in, a Starlette application out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route, WebSocketRoute

from muster import dashboard_files, probes, schema
from muster.accounts import identities
from muster.accounts import letters as accounts_letters
from muster.accounts import queries as accounts
from muster.accounts.context import Context, make_context, recheck
from muster.accounts.invitations import forget_links
from muster.consent import actions as consent
from muster.consent import letters as consent_letters
from muster.consent import web as consent_web
from muster.contacts import web as contacts_web
from muster.contacts.erasing import erase_long_deactivated
from muster.database import close_database, open_database
from muster.idempotency import actions as idempotency
from muster.idempotency.web import Keys
from muster.imports import children, leases, run, storage
from muster.imports import web as imports_web
from muster.imports.forgetting import forget_by_age, remove_orphans
from muster.imports.holding import WORK
from muster.jobs.background import Background, Job
from muster.jobs.ticker import Due, Ticker
from muster.jobs.workers import Workers
from muster.kit.graphql.documents import Limits
from muster.kit.graphql.endpoint import GraphQLEndpoint
from muster.kit.graphql.settings import EndpointSettings
from muster.kit.instants import HOUR, MINUTE, SECOND
from muster.kit.keyed_hash import use_secret
from muster.kit.proxies import TrustedProxies
from muster.kit.rate import Allowance
from muster.kit.security_headers import SecurityHeaders
from muster.kit.transaction import wire
from muster.live.bus import Bus
from muster.live.current import use_bus
from muster.mail.folder import Folder
from muster.mail.office import use_office
from muster.mail.outbox import void_claims
from muster.mail.rules import WORK as MAIL_WORK
from muster.mail.sending import Kind, Postman, Sender
from muster.mail.smtp import Smtp
from muster.notifications import forgetting as notifications_forgetting
from muster.notifications import letters as notifications_letters
from muster.notifications import web as notifications_web
from muster.notifications.telling import tell_bursts
from muster.observing.figures import SOCKETS
from muster.observing.requests import Requests
from muster.orders import web as orders_web
from muster.orders.forgetting import forget_old_changes
from muster.orders.queries import sharing_orders
from muster.reactions import react
from muster.settings import Settings

# Seconds that these may take, which read a file: a whole one, or what a person waits for.
SLOW_FIELDS = {"checkImport": 600.0, "uploadContacts": 120.0, "configureImport": 120.0}


def bus_for(settings: Settings) -> Bus:
    """Within this process, or over Redis where there is one."""
    if not settings.redis_url:
        return Bus()
    from muster.live.redis import RedisBus

    return RedisBus(settings.redis_url)


def bucket_for(settings: Settings) -> storage.Shared | None:
    """Where machines without a common folder keep uploaded files; loaded only where there is one."""
    if not settings.stores_elsewhere:
        return None
    from muster.imports.bucket import Bucket

    return Bucket(str(settings.storage_url))


@asynccontextmanager
async def running(settings: Settings, *, bus: Bus | None = None) -> AsyncIterator[Bus]:
    """Everything but the web: database, bus, reactions. What the command line's programs run in, too."""
    chosen = bus or bus_for(settings)
    use_secret(settings.key)
    use_bus(chosen)
    storage.use_folder(settings.uploads_dir, bucket_for(settings))
    use_office(settings)
    notifications_forgetting.use_folder(settings.mail_dir)
    wire(react=react, announce=chosen.announce)
    accounts.wire(shares_order_with=sharing_orders)
    await open_database(settings)
    try:
        await chosen.start()
        yield chosen
    finally:
        await chosen.stop()
        await close_database()


def import_workers() -> Workers:
    """The hands that carry imports out, each another organization's: batch by batch they take turns at the database.

    More than the processor can use, so that a small file does not wait behind two of a million rows.
    """
    return Workers(WORK, leases.claim, run.carry_out, hands=4)


# Who writes which letters, and who hears that one came back.
KINDS = {
    "CONSENT_REQUEST": Kind(consent_letters.write_request, consent_letters.returned),
    "CONSENT_REMINDER": Kind(consent_letters.write_request, consent_letters.returned),
    "PARTICIPANTS_ADDED": Kind(notifications_letters.write_added),
    "ORDER_STATUS": Kind(notifications_letters.write_status),
    "CONSENT_WITHDRAWN": Kind(notifications_letters.write_withdrawn),
    "INVITATION": Kind(accounts_letters.write_invitation),
    "PASSWORD_RESET": Kind(accounts_letters.write_reset),
}


def postmen(settings: Settings) -> Workers:
    """The hands that send letters: by SMTP, or into the folder where there is no server."""

    def make_sender() -> Sender:
        return Smtp(settings.smtp_url) if settings.smtp_url else Folder(settings.mail_dir)

    postman = Postman(make_sender, KINDS)
    return Workers(MAIL_WORK, postman.claim, postman.carry_out)


def ticker() -> Ticker:
    """What is due by time."""
    return Ticker(
        [
            Due("bursts", tell_bursts, 5 * SECOND),
            Due("reminders", consent.remind, MINUTE),
            Due("expiries", consent.expire, MINUTE),
            Due("deactivated", erase_long_deactivated, 10 * MINUTE),
            Due("imports", forget_by_age, 10 * MINUTE),
            Due("letters", notifications_forgetting.forget_sent, 10 * MINUTE),
            Due("changes", forget_old_changes, HOUR),
            Due("links", forget_links, HOUR),
            Due("keys", idempotency.forget_old_keys, HOUR),
            Due("orphans", remove_orphans, HOUR),
        ]
    )


async def begin_work(settings: Settings) -> list[Job]:
    """What goes on without a request, in a server and in a worker alike."""
    await void_claims(only_process=settings.is_sqlite)
    return [import_workers().run, postmen(settings).run, ticker().run]


def _count_for(settings: Settings) -> Callable[[Context], None]:
    """What each operation is counted by: API tokens at the operator's rate, where there is one; people never."""
    allowance = Allowance(settings.api_per_minute) if settings.api_per_minute else None

    def count(context: Context) -> None:
        if allowance is not None and context.identity is not None and context.identity.actor.key.startswith("token:"):
            allowance.take(context.identity.actor.key)

    return count


def _endpoint(settings: Settings) -> GraphQLEndpoint:
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(settings.public_url))
    return GraphQLEndpoint(
        schema.build(),
        context=make_context,
        settings=EndpointSettings(
            origins=(origin,),
            graphiql=dashboard_files.GRAPHIQL,
            upload_dir=settings.uploads_dir,
            max_file=settings.max_upload_bytes,
            recheck=recheck,
            limits=Limits(slow_fields=SLOW_FIELDS),
            count=_count_for(settings),
            ledger=Keys(),
        ),
    )


def create_app(settings: Settings | None = None) -> Starlette:
    """The server. It expects a migrated database."""
    chosen = settings or Settings()
    chosen.uploads_dir.mkdir(parents=True, exist_ok=True)
    endpoint = _endpoint(chosen)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with running(chosen) as bus, children.forking():
            if chosen.is_sqlite:
                await leases.void_leases()
                await idempotency.give_up_unanswered()

            async def end_sockets() -> None:
                """Sessions and tokens that ended, here or in another process, take their sockets with them."""
                async with bus.listen("ended") as news:
                    while True:
                        await _close(endpoint, await news.next())

            async with Background([*await begin_work(chosen), end_sockets]) as background:
                app.state.background = background
                yield

    routes = [
        Route("/graphql", endpoint, methods=["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"]),
        WebSocketRoute("/graphql", endpoint),
        *contacts_web.ROUTES,
        *orders_web.ROUTES,
        *imports_web.ROUTES,
        *consent_web.ROUTES,
        *notifications_web.ROUTES,
        *probes.ROUTES,
        Mount("/assets", dashboard_files.assets()),
        Route("/{path:path}", dashboard_files.page),
    ]
    middleware = [
        Middleware(TrustedProxies, trusted=chosen.trusted_proxies),
        Middleware(SecurityHeaders, https=chosen.is_https),
        Middleware(Requests),
    ]
    app = Starlette(routes=routes, lifespan=lifespan, middleware=middleware)
    app.state.settings = chosen
    SOCKETS.set_function(lambda: len(endpoint.sockets))

    async def before_shutdown() -> None:
        """While connections are still open: the server closes them before the lifespan ends."""
        await asyncio.gather(endpoint.close_all(), app.state.background.stop())

    app.state.before_shutdown = before_shutdown
    return app


async def _close(endpoint: GraphQLEndpoint, keys: Sequence[str]) -> None:
    ended = set(keys)

    def has_ended(context: object) -> bool:
        return isinstance(context, Context) and context.identity is not None and context.identity.actor.key in ended

    for key in ended:
        identities.forget(key)
    await endpoint.close_where(has_ended)
