"""TLS to a real mail server, with real certificates: nothing goes to a server that cannot prove who it is, and no password in the open."""

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest
from tests.mail import test_outbox
from tests.mail.servers import Postbox, postbox
from tests.mail.test_outbox import posted, states

from muster import doctor
from muster.database import execute, fetch_value
from muster.kit.instants import SECOND, now
from muster.mail import smtp
from muster.mail.sending import Kind, Postman
from muster.mail.smtp import Smtp

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificates with openssl")

organization, _no_lingering = test_outbox.organization, test_outbox._no_lingering
HOST = "localhost"
BOTH = pytest.mark.parametrize("tls_at_once", [False, True], ids=["smtp and STARTTLS", "smtps"])


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def authority(folder: Path, name: str) -> None:
    """Somebody who signs certificates."""
    extensions = "-addext=basicConstraints=critical,CA:TRUE", "-addext=keyUsage=critical,keyCertSign,cRLSign"
    openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}", *extensions,
            "-keyout", f"{name}.key", "-out", f"{name}.pem")  # fmt: skip


def certificate(folder: Path, name: str, *, host: str, signed_by: str, days: int = 2) -> ssl.SSLContext:
    """What a server on that host shows."""
    (folder / f"{name}.ext").write_text(
        f"subjectAltName=DNS:{host}\nauthorityKeyIdentifier=keyid\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n"
    )
    openssl(
        folder, "req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={host}", "-keyout", f"{name}.key", "-out", f"{name}.csr"
    )
    openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", f"{signed_by}.pem", "-CAkey", f"{signed_by}.key",
            "-CAcreateserial", "-days", str(days), "-extfile", f"{name}.ext", "-out", f"{name}.pem")  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    return context


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ssl.SSLContext]:
    """Certificates by what is right or wrong with them; "trusted.pem" beside them is whom this machine trusts."""
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("trusted", "stranger"):
        authority(folder, name)
    found = {
        "right": certificate(folder, "right", host=HOST, signed_by="trusted"),
        "of another host": certificate(folder, "elsewhere", host="mail.elsewhere.example", signed_by="trusted"),
        "of a stranger": certificate(folder, "strange", host=HOST, signed_by="stranger"),
    }
    FOLDER["here"] = folder
    return found


FOLDER: dict[str, Path] = {}


@pytest.fixture(autouse=True)
def _elsewhere(made: dict[str, ssl.SSLContext], monkeypatch: pytest.MonkeyPatch) -> None:
    """The server counts as one on another machine, and the machine's list of whom to trust holds the one authority."""
    monkeypatch.setattr(smtp, "_LOOPBACK", frozenset())
    monkeypatch.setenv("SSL_CERT_FILE", str(FOLDER["here"] / "trusted.pem"))


async def deliver(url: str) -> None:
    await execute("UPDATE mail_pace SET paused_until = NULL")
    postman = Postman(lambda: Smtp(url), {"NEWS": Kind(test_outbox.write, test_outbox.returned)})
    if count := await postman.claim("me"):
        await postman.carry_out(count, "me")


async def paused_for() -> tuple[str, int]:
    """(why, how long) nothing is sent."""
    reason, until = [await fetch_value(f"SELECT {column} FROM mail_pace") for column in ("reason", "paused_until")]
    return str(reason), until - now()


@BOTH
async def test_a_letter_and_the_password_go_behind_tls(
    organization: int, made: dict[str, ssl.SSLContext], tls_at_once: bool
) -> None:
    box = Postbox(tls=made["right"], tls_at_once=tls_at_once, password="right")
    async with postbox(box):
        await posted(organization, "ann@example.com", "bob@example.com")
        await deliver(box.url_by(HOST, "muster:right"))
    assert (box.to, box.secret, box.passwords) == (["ann@example.com", "bob@example.com"], [True, True], ["right"])
    assert await states() == [("SENT", 1), ("SENT", 1)]


@BOTH
@pytest.mark.parametrize("wrong", ["of another host", "of a stranger"])
async def test_a_wrong_certificate_is_refused_and_told(
    organization: int, made: dict[str, ssl.SSLContext], tls_at_once: bool, wrong: str
) -> None:
    box = Postbox(tls=made[wrong], tls_at_once=tls_at_once, password="right")
    async with postbox(box):
        await posted(organization, "ann@example.com")
        await deliver(box.url_by(HOST, "muster:right"))
    assert (box.tried, box.passwords) == ([], [])
    assert await states() == [("WAITING", 0)]
    reason, pause = await paused_for()
    assert "certificate" in reason.lower(), reason
    assert pause > 0


async def test_no_password_goes_in_the_open(organization: int) -> None:
    box = Postbox(password="right")
    async with postbox(box):
        await posted(organization, "ann@example.com")
        await deliver(box.url_by(HOST, "muster:right"))
    assert (box.tried, box.passwords) == ([], [])
    reason, pause = await paused_for()
    assert "a password is not sent in the open" in reason
    assert pause <= 15 * SECOND


@BOTH
async def test_a_refused_login_pauses_all(organization: int, made: dict[str, ssl.SSLContext], tls_at_once: bool) -> None:
    box = Postbox(tls=made["right"], tls_at_once=tls_at_once, password="right")
    async with postbox(box):
        await posted(organization, "ann@example.com", "bob@example.com")
        await deliver(box.url_by(HOST, "muster:wrong"))
        assert (box.tried, set(box.passwords)) == ([], {"wrong"})
        assert await states() == [("WAITING", 0), ("WAITING", 0)]
        assert "login refused" in (await paused_for())[0]
        await deliver(box.url_by(HOST, "muster:right"))
    assert box.to == ["ann@example.com", "bob@example.com"]


@BOTH
@pytest.mark.parametrize(("answer", "state"), [("451 later", "WAITING"), ("550 nobody here", "BOUNCED")])
async def test_what_the_server_answers_behind_tls_is_heard(
    organization: int, made: dict[str, ssl.SSLContext], tls_at_once: bool, answer: str, state: str
) -> None:
    box = Postbox(tls=made["right"], tls_at_once=tls_at_once, rcpt=lambda address: answer if address[0] == "a" else None)
    async with postbox(box):
        await posted(organization, "ann@example.com", "bob@example.com")
        await deliver(box.url_by(HOST))
    assert await states() == [(state, 1), ("SENT", 1)]


async def test_a_mail_program_on_this_machine_needs_no_certificate(
    organization: int, made: dict[str, ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("muster.mail.sending.STAYS", 0)
    box = Postbox(tls=made["of a stranger"], password="right")
    async with postbox(box):
        await posted(organization, "ann@example.com")
        await deliver(box.url_by(HOST, "muster:right"))
    assert (box.to, box.secret) == (["ann@example.com"], [True])


async def test_the_doctor_tries_what_the_postman_does(organization: int, made: dict[str, ssl.SSLContext]) -> None:
    box = Postbox(tls=made["right"], password="right")
    async with postbox(box):
        fine = await doctor._smtp(box.url_by(HOST, "muster:right"))
        wrong = await doctor._smtp(box.url_by(HOST, "muster:sesame"))
    assert (fine.fine, fine.said) == (True, f"{box.url_by(HOST)} answers and takes the login")
    assert not wrong.fine
    assert "login refused" in wrong.said
    assert "sesame" not in wrong.said
