"""Words around the names of fields: which of several like columns is meant, what is never suggested, what may be left out."""

# Group, how much less likely than a plain heading, words. Work comes before home, and what is rarely filled last. The groups of
# "address" hold nothing but parts of one: a business address is no company.
GROUPS: tuple[tuple[str, float, str], ...] = (
    (
        "",
        -1.0,
        """
        default, default address, employee, standardadresse, adresse par défaut
        """,
    ),
    (
        "address",
        -1.0,
        """
        address 1, address1, address, adresse 1, adres 1, dirección 1, endereço 1, indirizzo 1, adresse, adres, anschrift,
        dirección, endereço, indirizzo
        """,
    ),
    (
        "address 2",
        -3.0,
        """
        address 2, address2, adresse 2
        """,
    ),
    (
        "work",
        -1.0,
        """
        business, work, office, company, organization, organisation, account, corporate, geschäftlich, geschäftliche,
        geschäftlicher, geschäftliches, geschäftlichen, geschäfts, dienstlich, dienstliche, dienstlicher, dienst, beruflich,
        berufliche, arbeit, arbeits, büro, firma, firmen, professionnel, professionnelle, pro, bureau, travail, comercial,
        endereço comercial, do endereço comercial, da empresa, de la empresa, della società, trabajo, del trabajo,
        profesional, laboral, empresa, profissional, do trabalho, trabalho, praca, lavoro, di lavoro, ufficio, uff,
        aziendale, azienda, professionale, zakelijk, zakelijke, werk, werkadres, bedrijf, służbowy, służbowa, służbowe,
        adres służbowy, firmowy, firmowa
        """,
    ),
    (
        "mailing",
        -1.5,
        """
        mailing, mail address, primaria, primär, primäre, primair, główny, adresse postale, indirizzo
        postale, dirección postal, endereço postal, postadres, adres korespondencyjny, de correspondencia, para
        correspondencia, de correspondência, korrespondenz, personne, persona, pessoa, persoon, osoba, postal, post,
        correspondence, contact, primary, main, current, lead, person, personal info, attendee, registrant, participant,
        invitee, customer, client, subscriber, member, delegate, recipient, your, guest, donor, applicant, candidate,
        visitor, student, postanschrift, kontakt, ansprechpartner, teilnehmer, teilnehmerin, gast, besucher, mitglied,
        kunde, kunden, empfänger, adhérent, donateur, interlocuteur, destinataire, abonné, visiteur, usager, bénéficiaire,
        élève, étudiant, contacto, de contacto, del contacto, participante, asistente, cliente, socio, suscriptor, contato,
        do contato, referente, contatto, di contatto, partecipante, deelnemer, klant, contactpersoon, uczestnik, uczestnika,
        klient, klienta
        """,
    ),
    (
        "legal",
        -1.2,
        """
        legal
        """,
    ),
    (
        "ticket",
        -1.8,
        """
        ticket
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
        billing, invoice, rechnung, rechnungs, rechnungsadresse, facturation, facturación, fatturazione, factuur, bill to,
        faktura, cobrança
        """,
    ),
    (
        "shipping",
        -3.0,
        """
        shipping, delivery, lieferung, liefer, lieferadresse, livraison, envío, spedizione, verzend, ship to,
        dostawy, entrega
        """,
    ),
    (
        "home",
        -4.0,
        """
        home, personal, private, privat, privater, privates, privaten, persönlich, persönliche, privé, privée, personnel,
        personnelle, domicile, casa, particular, del domicilio, personale, residential, residencial, endereço residencial,
        do endereço residencial, de residência, residencia, residenza, pessoal, abitazione, ab, privato, privata, thuis,
        privé adres, huisadres, prywatny, prywatna, domowy, adres domowy
        """,
    ),
    (
        "other",
        -21.0,
        """
        buyer, acheteur, käufer, other, alternate, alternative, secondary, second, weitere, weiterer, weiteres, autre, otro,
        otra, outro, outra, altro, altra, andere, ander adres, inny, inna, inny adres, additional, preferred, hq,
        headquarters
        """,
    ),
)

