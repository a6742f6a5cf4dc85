"""What people and programs call the fields of a contact: the data behind `header_names`.

English, German, French, Spanish, Portuguese, Italian, Dutch and Polish, and the exports of common programs. Spelling is
compared without accents, case, spaces and signs, so "E-Mail", "e mail" and "email" are one entry. Where two fields claim
a name, the surer list wins, then the earlier field.
"""

# What the field is called.
NAMES: dict[str, str] = {
    "EMAIL": """
        email, e-mail, email address, e-mail address, mail, mail address, email id, emailid, email addresses, contact email,
        attendee email, registrant email, subscriber email, recipient email, customer email, person email, member email,
        participant email, delegate email, client email, your email, your email address, primary email, e-mail 1 value, email 1
        value, email 1, e-mail 1, email1, emailaddress1, e mail address 1, email address 1, default email, main email, email
        principal, email principale, correo principal, correo electrónico principal, adresse email principale, indirizzo email
        principale, business email, work email, email work, office email, professional email, corporate email, company email
        address, email business, preferred email, smtp address, primary smtp address, internet e-mail, internet email address,
        email_c, lead email, e mailaddress, e-mail-adresse, emailadresse, mailadresse, e-mail adresse, mail-adresse, e-mail
        geschäftlich, e-mail dienstlich, geschäftliche e-mail, e-mail-adresse geschäftlich, elektronische post, e-post, e-mail
        (geschäftlich), courriel, adresse courriel, adresse e-mail, adresse email, adresse mail, adresse électronique, adresse
        de messagerie, mél, e-mail professionnel, email professionnel, email pro, courrier électronique, messagerie, correo,
        correo electrónico, dirección de correo, dirección de correo electrónico, email de trabajo, correo electronico de
        trabajo, dirección de email, mail de contacto, correo de contacto, correio eletrônico, correio electrónico, endereço de
        e-mail, endereço de email, endereço de correio eletrónico, e-mail comercial, email profissional, posta elettronica,
        indirizzo e-mail, indirizzo email, indirizzo di posta elettronica, indirizzo mail, email aziendale, e-mailadres,
        mailadres, e-mail adres, emailadres, zakelijk e-mailadres, e-mail zakelijk, adres e-mail, adres email, adres mailowy,
        adres poczty elektronicznej, poczta elektroniczna, poczta, e-mail służbowy, adres e mail
    """,
    "FIRST_NAME": """
        first name, firstname, first, given name, givenname, given names, forename, forenames, fname, christian name, name
        first, contact first name, attendee first name, first name (given), personal name, your first name, first_name_c,
        vorname, vornamen, rufname, prénom, prénoms, prenom usuel, primer nombre, nombre de pila, nombres, primeiro nome, nome
        próprio, prenome, nome di battesimo, voornaam, voornamen, roepnaam, imię, imiona, imie pierwsze
    """,
    "LAST_NAME": """
        last name, lastname, last, surname, sur name, family name, familyname, lname, name last, contact last name, attendee
        last name, last name (family), your last name, nachname, familienname, zuname, nom de famille, nom de naissance, nom
        usage, apellido, apellidos, primer apellido, sobrenome, último nome, apelido, apelidos, nome de família, cognome,
        achternaam, familienaam, nazwisko, nazwiska
    """,
    "FULL_NAME": """
        full name, fullname, contact name, contact, person name, person, attendee, attendee name, registrant name, participant
        name, customer name, client name, name (original name), user name (original name), contact person, your name, contact
        full name, guest name, delegate name, subscriber name, member name, fn, formatted name, persona di
        riferimento, name and surname, first and last name, first last, name full, recipient name, buyer
        name, customer full name, user full name, name vorname, vollständiger name, vor- und nachname, vorname nachname, vorname
        und nachname, ansprechpartner, ansprechpartnerin, kontakt, kontaktname, kontaktperson, nom complet, nom et prénom, nom
        prénom, prénom nom, prénom et nom, nom du contact, personne de contact, contact principal, nombre completo, nombre y
        apellido, nombre y apellidos, apellidos y nombre, nombre del contacto, nombre de contacto, persona de contacto,
        contacto, nome completo, nome do contato, nome do contacto, pessoa de contato, contato, nome e cognome, cognome e nome,
        nominativo, nome contatto, persona di contatto, volledige naam, contactpersoon, naam contactpersoon, voor- en
        achternaam, voornaam achternaam, imię i nazwisko, nazwisko i imię, pełne imię i nazwisko, osoba kontaktowa, imie
        nazwisko
    """,
    "COMPANY": """
        company, company name, cardname, nom du compte, nombre de la cuenta, nombre de cuenta, nome account, nome da conta,
        nazwa konta, accountnaam, accountname, entidad, nombre de la entidad, nazwa pracodawcy, organization, organisation,
        organization name, organisation name, org, org name, account name, business, business name, employer, firm, company /
        account, company organization, organization 1 name, company or organization, company/organization, current company,
        company (account), institution, workplace, affiliation, employer name, companyname, work company, firma, firmenname,
        unternehmen, unternehmensname, gesellschaft, arbeitgeber, betrieb, name der firma, firma name, société, entreprise,
        raison sociale, nom de l'entreprise, nom de la société, organisme, employeur, nom société, nom entreprise, empresa,
        compañía, nombre de la empresa, nombre de empresa, organización, razón social, institución, nome da empresa,
        organização, companhia, razão social, nome empresa, instituição, azienda, società, ditta, ragione sociale, nome azienda,
        impresa, ente, organizzazione, nome società, bedrijf, bedrijfsnaam, organisatie, naam organisatie, werkgever, naam
        bedrijf, onderneming, nazwa firmy, przedsiębiorstwo, organizacja, spółka, pracodawca, instytucja, nazwa organizacji,
        nazwa przedsiębiorstwa
    """,
    "JOB_TITLE": """
        job title, jobtitle, position, job position, role, job role, job, organization 1 title, organization title, job
        function, function, designation, current position, position title, title/position, company position, work title,
        business title, contact title, current title, professional title, position im unternehmen, berufsbezeichnung, funktion,
        stellenbezeichnung, stelle, beruf, jobtitel, rolle, tätigkeit, fonction, poste, intitulé du poste, intitulé de poste,
        titre du poste, profession, métier, emploi, titre professionnel, cargo, puesto, puesto de trabajo, título del puesto,
        profesión, función, rol, ocupación, função, profissão, cargo na empresa, título do cargo, ocupação, ruolo, posizione,
        qualifica, mansione, funzione, professione, incarico, posizione lavorativa, titolo professionale, functie, functietitel,
        beroep, functienaam, functieomschrijving, stanowisko, funkcja, zawód, rola, stanowisko pracy, tytuł zawodowy
    """,
    "PHONE": """
        phone, telephone, phone number, telephone number, tel, tel no, phone no, phone nr, tel nr, contact number, contact no,
        contact phone, business phone, work phone, office phone, primary phone, phone 1 value, phone 1, phone1, main phone,
        telephone1, telephone 1, telephone number 1, phone work, phone (work), phone business, direct phone, direct line, direct
        dial, daytime phone, day phone, landline, work telephone, office telephone, business telephone, work number, office
        number, phone number work, work direct phone, direct phone number, work phone number, phone_c, contact phone number,
        default phone, contact telephone, customer phone, tel number, phone office, business phone number, company phone,
        corporate phone, company phone number, phone country code and number, whatsapp or phone, telefon, telefonnummer,
        rufnummer, telefon geschäftlich, telefon dienstlich, telefon (geschäftlich), festnetz, festnetznummer, tel.
        geschäftlich, telefon büro, telefon 1, durchwahl, tel. g, telefon firma, geschäftlich telefon, téléphone, numéro de
        téléphone, n° de téléphone, no de téléphone, tél, téléphone fixe, téléphone professionnel, téléphone bureau, tél.
        professionnel, fixe, tél pro, téléphone (bureau), teléfono, número de teléfono, teléfono fijo, teléfono del trabajo,
        teléfono de contacto, teléfono de trabajo, teléfono empresa, tfno, tlf, teléfono 1, telefone, número de telefone,
        telefone comercial, telefone fixo, fone, telefone de contato, telefone do trabalho, telefono, numero di telefono,
        telefono ufficio, ufficio, telefono fisso, telefono aziendale, recapito telefonico, telefoon, telefoonnummer, telefoon
        werk, vaste telefoon, telefoonnr, telefoon zakelijk, tel. werk, numer telefonu, nr telefonu, telefon służbowy, telefon
        kontaktowy, nr tel, tel. kontaktowy, telefon stacjonarny
    """,
    "MOBILE": """
        mobile, mobile phone, mobile number, mobile phone number, mobile no, mobilephone, cell, cell phone, cellphone, cellular,
        cell number, cell phone number, mob, phone mobile, phone (mobile), cellular phone, handphone, mobile telephone, mobile
        tel, phone cell, sms, sms number, sms phone number, primary mobile, work mobile, business mobile, personal mobile,
        wireless, phone number mobile, mobile work, handy, handynummer, mobil, mobiltelefon, mobilnummer, mobilfunk,
        mobilfunknummer, telefon mobil, mobil geschäftlich, telefon (mobil), mobilrufnummer, mobil-telefon, portable, téléphone
        portable, téléphone mobile, numéro de portable, numéro de mobile, tél mobile, tél. portable, gsm, natel, móvil, teléfono
        móvil, celular, teléfono celular, número de móvil, número de celular, telemóvel, telefone celular, telefone móvel,
        número de telemóvel, cellulare, telefono cellulare, numero di cellulare, cell., telefono mobile, mobiel, mobiele
        telefoon, mobiel nummer, mobiele nummer, gsm-nummer, telefoon mobiel, 06-nummer, mobiel telefoonnummer, telefon
        komórkowy, komórka, numer komórkowy, tel. komórkowy, tel. kom., nr komórki, numer telefonu komórkowego
    """,
    "WEBSITE": """
        website, web site, wwwhomepage, url witryny, adres url witryny, web page, web page 1, website 1, webpage, url, homepage,
        home page, website url, company website, company url, web, www, web address, internet address, internet, website 1
        value, website address, business website, organization website, account website, company web site, company homepage,
        site url, website_c, webseite, internetseite, internetadresse, webadresse, internetauftritt, webpräsenz, firmenwebseite,
        site web, site internet, site, adresse web, page web, página web, sitio web, sitio, web de la empresa, dirección web,
        site da empresa, página da web, endereço web, página na internet, sito web, sito, sito internet, pagina web, indirizzo
        web, sito aziendale, webpagina, webadres, internetadres, strona internetowa, strona www, adres www, adres strony,
        witryna, strona
    """,
    "ADDRESS_LINE_1": """
        address line 1, address 1, address1, address one, street address, street, street 1, street1, address line1, street line
        1, address_1, address 1 street, mailing address line 1, street address 1, address street, addr1, adr, address street 1,
        street name, line1, address1 line1, address 1: street 1, street address line 1, address line one, street and number,
        street number and name, address lines, address (street), straße, strasse, straße und hausnummer, straße hausnummer,
        straße und nr, straße nr, strasse nr, adresszeile 1, anschrift, straße/hausnr., adresse 1, strasse/nr., rue, adresse
        ligne 1, adresse partie 1, adresse postale, numéro et rue, voie, n° et rue, calle, calle y número, dirección 1,
        domicilio, dirección postal, línea de dirección 1, rua, logradouro, morada, endereço 1, linha de endereço 1, rua e
        número, via, indirizzo 1, via e numero civico, straat, straatnaam, straat en huisnummer, adresregel 1, straat +
        huisnummer, ulica, ulica i numer, adres linia 1, ulica i nr, ulica nr domu
    """,
    "ADDRESS_LINE_2": """
        address line 2, address 2, address2, address two, straße 2, rue 2, calle 2, street 2, street2, address line2, addr2,
        street address 2, apartment, apt, suite, unit, address 1 extended address, extended address, street line 2, address
        street 2, apt suite, address line two, line2, street address line 2, address 1: street 2, address1 line2, apartment
        suite etc, building, floor, flat, adresszusatz, adresszeile 2, anschrift 2, adresse 2, adresszusatz 1, complément
        d'adresse, adresse ligne 2, adresse partie 2, complément adresse, adresse complémentaire, dirección 2, línea de
        dirección 2, piso, complemento de dirección, complemento, endereço 2, linha de endereço 2, indirizzo 2, complemento
        indirizzo, adresregel 2, toevoeging, adres linia 2, numer mieszkania, nr lokalu
    """,
    "CITY": """
        city, town, city/town, town/city, locality, address city, address 1 city, city name, address1 city, suburb,
        municipality, city town, address city town, ort, stadt, wohnort, ortschaft, gemeinde, ville, commune, localité, ciudad,
        población, localidad, municipio, ciudad/localidad, poblacion, cidade, localidade, município, cidade/localidade, città,
        comune, località, paese città, stad, plaats, woonplaats, plaatsnaam, vestigingsplaats, gemeente, miasto, miejscowość
    """,
    "REGION": """
        state, st, province, provincia o estado, region, state/province, state/region, state province, county, state or
        province, province/state, prov, address state, address 1 region, address region, state code, province code, address1
        stateorprovince, state/province/region, state province region, territory, administrative area, state / county,
        province/region, bundesland, kanton, bundesland/kanton, région, département, dép/région, état, état/province, provincia,
        estado, comunidad autónoma, región, departamento provincia, estado/provincia, provincia/estado, uf, distrito, região,
        regione, prov., provincie, regio, provincie/staat, województwo, powiat, stan, województwo/stan
    """,
    "POSTAL_CODE": """
        postal code, postalcode, postcode, post code, zip, zip code, zipcode, zip/postal code, zip / postal, postal, postal/zip
        code, zip postal code, address zip, address postal code, address 1 postal code, address zip code, zip/postcode, pin
        code, pincode, postal zip code, eircode, zip or postal code, address1 postalcode, plz, postleitzahl, code postal, cp,
        npa, código postal, c.p., cod postal, codigo zip, cep, código de endereçamento postal, código-postal, cap, codice
        postale, codice di avviamento postale, kod pocztowy
    """,
    "COUNTRY": """
        country, country/region, country name, país o región, pays ou région, land oder region, paese o regione, nation, country
        code, country/territory, address country, address 1 country, country iso code, country_c, address1 country, country or
        region, iso country, country of residence, country iso, land, staat, ländercode, landesname, länderkennzeichen,
        land/region, pays, pays/région, code pays, país, pais, país/región, país/região, código de país, código do país, paese,
        nazione, stato paese, paese/area geografica, landnaam, landcode, land/regio, kraj, państwo, kraj/region, kod kraju
    """,
    "INDUSTRY": """
        industry, industry sector, sector, industry name, vertical, branch, business sector, industry type, company industry,
        market segment, line of business, industry vertical, market sector, industries, branche, industrie, wirtschaftszweig,
        sektor, branchenbezeichnung, secteur, secteur d'activité, activité, domaine d'activité, industria, sector de actividad,
        giro, rubro, ramo, sector industrial, setor, indústria, ramo de atividade, setor de atividade, segmento, settore,
        settore di attività, comparto, settore attività, bedrijfstak, sector/branche, branża, przemysł, sektor działalności
    """,
    "NOTES": """
        notes, note, comments, comment, remarks, remark, memo, additional notes, internal notes, other notes, contact notes,
        additional information, additional info, questions & comments, questions and comments, lead notes, notes 1, anything
        else, message, other information, special requirements, notizen, notiz, bemerkung, bemerkungen, anmerkung, anmerkungen,
        kommentar, kommentare, hinweis, hinweise, remarques, remarque, commentaire, commentaires, observation, observations,
        notas, nota, observaciones, comentarios, comentario, observación, observações, observação, comentários, anotações,
        osservazioni, commenti, commento, annotazioni, appunti, opmerking, opmerkingen, notities, notitie, aantekeningen, uwagi,
        notatki, komentarz, komentarze, uwaga, notatka
    """,
    "CONSENT": """
        consent, opt in, optin, opted in, opt-in status, consent given, consent status, marketing consent, gdpr consent, email
        consent, email opt in, email opt-in, email optin, marketing opt in, marketing opt-in, accepts marketing, accepts email
        marketing, email marketing consent, permission, marketing permission, marketing permissions, subscription status,
        subscribed, email subscription status, email marketing status, email subscriber status, email permission status, consent
        to contact, consent to communicate, opted in to email, email opted in, i agree to receive emails, agree to be contacted,
        newsletter opt in, newsletter consent, opt in authorization, communication consent, consent to marketing, subscriber
        status, newsletter subscription, agreed to marketing, ok to contact, has consent, data processing consent, privacy
        consent, einwilligung, einwilligung marketing, zustimmung, einverständnis, werbeeinwilligung, dsgvo, dsgvo einwilligung,
        akzeptiert e-mail-marketing, datenschutz einwilligung, newsletter einwilligung, newsletter-anmeldung, einwilligung
        e-mail, einwilligung werbung, consentement, consentement rgpd, accord, rgpd, accord marketing, consentement marketing,
        abonné newsletter, consentimiento, autorización, consentimiento rgpd, acepta publicidad, consentimiento marketing,
        consentimento, autorização, consentimento lgpd, aceita marketing, consenso, consenso marketing, autorizzazione, consenso
        privacy, consenso newsletter, toestemming, toestemming mailing, akkoord, toestemming e-mail, zgoda, zgoda marketingowa,
        zgoda na kontakt, zgoda rodo, zgody, zgoda na newsletter
    """,
}

