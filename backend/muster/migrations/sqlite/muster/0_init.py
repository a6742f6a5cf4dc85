"""The tables as they stood when Muster first shipped."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE "mail_pace" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "next_at" BIGINT NOT NULL,
    "paused_until" BIGINT,
    "failures" INT NOT NULL,
    "reason" VARCHAR(300)
) /* One row, held while letters are claimed: when the next one may go, and whether all wait because the server is away. */;
CREATE TABLE "organizations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "reply_to" VARCHAR(254),
    "privacy_url" VARCHAR(500),
    "created_at" BIGINT NOT NULL
);
CREATE TABLE "letters" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "rank" SMALLINT NOT NULL,
    "address" VARCHAR(254),
    "contact_id" INT,
    "user_id" INT,
    "params" JSON NOT NULL,
    "state" VARCHAR(7) NOT NULL,
    "due_at" BIGINT NOT NULL,
    "held" SMALLINT NOT NULL,
    "attempts" INT NOT NULL,
    "error" VARCHAR(300),
    "claimed_by" VARCHAR(60),
    "claimed_until" BIGINT,
    "created_at" BIGINT NOT NULL,
    "sent_at" BIGINT,
    "written_to" VARCHAR(254),
    "subject" TEXT,
    "text" TEXT,
    "html" TEXT,
    "organization_id" INT REFERENCES "organizations" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_letters_state_8fa8a3" ON "letters" ("state", "rank", "due_at");
CREATE INDEX "idx_letters_contact_d7fd25" ON "letters" ("contact_id");
CREATE INDEX "idx_letters_organiz_ba46cb" ON "letters" ("organization_id", "sent_at", "id");
CREATE INDEX "idx_letters_state_a2d693" ON "letters" ("state", "sent_at");
CREATE TABLE "letter_people" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "contact_id" INT NOT NULL,
    "letter_id" BIGINT NOT NULL REFERENCES "letters" ("id") ON DELETE CASCADE
) /* Somebody whose name stands in a letter, so that erasing them finds it. */;
CREATE INDEX "idx_letter_peop_contact_35bbec" ON "letter_people" ("contact_id");
CREATE INDEX "idx_letter_peop_letter__b871f0" ON "letter_people" ("letter_id");
CREATE TABLE "mail_days" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" INT NOT NULL,
    "sent" INT NOT NULL,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_mail_days_organiz_18737d" UNIQUE ("organization_id", "day")
) /* How many letters an organization has sent on a day (days since 1970 UTC). */;
CREATE TABLE "users" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "email" VARCHAR(254) UNIQUE,
    "password_hash" VARCHAR(200),
    "role" VARCHAR(6) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "removed_at" BIGINT,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_users_organiz_e575e6" ON "users" ("organization_id", "name");
CREATE TABLE "api_tokens" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" BIGINT NOT NULL,
    "last_used_at" BIGINT,
    "revoked_at" BIGINT,
    "created_by_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_api_tokens_organiz_cdfca2" ON "api_tokens" ("organization_id");
CREATE TABLE "invitations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "role" VARCHAR(6) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "invited_by_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_invitations_organiz_65d001" UNIQUE ("organization_id", "email")
);
CREATE TABLE "account_links" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" BIGINT NOT NULL,
    "invitation_id" INT REFERENCES "invitations" ("id") ON DELETE CASCADE,
    "user_id" INT REFERENCES "users" ("id") ON DELETE CASCADE
) /* The hash of a letter's link, which is 256 random bits: to an invitation, or to a new password. Gone once it was used. */;
CREATE INDEX "idx_account_lin_user_id_bb58d1" ON "account_links" ("user_id");
CREATE INDEX "idx_account_lin_invitat_f8f9ca" ON "account_links" ("invitation_id");
CREATE TABLE "sessions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_agent" VARCHAR(300),
    "ip_address" VARCHAR(45),
    "created_at" BIGINT NOT NULL,
    "last_seen_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_sessions_user_id_80072d" ON "sessions" ("user_id");
CREATE TABLE "idempotency_keys" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key_hash" VARCHAR(64) NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "answer" BLOB,
    "created_at" BIGINT NOT NULL,
    "answered_at" BIGINT,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_idempotency_user_id_291f40" UNIQUE ("user_id", "key_hash")
);
CREATE INDEX "idx_idempotency_created_944834" ON "idempotency_keys" ("created_at");
CREATE INDEX "idx_idempotency_organiz_3fc85a" ON "idempotency_keys" ("organization_id");
CREATE TABLE "consent_statements" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "text_hash" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_consent_sta_organiz_8d6932" UNIQUE ("organization_id", "text_hash")
) /* The words agreed to, as they stood that day: one row for all who agreed to the same. */;
CREATE TABLE "contacts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "identity" VARCHAR(260),
    "email" VARCHAR(254),
    "first_name" VARCHAR(100),
    "last_name" VARCHAR(100),
    "company" VARCHAR(200),
    "job_title" VARCHAR(200),
    "phone" VARCHAR(40),
    "mobile" VARCHAR(40),
    "website" VARCHAR(500),
    "address_line1" VARCHAR(200),
    "address_line2" VARCHAR(200),
    "city" VARCHAR(100),
    "region" VARCHAR(100),
    "postal_code" VARCHAR(20),
    "country" VARCHAR(2),
    "industry" VARCHAR(100),
    "notes" TEXT,
    "name_text" TEXT NOT NULL,
    "contact_text" TEXT NOT NULL,
    "first_name_key" VARCHAR(80) NOT NULL,
    "last_name_key" VARCHAR(80) NOT NULL,
    "company_key" VARCHAR(80) NOT NULL,
    "consent" VARCHAR(9) NOT NULL,
    "deactivated_at" BIGINT,
    "import_id" INT,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_contacts_organiz_821d87" UNIQUE ("organization_id", "identity")
);
CREATE INDEX "idx_contacts_organiz_def18d" ON "contacts" ("organization_id", "created_at", "id");
CREATE INDEX "idx_contacts_organiz_97d0e0" ON "contacts" ("organization_id", "updated_at", "id");
CREATE TABLE "consent_records" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "status" VARCHAR(9) NOT NULL,
    "source" VARCHAR(10) NOT NULL,
    "ip_address" VARCHAR(45),
    "actor_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "contact_id" INT NOT NULL REFERENCES "contacts" ("id") ON DELETE CASCADE,
    "statement_id" INT REFERENCES "consent_statements" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_consent_rec_contact_3420be" ON "consent_records" ("contact_id", "at");
CREATE TABLE "contact_changes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "import_id" INT NOT NULL,
    "before" TEXT NOT NULL,
    "was_updated_at" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "undone_at" BIGINT,
    "contact_id" INT NOT NULL REFERENCES "contacts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_contact_cha_import__dc0f0e" UNIQUE ("import_id", "contact_id")
) /* How a contact stood before an import changed it (`existing: UPDATE`), for the import's undo. */;
CREATE INDEX "idx_contact_cha_contact_0efc75" ON "contact_changes" ("contact_id");
CREATE TABLE "contact_lists" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "name_key" VARCHAR(200),
    "frozen_for" INT UNIQUE,
    "archived_at" BIGINT,
    "deleted_at" BIGINT,
    "created_at" BIGINT NOT NULL,
    "contact_count" INT NOT NULL,
    "confirmed_count" INT NOT NULL,
    "pending_count" INT NOT NULL,
    "declined_count" INT NOT NULL,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_contact_lis_organiz_47e571" UNIQUE ("organization_id", "name_key")
);
CREATE TABLE "list_members" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "added_at" BIGINT NOT NULL,
    "import_id" INT,
    "contact_id" INT NOT NULL REFERENCES "contacts" ("id") ON DELETE CASCADE,
    "list_id" INT NOT NULL REFERENCES "contact_lists" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_list_member_list_id_2aa71b" UNIQUE ("list_id", "contact_id")
);
CREATE INDEX "idx_list_member_list_id_585cc6" ON "list_members" ("list_id", "added_at", "contact_id");
CREATE INDEX "idx_list_member_contact_753c27" ON "list_members" ("contact_id");
CREATE TABLE "suppressions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "identity_hash" VARCHAR(64) NOT NULL,
    "address" VARCHAR(254),
    "reason" VARCHAR(11) NOT NULL,
    "at" BIGINT NOT NULL,
    "actor_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_suppression_organiz_e48e92" UNIQUE ("organization_id", "identity_hash")
);
CREATE INDEX "idx_suppression_organiz_80b6ca" ON "suppressions" ("organization_id", "at", "id");
CREATE TABLE "orders" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "service" VARCHAR(200) NOT NULL,
    "status" VARCHAR(19) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "estimated_completion" VARCHAR(10),
    "linked_at" BIGINT,
    "submitted_at" BIGINT,
    "approved_at" BIGINT,
    "change_number" BIGINT NOT NULL,
    "recipients" JSON NOT NULL,
    "search_text" TEXT NOT NULL,
    "contact_list_id" INT REFERENCES "contact_lists" ("id") ON DELETE SET NULL,
    "partner_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "placed_by_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "provider_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "roster_id" INT REFERENCES "contact_lists" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_orders_partner_05e023" UNIQUE ("partner_id", "number")
);
CREATE INDEX "idx_orders_partner_f18e0b" ON "orders" ("partner_id", "updated_at");
CREATE INDEX "idx_orders_provide_885387" ON "orders" ("provider_id", "updated_at");
CREATE INDEX "idx_orders_contact_6d7b59" ON "orders" ("contact_list_id");
CREATE INDEX "idx_orders_roster__123164" ON "orders" ("roster_id");
CREATE TABLE "order_activity" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "kind" VARCHAR(21) NOT NULL,
    "provider_kind" VARCHAR(21),
    "of_people" SMALLINT NOT NULL,
    "details" JSON NOT NULL,
    "actor_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_order_activ_order_i_1dd046" ON "order_activity" ("order_id", "id");
CREATE TABLE "order_changes" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "payload" TEXT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_order_chang_order_i_6034d0" UNIQUE ("order_id", "number")
);
CREATE INDEX "idx_order_chang_at_ead105" ON "order_changes" ("at");
CREATE TABLE "contact_imports" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "status" VARCHAR(9) NOT NULL,
    "error" TEXT,
    "file_name" VARCHAR(255) NOT NULL,
    "file_key" VARCHAR(64),
    "file_size" BIGINT NOT NULL,
    "file_sha256" VARCHAR(64) NOT NULL,
    "format" VARCHAR(4) NOT NULL,
    "sheets" JSON NOT NULL,
    "sheet" VARCHAR(255),
    "encoding" VARCHAR(40),
    "delimiter" VARCHAR(4),
    "has_header_row" INT NOT NULL,
    "columns" JSON NOT NULL,
    "preview" JSON NOT NULL,
    "consent" VARCHAR(9) NOT NULL,
    "existing" VARCHAR(11) NOT NULL,
    "invalid_values" VARCHAR(10) NOT NULL,
    "mapping" JSON NOT NULL,
    "ip_address" VARCHAR(45),
    "total_rows" INT,
    "spool_offset" BIGINT NOT NULL,
    "processed_rows" INT NOT NULL,
    "added_rows" INT NOT NULL,
    "joined_rows" INT NOT NULL,
    "updated_rows" INT NOT NULL,
    "asked_rows" INT NOT NULL,
    "failed_rows" INT NOT NULL,
    "declined_rows" INT NOT NULL,
    "told_added" INT NOT NULL,
    "told_joined" INT NOT NULL,
    "told_declined" INT NOT NULL,
    "task" TEXT,
    "queued_at" BIGINT,
    "lease_owner" VARCHAR(40),
    "lease_until" BIGINT,
    "attempts" INT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "started_at" BIGINT,
    "finished_at" BIGINT,
    "contact_list_id" INT NOT NULL REFERENCES "contact_lists" ("id") ON DELETE CASCADE,
    "created_by_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_contact_imp_organiz_86bf95" ON "contact_imports" ("organization_id", "id");
CREATE INDEX "idx_contact_imp_organiz_10f929" ON "contact_imports" ("organization_id", "file_sha256");
CREATE INDEX "idx_contact_imp_status_1edd77" ON "contact_imports" ("status", "lease_until");
CREATE TABLE "import_failed_rows" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "row_number" INT NOT NULL,
    "reason" VARCHAR(17) NOT NULL,
    "field" VARCHAR(14),
    "message" TEXT NOT NULL,
    "cells" TEXT NOT NULL,
    "contact_import_id" INT NOT NULL REFERENCES "contact_imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_import_fail_contact_4680d5" UNIQUE ("contact_import_id", "row_number")
);
CREATE INDEX "idx_import_fail_contact_78474e" ON "import_failed_rows" ("contact_import_id", "reason", "row_number");
CREATE TABLE "remembered_columns" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "header_key" VARCHAR(200) NOT NULL,
    "field" VARCHAR(14),
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_remembered__organiz_17e2ca" UNIQUE ("organization_id", "header_key")
) /* To what an organization last mapped a column with this header; no field: it chose not to import it. */;
CREATE TABLE "consent_requests" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "open_for" INT UNIQUE,
    "state" VARCHAR(8) NOT NULL,
    "origin" VARCHAR(500) NOT NULL,
    "asked_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "reminded_at" BIGINT,
    "resent_at" BIGINT,
    "resent" INT NOT NULL,
    "sent_to" VARCHAR(254),
    "returned_at" BIGINT,
    "answered_at" BIGINT,
    "contact_id" INT NOT NULL REFERENCES "contacts" ("id") ON DELETE CASCADE,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "statement_id" INT NOT NULL REFERENCES "consent_statements" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_consent_req_contact_110ac4" ON "consent_requests" ("contact_id", "id");
CREATE INDEX "idx_consent_req_state_09c0cd" ON "consent_requests" ("state", "asked_at");
CREATE INDEX "idx_consent_req_state_96067a" ON "consent_requests" ("state", "expires_at");
CREATE TABLE "consent_links" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" BIGINT NOT NULL,
    "request_id" BIGINT NOT NULL REFERENCES "consent_requests" ("id") ON DELETE CASCADE
) /* The hash of a letter's link, which is 256 random bits. Each letter has its own. */;
CREATE INDEX "idx_consent_lin_request_2f681b" ON "consent_links" ("request_id");
CREATE TABLE "bursts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "due_at" BIGINT NOT NULL,
    "count" INT NOT NULL,
    "seen" INT NOT NULL,
    "contact_ids" JSON NOT NULL,
    "actor_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_bursts_order_i_b47d1d" UNIQUE ("order_id", "kind")
) /* What happened on an order lately and will be told in one letter. */;
CREATE INDEX "idx_bursts_due_at_c54314" ON "bursts" ("due_at");
CREATE TABLE "letters_refused" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "address_hash" VARCHAR(64) NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_letters_ref_order_i_275434" UNIQUE ("order_id", "address_hash")
) /* An address that wants to hear no more of an order, whoever puts it back: its keyed hash. */;
CREATE TABLE "letters_switched_off" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_letters_swi_user_id_09c225" UNIQUE ("user_id", "kind")
) /* A kind of letter that a user does not want. */;
CREATE TABLE "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        """


