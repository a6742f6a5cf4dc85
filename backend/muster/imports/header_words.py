"""Words around the names of fields: which of several like columns is meant, what is never suggested, what may be left out."""

# Group, how much less likely than a plain heading, words. Work comes before home, and what is rarely filled last.
GROUPS: tuple[tuple[str, float, str], ...] = (
    (
        "",
        -1.0,
        """
        address 1, address1, address, default address, default, employee
        """,
    ),
    (
        "work",
        -1.0,
        """
        business, work, office, company, organization, account, corporate, geschäftlich, dienstlich, professionnel,
        pro, bureau, zakelijk, werk, comercial, trabajo, lavoro, aziendale, służbowy, firmowy, dienst, büro, firma,
        empresa, azienda, profissional
        """,
    ),
    (
        "mailing",
        -1.5,
        """
        mailing, postal, post, correspondence, contact, primary, main, preferred, current, lead, person, personal
        info, attendee, registrant, participant, invitee, customer, client, subscriber, member, delegate, recipient,
        your
        """,
    ),
    (
        "user",
        -1.8,
        """
        user
        """,
    ),
    (
        "billing",
        -2.0,
        """
        billing, invoice, rechnung, facturation, facturación, fatturazione, factuur, bill to, faktura
        """,
    ),
    (
        "shipping",
        -3.0,
        """
        shipping, delivery, lieferung, livraison, envío, spedizione, verzend, address 2, address2, ship to
        """,
    ),
    (
        "home",
        -4.0,
        """
        home, personal, private, privat, privé, domicile, casa, particular, residential, thuis, prywatny, domowy,
        privato
        """,
    ),
    (
        "other",
        -5.0,
        """
        buyer, acheteur, other, alternate, alternative, secondary, second, weitere, autre, otro, otra, outro, altro,
        andere, inny, additional
        """,
    ),
)

# A heading with one of these words says something about a thing, or about somebody else; it is not the thing itself.
NEVER_WORDS = """
label, labels, id, ids, guid, uuid, uid, type, types, typ, tipo, owner, owners, besitzer, inhaber, propriétaire, propietario,
proprietário, proprietario, eigenaar, właściciel, zuständig, zuständiger, created, creator, creation, modified, modifier,
updated, update, edited, deleted, added, imported, synced, date, dates, datum, fecha, data, time, timestamp, zeit,
zeitstempel, hour, uhrzeit, heure, count, counts, number of, score, rating, rank, index, status, state of, stage, phase,
source, quelle, origen, medium, campaign, utm, ip, geo, latitude, longitude, lat, lng, lon, timezone, tz, gmtoff, dstoff,
euid, leid, hash, password, token, bounce, bounced, bounces, invalid, quarantined, unsubscribed, unsubscribe, unsub, optout,
opted out, opt out, opt-out, do not, dont, donotcall, donotemail, hasoptedoutofemail, suppressed, blocked, blacklisted,
verified, verification, valid, validity, validation, confidence, catch all, domain type, opens, clicks, opened, clicked,
sends, sent, delivered, last, assistant, assistants, assistent, sekretariat, manager, managers, managername, supervisor,
spouse, partner, referrer, referred, referral, referido, referer, children, child, kinder, emergency, invited, inviter,
recruiter, assigned, assignee, sales rep, salesperson, rep, agent, representative, responsible, account manager, sender,
reply, cc, bcc, from, parent, fax, telefax, telefaxnummer, faxnummer, pager, telex, tty, isdn, radio, callback, car phone,
carrier, ext, extension, durchwahlnummer, birthday, birthdate, anniversary, geburtstag, geburtsdatum, naissance, nacimiento,
nascimento, nascita, geboorte, urodzenia, department, departments, abteilung, dipartimento, afdeling, dział, departamento,
team, age, gender, sex, geschlecht, genre, sexo, sesso, geslacht, płeć, yomi, phonetic, pronunciation, nickname, initials,
suffix, prefix, middle, maiden, salutation, anrede, civilité, tratamiento, aanhef, linkedin, facebook, twitter, instagram,
xing, github, skype, youtube, tiktok, pinterest, googleplus, google, language, sprache, langue, idioma, lingua, taal, język,
locale, currency, währung, price, amount, total, revenue, umsatz, sales, employees, mitarbeiter, mitarbeiterzahl, size,
quantity, qty, cost, value of, fee, tax, vat, ticket, order, orders, invoice, payment, discount, coupon, promo, barcode, sku,
product, card, bank, form, event, session, webinar, list, file, sheet, ad, adset, page, naics, sic, duns, siret, siren, nip,
regon, ust, iban, ssn, format, formatted, photo, picture, image, avatar, logo, priority, sensitivity, private flag, keywords,
categories, category, tags, tag, group, groups, mileage, hobby, hobbies, account balance, balance, custom, reason, lifecycle,
membership, subscription, answer, question, rsvp, attended, duration, approval, registration, checkin, check in, join, leave,
guest
"""

# Words that do not change what a column is.
FILLERS = """
the, a, of, your, my, please, enter, contact's, person's, required, optional, mandatory,
field, de la, la, le, el, der, die, das
"""

# What tables of databases shorten.
SHORT = {
    "cd": "code",
    "nm": "name",
    "dt": "date",
    "addr": "address",
    "num": "number",
    "ph": "phone",
    "desc": "description",
    "mob": "mobile",
}