# What it is called, too, but what may mean something else beside it.
WEAKER_NAMES: dict[str, str] = {
    "LAST_NAME": """
        sn
    """,
    "FULL_NAME": """
        display name, displayname, anzeigename, nom affiché, weergavenaam, preferred name, lead name, referente, osoba do
        kontaktu
    """,
    "EMAIL": """
        email 1 address, e-mail 2 address, personal email, private email, home email, email (personal), other email, email home,
        e-mail privat, private e-mail, e-mail 2 value, email 2, e-mail 2, email2, secondary email, alternate email, alternative
        email
    """,
    "COMPANY": """
        account, school, university, agency, denominazione, nazwa, associated company, associated company name, primary company,
        registered company, company name for emails
    """,
    "JOB_TITLE": """
        title, titel, titre, título, titolo, headline, occupation, profession
    """,
    "PHONE": """
        direct, company main phone, switchboard, home phone, phone home, home telephone, telefon privat, telefon (privat),
        téléphone domicile, other phone, phone 2, phone2, business phone 2, phone 2 value, privat telefon
    """,
    "MOBILE": """
        whatsapp, whatsapp number
    """,
    "WEBSITE": """
        personal web page, company domain, domain, company domain name, domain name
    """,
    "ADDRESS_LINE_2": """
        po box, postfach, zusatz
    """,
    "CONSENT": """
        newsletter, newsletters, newsletter ja nein, newsletter yes no, nieuwsbrief, boletín, boletín de noticias, infolettre,
        biuletyn, iscritto, iscritto alla newsletter, inscrit, inscrit à la newsletter, inscription newsletter, suscrito,
        suscrito al boletín, suscripción boletín, inscrito, inscrito na newsletter, newsletter abonniert, newsletterempfänger,
        newsletter gewünscht, ingeschreven, ingeschreven voor nieuwsbrief, zapisany do newslettera, mailing
    """,
    "ADDRESS_LINE_1": """
        address, adresse, dirección, direccion, endereço, indirizzo, adres, postal address, full address, location address
    """,
    "NOTES": """
        description, beschreibung, descripción, descrição, descrizione, omschrijving, opis, background info, bio, background
    """,
}

# A bare word that means the first, the last or the whole name, by what stands beside it.
ANY_NAME = "name, nom, naam, nome, nombre, nombre(s), names"