# A heading with one of these words says something about a thing, or about somebody else; it is not the thing itself.
NEVER_WORDS = """
label, labels, id, ids, guid, uuid, uid, type, types, typ, tipo, owner, owners, besitzer, inhaber, propriétaire,
propietario, proprietário, proprietario, eigenaar, właściciel, zuständig, zuständiger, created, creator, creation, modified,
modifier, updated, update, edited, deleted, added, imported, synced, date, dates, datum, fecha, data, time, timestamp, zeit,
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
quantity, qty, cost, value of, fee, tax, vat, ticket, order, orders, invoice, payment, discount, coupon, promo, barcode,
sku, product, card, bank, form, event, session, webinar, list, file, sheet, ad, adset, page, naics, sic, duns, siret, siren,
nip, regon, ust, iban, ssn, format, formatted, photo, picture, image, avatar, logo, priority, sensitivity, private flag,
keywords, categories, category, tags, tag, group, groups, mileage, hobby, hobbies, account balance, balance, custom, reason,
lifecycle, membership, subscription, answer, question, rsvp, attended, duration, approval, registration, checkin, check in,
join, leave, guest, activity, activities, referring, persona, to email, estado del, estado de la, is a, is an, ist ein, ist
eine, est un, est une, es un, es una, è una, is een, estado de, stato del, stato di, estado do, estado da, statut, estatus,
angezeigter, anzeigen, visualizzato, weergegeven, weergavenaam voor, wyświetlana, exibição, nombre de pantalla, nom complet
de l adresse, rodzaj, soort, art, opiekun, dono, origine, origem, herkunft, fonte, źródło, bron, uhr, jour, hora, erstellt,
erstellungsdatum, angelegt, geändert, aktualisiert, créé, modifié, creado, modificado, criado, creato, modificato,
aangemaakt, gewijzigd, utworzono, utworzenia, étiquettes, etiquetas, etichette, trefwoorden, tagi, gruppe, gruppen, groupe,
grupo, gruppo, groep, grupa, télécopie, telecopie, faks, telefaks, asystent, asystenta, ayudante, assistente, vorgesetzter,
vorgesetzten, menedżer, kierownik, geburtsjahr, geburtsmonat, cumpleaños, compleanno, verjaardag, urodziny, ustid, tva, iva,
btw, nif, cif, rfc, cnpj, cpf, dni, pesel, steuernummer, kundennummer, kundennr, kdnr, mitgliedsnummer, notfall,
notfallkontakt, urgence, emergencia, emergenza, noodgeval, ehepartner, conjoint, cónyuge, coniuge, współmałżonek, eltern,
parents, guardian, terms, agb, birth, former, previous, civil, civile, version, text, am, venue, author, founded, subject,
template, server, user principal, upn, phone country, country phone, calling code, dialing code, dial code, active, activé,
actif, aktiv, attivo, activo, ativo, actief, aktywny, not, never, no email, no emails, no mail, no contact, no marketing,
kein, keine, nicht, geen, niet, sans, pas
"""

# Words that do not change what a column is.
FILLERS = """
the, a, of, your, my, please, enter, contact's, person's, required, optional, mandatory, field, de la, la, le, el, der, die,
das, op, het, voor, votre, vos, su, tu, seu, sua, ihr, ihre, dein, deine, tuo, tua, suo, uw, jouw, twój, twoje, value, wert,
valeur, valor, valore, waarde, wartość
"""

# What binds them to one another: "Nombre del asistente", "Adresse des Kunden".
PREPOSITIONS = (
    "del, de, do, da, di, dell, della, dello, du, des, der, l, d, von, van, of, for, für, pour, para, per, voor, dla, a, zu"
)

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
    "str": "strasse",
    "hausnr": "hausnummer",
    "hnr": "hausnummer",
    "dep": "departement",
    "dept": "departement",
}

# Between two names: "Apellido y nombre", "Name und Vorname".
CONNECTORS = "and, und, et, y, e, i, en"

# Who agrees, and to what: a question of a form with a word of both asks for consent.
AGREEING = """
would you like, do you want, may we, möchten sie, wollen sie, dürfen wir, souhaitez vous, voulez vous, desea, quiere,
deseja, quer, gostaria, desidera, vuoi, wilt u, wil je, mogen wij, chcesz, czy, i agree, i consent, i accept, i would like,
i want, i wish, yes please, allowed, erlaubt, toegestaan, autorisé, permitido, einverstanden, stimme zu, willige ein, ich
möchte, zustimmung, einwilligung, j accepte, j autorise, je souhaite, je consens, acepto, autorizo, deseo, consiento,
aceito, concordo, desejo, acconsento, accetto, autorizzo, desidero, consenso, akkoord, toestemming, ik wil, zgoda, zgadzam,
wyrażam zgodę, chcę
"""
CONTACTING = """
email, emails, mail, mails, newsletter, news, contacted, contact, informed, receive, receiving, communication, communications,
marketing, kontaktiert, kontakt, kontaktaufnahme, werbung, informiert, angebote, informationen, courriels, contacté, recevoir,
communications, recibir, comunicaciones, contacten, receber, comunicações, contatado, ricevere, comunicazioni, contattato,
nieuwsbrief, ontvangen, contacteren, mailings, otrzymywanie, otrzymywać, newslettera, handlowych, marketingowych
"""

# What people agree to beside being written to: a column of it must not make a consent.
OTHER_CONSENTS = """
record, recording, recorded, track, tracking, cookie, cookies, mobile, whatsapp, photo, photos, foto, fotos, video, image,
bild, bilder, sms, phone, call, calls, telefon, telefonisch, téléphone, teléfono, terms, tos, medical, treatment, third,
sharing, parental, participation, aufnahme, aufzeichnung, nutzungsbedingungen
"""