MODELS_STATE = (
    "eJztXe9z2zaa/lcw+tJ0RpexFMt2cjs746Rpmz0n7sTOXXcyHS4kQhZriuQSlBV1t//7Aa"
    "RIAiRIATRJUVh8aWoSDyk9eAW8v/Gv0XqDIxS+vEER+Wf0Bvxr5ME1Iv9TuDMGIxgE+XV6"
    "IYJzNx7qxmNwPGiOoxAuInJ5CV2MyCUb4UXoBJHje+Sqt3FdetFfkIGO95Bf2njOPzfIiv"
    "wHFK3iD/P1N3LZ8Wz0DWH659cRjmCE6HtC6D3Sf22CgNGIDPw6WvheRF5tOXbytx8+QM/5"
    "A9I304tkOEZeRMfT5+5HZY9M7/1G3xo8WksHuTZHSfKM+LoV7YL42lvn4YMX/RiPpZ9nbi"
    "18d7P28vHBLlqRD5ACHC9+/QPyUEjeTN8QhRtKFOVhT2nKXcJJPiQhg8HYaAk3bsQQO7fy"
    "ayPL+nR7b929v7eskcJUECbpNJKPimMCHuhH+K/X0+mrV5fTs1cXV7Pzy8vZ1dnVmE4+uV"
    "e+dfln8mFytpJHxZx9+OnDp3v6gXwiK4kM0Qt/xhgYwQQVz3nO/iP58mX+361gKGY/HV/g"
    "n3yxIv8p23UTkF7IZyCX7z6mYA2/WS7yHqIV+XN6VsPu/15/fvfz9ecX07PveYo/7e9M41"
    "uU7Jzc9PfEk3u3hq5bKd4p5rCAnwLBiYy/ml5eZFJN/6iT47uP1zc3qeDmXELbDhHGKrLK"
    "QBqJ6341GAyZvLTOzmXEdXZeLa/0Hk8ys9iXeK6UWB7USG6HxnQittPJ+eX51auL80x2sy"
    "t1AlyW3Q1GoRqnDMIQWiY0gCFcC9aCv93dfhITmiMKfNrOIgL/Bq6DO1tgR39ZbrwF5QzM"
    "N44bOR5+SV/711FHdNdwSRmiT15j/E+XXQ9efLz+tbhUvLu5fRtT5uPoIYyfEj/gbWE6Mm"
    "1PdmXOABqqEXWSnHJ9WbkoXxaX5L0urqQi5xidtIheNOWc+NWeWRXlLcX0R/vZCWhuxI5d"
    "B5Fgua7kkYVow2Vrux8KQz9UWW4zgH5q8KszGauNjKpcceN7BTXYhc4a2dZ8p8Iyj9KP6g"
    "sZpi+qib6o5HnjRY6rtsWVoBqpyT1vdIsQUYaUtQweZzSNxhPA+E/l2WdARvSbMr8NHaJp"
    "EOp8lYWeR+m30HfiWsKb+e9oIRDye/StSsRziA4k13B6//7X+3qrfL3b37m5/fRTOrxoqv"
    "OMR4RYFbrT8YZrda5X0VqgwFRznY43XKtzLYhASpqVAqRGe+ez7Esanl0+CkOELGtlsn/0"
    "Q+Q8eP+DdjHnH8gng95C5Nzbx75vC487La7/TGUqvZp/xBBus/C2SNTI/9jIRVGiXVzfvb"
    "v+4f0oJn4OF49bGNoWNwP0jj/1C1eyseVb6+m6eAV68CEmiX4b+tm5BIRfUIjjr1+RoLC/"
    "Pz6cpmAFyA/ceNYPJiuM7vw1mvv2DmxXPkaAvhpQqbExcDwAQfLIMcA+iFYwAkQ8MJkT8g"
    "dag6UTj4tejgrz1eJjZZIminkRex7onybVYZCpDscKbg7UyG3NHZlLvpJwczCdiO1BzGt2"
    "azdLLXvmPp3nqJ3YNMhu0ZwADmlz/ggd9we4E+3L6a3aLXlNBlk23MnlDo5+9reAfJbdfo"
    "PEAHqAVV/ACmJA3U3Ap9soeTB4QZ8OyO65QGDy+vIMfLl/9315R271yYJNWZiNSB6QbMHM"
    "dm125EHuyDYUBFiqo9pQFFg56a2itT2Y/ogUqEyHGy4FXB7fv6Ajw4N1MAyNbE08DFRT+Q"
    "UuUJUWE987rMYE6bCDasyth0Dob8eAJuGA7cpxUa53hAjsI8ZvyC3kUaMfeOgb1TwQ0VF2"
    "4MEfE/WEAmP1AkDXBVvoRGCOFnCDUYzAKHwi9xzyxC3clRWeI32Gw/4KJQXoP0X7eeaOUa"
    "3X0ElVDugyIJ02jZ4jugH9nTTKKCkiNYoM9DwHS7Jwb2i6sPzKwkJMwl+R0BBBLFKNqlMU"
    "coQOEcaOUv5KKulxNKXrxcInq86N4z2KlCX2dq2+BJOBlktGSrp+7ok+sYJ4BfxlFiD5Dg"
    "P6hDFVXxYrqmdMZxcgJHqJvwZzJ8JEPHzqyXG8JyeK1c8x8MP4IlFntiCAGG/90H4JfqKK"
    "jU9dOUSH2UIM6Apb1pqO9ilk4jxpJU4c5Mlfph7oMVrVM7WqyH9EnkUFRWUl5FHt1Jscl2"
    "Y+KVcmVeuiOlPropSohb4FDtmJlfVXHmdU2MbqE7/IKKwjRZxGGqwpxRwSoTW+vFwIW/Dk"
    "feAedlo8y7rxSr9asROvKMMtsPsFS4V3T5RX5mc7JLfodeDcU41kJNL003v1an7gWLFS00"
    "drmKKT2ai8/ToS6b8Kym46XsOy6omU1T+psfon5UI/Y1L0YlKYCrMjmxQuxJEVu7dVp6CI"
    "1EgF7nkOQvRE1g31GeBxhv+m/KeLyXynmAFcxOm0DpmkmUEzbJJmjpU0I145+rO6T5Xg0m"
    "o5JOOb8ScJzG/e21RtgOcemw4scGFKM6KpUM9Lajam+DNN8WQOSrzWNN1JARoa4510CAh9"
    "V8nZkY7XkN8LGQu82gA39vehZaJn28PEVIcQU21g/JVwOs2BMf4GzbAx/oZg/OUrgDH+pG"
    "LZQzX+OCEXmH/FH0G1AcjKUfdBWGPmmYjrcYw8qYjrtCbiOi1HXM15Ixm/VxLsXlVye1U+"
    "u2HjRaFax9ocoiG/UxnprZbdknsCBe5OsVMki9GvEKMTL1AQOk9wsbM2oZK3rQDTj+yZ1G"
    "o8q1mNZ4JG18YxNIDmPcfRh+8QxhWqcHqrVgvGyaA+shCzGhyjC5uCG+2y42LpJr9RUQeX"
    "app5lH77XScHOziB1eAcOR6lH9XnMwmmz2eVRNNbRq84ul5RSvjEiCzEjRI+GaSZBBP1O9"
    "UJ6L/Yb6C8dxWH6rcSbWjknngpWsy6wPpLZ6Pa9KNf6BjVZ+O9v93YgSYmchxVuZMqtJ5T"
    "C4u2yICM6248yvtOMMqejBJQP9OvkxifSeQ0iZyaWhQhWvtPjYr4WJwp4mvKv8k0NJmGJ2"
    "DxDbw38wcbrQM/Qt5iR6ZuJKqF4keMa+uh8rHWI5I8dULJMPzKmtDkFYlCVqyH+spuc7/R"
    "dn2me8lR7cZsphR0QRajoz7YevQwRORr4kiZ6CLOkC1BNvTwVuTxfOt4MNyJic4xBYrnuy"
    "hpeHxail+dDkcP6xwzx30SKt9++HT9+e/i8z7T8YGPo4cwftDo7d/v318bs2dYanciww1m"
    "oAA0ho8xfIalvZhgoQkWDsp0PBgsrFoVjHWuiXX+jnx+5EWf0cIPeStVOGBcZ5svkqFWGI"
    "/tI2bLH5hLLXElo9scvtiuBlFtnSurckaJfp4KR1bfaKOUeJojNLTOX0sY568rbfPXRdMc"
    "+5twoRR2zBEasjuRy1OoSVMwudPHyZ0mm6evaIiwEI1M7NZMO14nkSSVB+m077V36jDZn9"
    "Ca6pdKzBZhRmQP2s57YWzBxnuXP+nEpFfWvON/uIeN6Hj17M8xMTDBlWWV3WMOc5r9xNuR"
    "WGrD3rGP1JPj4sI4QK9EPgvVjglupg77JrJvrXBoIU3LxAA+hAjZIKLHJmN6OPIO4Mj3yZ"
    "UVjIANd2/io5VDfwuW/v445ZWfw5LzlMl3EJ9J2MVLZFu+RvQ0YGGag8lh6LUGOpuHErc1"
    "JdAsSEPjsv3AOmWszPA9uVrNsDbk1pB5//7Xey6inpIoDqinwxnS39EYu4klmiTKwZCtT5"
    "gmSvQUkR6U2li16g8d1FcPeccmGpYT7QRpk4LRfOZMevyxYOAmsAsDjX7Sp36STWuJ2js/"
    "jPa5uwVmc4R+/tjphVRB00VNQdPF0Ar0hkVwFyV6SyfEkaVaZ8qj9KO6k2LTuL+HKtMcyB"
    "AtRfTCXwfQU+zHmUH0I7mTUtPf/blFNjO1elMOZIiWIjogJCmRnAH0I/hcht/zanrPS+yu"
    "/bmjJsM5wvB7mN8tmmMnUiKYgejHcCfNZPd5HpbreGiiQnUJqB/hnazJLG/TpoRPDeHShC"
    "+EhnaNPqetmd2JxhyiB6GDtK6IMUUYiqUoppV20CUM2mrKHA/Tj+yp3GpRs1gM4DiGYTMs"
    "Q7D8aQzkO22wIr8sRj+CO1kvPH9foywbmM0AOhDcd2CW/muphsI5kImHN6A9TRhUZb6IM+"
    "Q3ID934tPmMfJhrDJOC/oLR0TJLOlX1Sv6VbX7X43tEsyQLUH23p+vRnUBZIiWIjpOJVVT"
    "tjOIhhS3XFxnI7LPOU+NmrCUsRrVe/R9jPU6IKuG4hHWLEYj6turDjPdhY58TAOXQyY/AT"
    "zOTEDjCTAJwSYh+PgmpyYJwUTl9GLpqUoL3g8YSyQHW4t4rGRh1M/+FkCwh+6LlOZoSaQJ"
    "QA8kegBInmgDJwIv/oG+OTgiU/MGfPnlh+v79//4fhwXMdGSpWT8dxhsPNsvF0h1/TJhXj"
    "OnyzB1noJWsIWbpgHN4BrQHEeZHdri17Y2m/wGVdyYOUILQ7hvB+YWYqupBlvG6iTTfTcp"
    "NQ2terbbyF7tIXWzjYVp5JDomX3T1MZ0XhmYgSbTeeWottkNsUBG1ZZZfHssY5e5ZGRflZ"
    "tZ2M10gjCnIA4iutRNqlFlULqe42cFSoemSXSfw7wM/T+QZy1FLa8q1wge1IrOpsFawZge"
    "4WLlNDkXrgA02nBTbTjRNJpEp1mc4b+xNWKCqMMwB+Mk8gYWYYbrbw7OTmR1J49fOuGaSG"
    "kDcotIQ2+R3gB5NnmfMrklnKG2vCsuaI2fuuCWgYZckzVhsiYGRLYmWRPU5/YRreexA6zk"
    "mGPujuv8ctQfZ63jgZ245eLnS6QdMOOgbWd6LYuhjdRMdsJA9Oea43GY6VOw5xmUTku6yX"
    "M+zd3UBAy755VZ8yVJZRCG0cN6n7sPy7UTf02DfCfGsay6x8jW4WMaTHBbh+D23SYIaD+f"
    "5IuXdGj2dq0SjfOBfXclFh91IISYTsPHiX/zU1Xit6btRhGoYUS8/RMRGpy1p/VBe530HQ"
    "4RxKodp1KEhlI8mcikdUyqszomJSk2Obk9J0Gb0yONn/8UGDZ+/mP5+c3Zh6rUHj778DiG"
    "321oi8MmyY1xnbHn0yGdmHkBDCMiBWn28iaO3pRNO34YUwUVR0iC0H8ihkPVbTYPO4uqhD"
    "79lupBFWMaPjc1epNG6KQTdzOEhmp0+81ETe55t0nRZPd6chZKFDMQw7IkyxGMNkoejRyh"
    "IccTmSZdk+ouXZNSmy6ThHvsiljTyei4E4Bw5KxjKmkbRaKmKzaUr8Lr50+dyJVw1VRwlV"
    "qLOt5jA9nnYBr5n3qWfLyZr52oyeJTRJo5aOx8DajZ2iRtjAeaGWhcBRM3nLKqDNJaJagI"
    "1Sbjvec5CNHCCRzkRQJV/293t5+qAmssqsC97Swi8G/gdpi6M/rLcuMtKMNgvnHcyPHwS/"
    "q+v446mpwanilL9MnVfYqKLYnGyRktD2H8lPgBxT5FGNFiU+Um9wWYFnZY3y2iit7KEv0H"
    "0y+fmzE4zM2hvRIyzpcsWz/GgXQyutrj1YULopXMd4rMFmBGZAXU8gEOWWZ5lBFakf6RhY"
    "HkeeUwRlwPhuj3a2cLkeP/kOg8v9kcDsynP3TDsDTD/NIoQXG6S7XAsd75D8X9XLqwwDpK"
    "6caJsizQ9TmiyecAn77c3IwEu53hWI5jbp+vYPeIuTzX9KQcemhwVU5PNmB8MLfHguzYVn"
    "N8BGUa+cJrapqHW9NssrH7dYU+km+rEn5Mx2vhZStklMjUFkyrawumpdqCTOFTZbkE1C+6"
    "2z7b/tIKkB+4giSpuzV03eokeBaoTUzl1fTyIls66B91i8Xdx+ubG1F3pgg6rlKUhIEMI0"
    "RCX6tNiMQUz3RQPKPs42QhOuke3ZXLtOUnsqWcGEOjV75ARsU7ZCpjTr4ypvokNvb2+LAl"
    "rXIKm5IhzVvOlaUytOrFmNSDNKmbZBodI8VIk4kwvoyjER7AnetDwWJTnTvEQLTwaPSdN2"
    "SUZ6M8D0TRO6w8H0fR20etPsTNH0WqHj+gVtnLOnzFYztQ9wRxE0FHrKSYWdh1wkUWXsHp"
    "7CIZk5fHuQhiZG28yHFN8XO/xc+mqpHzPMsUNVbXNJZKGlEYiszwap0jA+jg1O9b4YhXGN"
    "Vicw6koURPZzOZYMpsVtN5bFY6houSpnjaGYvRQbq7bqGX7JfOHwJprrMUOZhOOnTPBiOr"
    "rqhKeQ7TcEHpQNL9cC1yiNSwnCE0JFiG32p6S+ziFUJqxWw5YhhRWr0K2Si5Svp2CtBv0+"
    "xEN0Hewqcna6lwzGL0o/lcplnCeXWzhPNSswQbuc7aEWbuVpPMgTRkud1lewWxtUKQ+q1C"
    "fyvQAX3fRdATU10GF/ieE/QJbpR1Wt3t7Q23WL/9UDQZv3x8+/7ziyRtjAxyogrVL+FRac"
    "tkIGbPbH3PDEL05CDBj6B6QhiImZDWJ4S+HomOZKxe/RmIhjp7237Db0RaVHUYBqMhw+13"
    "d3e8J+g6tkX+u0FKLvAyUkfCW2+xtYZBIBTq6mWcgZhlvPVl3AmsBgd18CgNFXkZo/S82i"
    "Y9L5mkkR9Bl2riAp4rHbk8yGRnC5rGBcSKsfzlEos8KrVN4wpIbQo7+s6qCv0FWQeQrSrc"
    "ZaA2U9CaeCensSoSy4MMqUVSf/fjg+EVWS2gDK1VrYMVeS3CDLGlRQA/NlgEOJAhtRTbhY"
    "6rzmoBZWgtV4Qu3CarawlnqC1SG/lkULy3K1kQLMiQKiQ12dpVWc1RhlYhrelvWpVYFmeo"
    "LVFLdvYyo9XppOl4HZw0fWeTki+9adAMnYNp5LXp2bOQlAT4W2GbxmrfZAGmg9x3ncvBFl"
    "8oSXoBaGS9eTFohNaBKEevph40h5htspTAYU6SOq5E4wiGjQ5z4XBmRWmevO45eNVgAgpA"
    "MwNNZ+D4hyYMdCVqfZFXbe9fwhl2zbHxQyjlN8fG93Rs/FHbe58q04f6e4uZztbaFniW7E"
    "V2sgQX96UhNapIGlD8GEfAPvvbkaBVRXHIuK5ZRdKkwiqE1NpuT8a3xNjTSl5mVfYqEyMQ"
    "xMkqWsSalmaDa2nGTJG8zsKDjLoiPBcx/RHI+mJzhI7Z0XXsZdnRl9XZ0Zflev89ibL8Zg"
    "D9vNwTmWK6SXU13aRUTrdGGMMHQS+F6uAZA9FCgPsOoC2QK2oPXk14BjB0P+OYTk51UfQ5"
    "cVizDR622nni2jMm84ZvJ8a3qjnJSdyQLJ7PaI2oQojsd+nPpGTylMaM62yeMBttMeXCB2"
    "2e0b0PtisYAegB1t0BXIgjQAukkA0gSB4Jtk60AtHKwSCp//5v4Pkg/spvgBOBxcrHiFyK"
    "QOSDhHty+eWoMLd9vbOiqXTJp7OvZafdo4o2m2kX2L7WX21dMROhoKnyKC1290IjkzOZtA"
    "wyqrqRyVkpMcMYBF0aBCbAYQIcJ6AnSQc4jqMlvUu6Otw43qNIQWJv1+pG++4QlktGyqpF"
    "KwRWEK+AvySqCOGDPPM7DOgTxkR5cRYrQDSS6ewChNCz/TWYOxF+Cd5DciMZTeFEE8HA33"
    "oCFaj958s0VQ4RGZKEWIyLeZgu5sh/RJ5FZUNld+ZR7ShBx52MjttCmiy+I+cwMUuR0gTw"
    "ODMBShNQo0HteW3Hy0S328/5A09sPmTVJ14UB6g5pVNQrTwxk3RYf9p/3z5Of8g8eNzBD/"
    "R0gORUsrgGmZ79xV1G3wInRNgyh4INVr3xA6KnLEXnFlSbxAyklZzhIUxDe31qUuGXVRUz"
    "gIausisJNfGqUku8KrtxnAdHKS0hR2jI7kzKETmrcUTOyo7IbClXWpRZlNEBGyvhzIapRD"
    "+PMxPwDCtoTb+v+g+gADS1NM1nINZt1flnYIb957GvoAzmAFOZWlIFqURGvpIymEP0i+tN"
    "ZzJuQzKq5gSIkuMwRNEm9Bqt2BzQrBlN1wzo4W2c6KKsNPJAMwNNZ4D3zqimAWrnuDV1kS"
    "fDcOz8WNNNT4neIsxwa1Iyhldz2k7sJn2SpgTz29BhbrOffnuRsTv2kZrSXFwxhxQde7sJ"
    "xUGx5Ma4LhY2p0Mkk4j+jyY5r2g+M1H7ge8lCc82CoFLyHF35G8bbB3XBXMEaINC4JABHt"
    "pn+JSzhtp4YEVWdH6E/SORLEHxqk1AJq422LhaPGsl/qsN/3S8hmGKqVy6dE22dOlEwkT2"
    "lcQ7x+ikLPZuaG6UvIPZeJ04b9E/iASaeLXRsx9uuKx1gSge5cjBzLFT9MmtHjtF2PVDNe"
    "uehWjkFGzRLZVrh9L+qBxi1g8ZZ4kt6inSwEtia93HiJWrw7Z7/MNugVXJ5lADWwZkOWWX"
    "vyGZ6Z/RcoOhOxLWRie3xnWmemL0Yiukg5EtZ7NfE6M6OX8QRNTa3kLCJq0tXiEY0tLjNR"
    "GeuGpnb3rTch0fPREbPNhEtCIH0G//Ji7NeUQ7YqfTqoyyLd/liw7a+Ps3JwUjpuj5mEXP"
    "3FSU6K024Is4DQ359qt+jCZjNJmB7LqHNZnj7Lp3WydarJB9u1yKdl72ttTui/cAeiCq5B"
    "YMqHOSbn37Std4f4SAbOIhsH2E43YfdL8U7KpqWOFGScfW+cLN/tjn/mgc2x06thlRlxRb"
    "BmF2w8O74Qa3shlq3p2YEaohbYXXKHQWK9EuuL9TuwHCfEyXtZJmN+pzNyLmNxbmM1VvSA"
    "xExz1pNpPKsZ7V5FjPSjVh5EelwPB+uIbsTqQq7iY1FXeTcsUdjUEJ85nqw1bisoseQlbd"
    "b1CdBqdK2kGfm9mf/w/UPv7R"
)
