"""The tables as they stood when Muster first shipped."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE "mail_pace" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "next_at" BIGINT NOT NULL,
    "paused_until" BIGINT,
    "failures" INT NOT NULL,
    "reason" VARCHAR(300)
);
COMMENT ON TABLE "mail_pace" IS 'One row, held while letters are claimed: when the next one may go, and whether all wait because the server is away.';
CREATE TABLE "organizations" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "reply_to" VARCHAR(254),
    "privacy_url" VARCHAR(500),
    "created_at" BIGINT NOT NULL
);
CREATE TABLE "letters" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "rank" SMALLINT NOT NULL,
    "address" VARCHAR(254),
    "contact_id" INT,
    "user_id" INT,
    "params" JSONB NOT NULL,
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
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "contact_id" INT NOT NULL,
    "letter_id" BIGINT NOT NULL REFERENCES "letters" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_letter_peop_contact_35bbec" ON "letter_people" ("contact_id");
CREATE INDEX "idx_letter_peop_letter__b871f0" ON "letter_people" ("letter_id");
COMMENT ON TABLE "letter_people" IS 'Somebody whose name stands in a letter, so that erasing them finds it.';
CREATE TABLE "mail_days" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "day" INT NOT NULL,
    "sent" INT NOT NULL,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_mail_days_organiz_18737d" UNIQUE ("organization_id", "day")
);
COMMENT ON TABLE "mail_days" IS 'How many letters an organization has sent on a day (days since 1970 UTC).';
CREATE TABLE "users" (
    "id" SERIAL NOT NULL PRIMARY KEY,
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
    "id" SERIAL NOT NULL PRIMARY KEY,
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
    "id" SERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "role" VARCHAR(6) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "invited_by_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_invitations_organiz_65d001" UNIQUE ("organization_id", "email")
);
CREATE TABLE "account_links" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "expires_at" BIGINT NOT NULL,
    "invitation_id" INT REFERENCES "invitations" ("id") ON DELETE CASCADE,
    "user_id" INT REFERENCES "users" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_account_lin_user_id_bb58d1" ON "account_links" ("user_id");
CREATE INDEX "idx_account_lin_invitat_f8f9ca" ON "account_links" ("invitation_id");
COMMENT ON TABLE "account_links" IS 'The hash of a letter''s link, which is 256 random bits: to an invitation, or to a new password. Gone once it was used.';
CREATE TABLE "sessions" (
    "id" SERIAL NOT NULL PRIMARY KEY,
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
    "id" SERIAL NOT NULL PRIMARY KEY,
    "key_hash" VARCHAR(64) NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "answer" BYTEA,
    "created_at" BIGINT NOT NULL,
    "answered_at" BIGINT,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_idempotency_user_id_291f40" UNIQUE ("user_id", "key_hash")
);
CREATE INDEX "idx_idempotency_created_944834" ON "idempotency_keys" ("created_at");
CREATE INDEX "idx_idempotency_organiz_3fc85a" ON "idempotency_keys" ("organization_id");
CREATE TABLE "consent_statements" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "text_hash" VARCHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_consent_sta_organiz_8d6932" UNIQUE ("organization_id", "text_hash")
);
COMMENT ON TABLE "consent_statements" IS 'The words agreed to, as they stood that day: one row for all who agreed to the same.';
CREATE TABLE "contacts" (
    "id" SERIAL NOT NULL PRIMARY KEY,
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
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
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
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "import_id" INT NOT NULL,
    "before" TEXT NOT NULL,
    "was_updated_at" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "undone_at" BIGINT,
    "contact_id" INT NOT NULL REFERENCES "contacts" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_contact_cha_import__dc0f0e" UNIQUE ("import_id", "contact_id")
);
CREATE INDEX "idx_contact_cha_contact_0efc75" ON "contact_changes" ("contact_id");
COMMENT ON TABLE "contact_changes" IS 'How a contact stood before an import changed it (`existing: UPDATE`), for the import''s undo.';
CREATE TABLE "contact_lists" (
    "id" SERIAL NOT NULL PRIMARY KEY,
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
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "added_at" BIGINT NOT NULL,
    "import_id" INT,
    "contact_id" INT NOT NULL REFERENCES "contacts" ("id") ON DELETE CASCADE,
    "list_id" INT NOT NULL REFERENCES "contact_lists" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_list_member_list_id_2aa71b" UNIQUE ("list_id", "contact_id")
);
CREATE INDEX "idx_list_member_list_id_585cc6" ON "list_members" ("list_id", "added_at", "contact_id");
CREATE INDEX "idx_list_member_contact_753c27" ON "list_members" ("contact_id");
CREATE TABLE "suppressions" (
    "id" SERIAL NOT NULL PRIMARY KEY,
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
    "id" SERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(20) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "service" VARCHAR(200) NOT NULL,
    "status" VARCHAR(19) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "provider_updated_at" BIGINT NOT NULL,
    "estimated_completion" VARCHAR(10),
    "linked_at" BIGINT,
    "submitted_at" BIGINT,
    "approved_at" BIGINT,
    "change_number" BIGINT NOT NULL,
    "recipients" JSONB NOT NULL,
    "search_text" TEXT NOT NULL,
    "number_key" VARCHAR(30) NOT NULL,
    "name_key" VARCHAR(80) NOT NULL,
    "contact_list_id" INT REFERENCES "contact_lists" ("id") ON DELETE SET NULL,
    "partner_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "placed_by_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "provider_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    "roster_id" INT REFERENCES "contact_lists" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_orders_partner_05e023" UNIQUE ("partner_id", "number")
);
CREATE INDEX "idx_orders_partner_f18e0b" ON "orders" ("partner_id", "updated_at");
CREATE INDEX "idx_orders_provide_187da1" ON "orders" ("provider_id", "provider_updated_at");
CREATE INDEX "idx_orders_contact_6d7b59" ON "orders" ("contact_list_id");
CREATE INDEX "idx_orders_roster__123164" ON "orders" ("roster_id");
CREATE TABLE "order_activity" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "kind" VARCHAR(21) NOT NULL,
    "provider_kind" VARCHAR(21),
    "of_people" SMALLINT NOT NULL,
    "details" JSONB NOT NULL,
    "actor_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_order_activ_order_i_1dd046" ON "order_activity" ("order_id", "id");
CREATE TABLE "order_changes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "payload" TEXT NOT NULL,
    "heard" SMALLINT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_order_chang_order_i_6034d0" UNIQUE ("order_id", "number")
);
CREATE INDEX "idx_order_chang_at_ead105" ON "order_changes" ("at");
CREATE TABLE "contact_imports" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "status" VARCHAR(9) NOT NULL,
    "error" TEXT,
    "file_name" VARCHAR(255) NOT NULL,
    "file_key" VARCHAR(64),
    "file_size" BIGINT NOT NULL,
    "file_sha256" VARCHAR(64) NOT NULL,
    "format" VARCHAR(4) NOT NULL,
    "sheets" JSONB NOT NULL,
    "sheet" VARCHAR(255),
    "encoding" VARCHAR(40),
    "delimiter" VARCHAR(4),
    "has_header_row" BOOL NOT NULL,
    "columns" JSONB NOT NULL,
    "preview" JSONB NOT NULL,
    "consent" VARCHAR(9) NOT NULL,
    "existing" VARCHAR(11) NOT NULL,
    "invalid_values" VARCHAR(10) NOT NULL,
    "mapping" JSONB NOT NULL,
    "remedies" JSONB NOT NULL,
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
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "row_number" INT NOT NULL,
    "reason" VARCHAR(17) NOT NULL,
    "field" VARCHAR(14),
    "message" TEXT NOT NULL,
    "cells" TEXT NOT NULL,
    "cause" VARCHAR(20),
    "found" VARCHAR(100),
    "contact_import_id" INT NOT NULL REFERENCES "contact_imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_import_fail_contact_4680d5" UNIQUE ("contact_import_id", "row_number")
);
CREATE INDEX "idx_import_fail_contact_78474e" ON "import_failed_rows" ("contact_import_id", "reason", "row_number");
CREATE INDEX "idx_import_fail_contact_0b0297" ON "import_failed_rows" ("contact_import_id", "cause", "found", "row_number");
CREATE TABLE "remembered_columns" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "header_key" VARCHAR(200) NOT NULL,
    "field" VARCHAR(14),
    "organization_id" INT NOT NULL REFERENCES "organizations" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_remembered__organiz_17e2ca" UNIQUE ("organization_id", "header_key")
);
COMMENT ON TABLE "remembered_columns" IS 'To what an organization last mapped a column with this header; no field: it chose not to import it.';
CREATE TABLE "consent_requests" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
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
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" BIGINT NOT NULL,
    "request_id" BIGINT NOT NULL REFERENCES "consent_requests" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_consent_lin_request_2f681b" ON "consent_links" ("request_id");
COMMENT ON TABLE "consent_links" IS 'The hash of a letter''s link, which is 256 random bits. Each letter has its own.';
CREATE TABLE "bursts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "due_at" BIGINT NOT NULL,
    "count" INT NOT NULL,
    "seen" INT NOT NULL,
    "contact_ids" JSONB NOT NULL,
    "actor_id" INT REFERENCES "users" ("id") ON DELETE CASCADE,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_bursts_order_i_b47d1d" UNIQUE ("order_id", "kind")
);
CREATE INDEX "idx_bursts_due_at_c54314" ON "bursts" ("due_at");
COMMENT ON TABLE "bursts" IS 'What happened on an order lately and will be told in one letter.';
CREATE TABLE "letters_refused" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "address_hash" VARCHAR(64) NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_letters_ref_order_i_275434" UNIQUE ("order_id", "address_hash")
);
COMMENT ON TABLE "letters_refused" IS 'An address that wants to hear no more of an order, whoever puts it back: its keyed hash.';
CREATE TABLE "letters_switched_off" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_letters_swi_user_id_09c225" UNIQUE ("user_id", "kind")
);
COMMENT ON TABLE "letters_switched_off" IS 'A kind of letter that a user does not want.';
CREATE TABLE "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        """


MODELS_STATE = (
    "eJztXW1z2za2/isYfWk7o5uJFct2c3d2xknTNnuduBM793Yn0+FCImSxpkgtSVlRd/vfL0"
    "CKJECCFECTFIU9X5qaxENKD46A845/jVabMCLBixsS0X9Gr9G/Rh5eEfo/hTtjNMLrdX6d"
    "XYjwzI2HuvGYMB40C6MAzyN6eYHdkNBLNgnngbOOHN+jV72N67KL/pwOdLyH/NLGc/65IV"
    "bkP5BoGX+YL7/Ry45nk68kZH9+GYURjgh7T4C9R/avTRE4GtGBX0Zz34voqy3HTv72gwfs"
    "OX9g9mZ2kQ4PiRex8ey5+1HZI9N7v7G3rh+thUNcW6AkeUZ83Yp26/jaG+fhvRf9GI9ln2"
    "dmzX13s/Ly8etdtKQfIAU4Xvz6B+KRgL6ZvSEKNowoxsOe0pS7hJN8SEIGh7HJAm/ciCN2"
    "ZuXXRpb18fbeunt3b1kjjamgTLJppB81jAl4YB/hv76fTF69upy8fHVxNT2/vJxevbwas8"
    "mn98q3Lv9MPkzOVvKomLP3P73/eM8+kE9lJZEhduHPGIMjnKDiOc/Zf6Rfvsz/2yUO5Oyn"
    "4wv80y9W5D9lu24C0gv5DOTy3ccUrPBXyyXeQ7Skf05e1rD7v9ef3v58/enbycvvRIo/7u"
    "9M4luM7Jzc9Pckknu3wq5bKd4p5rCAnwLBiYy/mlxeZFLN/qiT47sP1zc3qeDmXGLbDkgY"
    "6sgqB2kkrvvVYDBkitI6PVcR1+l5tbyyeyLJ3GJf4rlSYkVQI7kdGtOJ2E7Ozi/Pr15dnG"
    "eym12pE+Cy7G5CEuhxyiGA0DKhaxzglWQt+Nvd7Uc5oTmiwKftzCP0b+Q6YWcL7Ogvi403"
    "Z5yh2cZxI8cLX7DX/nXUEd01XDKG2JNXYfhPl18Pvv1w/WtxqXh7c/smpswPo4cgfkr8gD"
    "eF6ci0PdWVOQMYqEbUSXLK9WXlonxZXJL3uriWipxjTNIietGUc+KXe2Z1lLcU0x/tL09A"
    "c6N27GodSZbrSh55iDFctrb7kSDwA53lNgOYpwa/eqlitdFRlStufK+gBrvYWRHbmu10WB"
    "ZR5lF9ocL0RTXRF5U8b7zIcfW2uBLUIDW5541uHhDGkLaWIeJA02g8AZz/VJ19DgSi35T5"
    "beBQTYNS5+ss9CLKvIW+E9dSuJn9TuYSIb8nX6tEPIeYQHINp/fvfr2vt8pXu/2dm9uPP6"
    "XDi6a6yHhEidWhOx0PXOtzvYxWEgWmmut0PHCtz7UkAqloVkqQBu2dz7IvWXh28SgNEfKs"
    "lcn+0Q+I8+D9D9nFnL+nnwx7c5lzbx/7vi087rS4/jOVqfRq/hEDvM3C2zJRo/9jE5dEiX"
    "Zxfff2+od3o5j4GZ4/bnFgW8IMsDv+xC9cycaWb60mq+IV7OGHmCT2bdhnFxIQfiFBGH/9"
    "igSF/f3x4TQFa038tRvP+sFkhdGdvyIz396h7dIPCWKvRkxq7BA5HsIoeeQYhT6KljhCVD"
    "xCOif0D7JCCyceF70YFearxceqJE0U8yL2PLA/IdVhkKkOxwpuDtTIbc0dmUu+lnALMJOI"
    "7UHMa3ZrN0ste+Y+neeondg0qG7RggAOaXP+gB33B7yT7cvprdoteUUHWTbeqeUOjn72t4"
    "h+lt1+gwwR9hCvvqAlDhFzNyGfbaP0wehb9nREd885QWffX75En+/fflfekVt9smRTlmYj"
    "0gckWzC3XcOOPMgd2caSAEt1VBvLAisnvVW0tgezH5EGlelw4FLC5fH9CyYyPFgHw9DINs"
    "TDwDSVX/CcVGkx8b3Dasw6HXZQjbn1CAr87RixJBy0XTouyfWOgKB9xPg1vUU8ZvQjj3xl"
    "mgehOsoOPfhjqp4wYKxeIOy6aIudCM3IHG9CEiNCEjzRew594hbvygrPkT7DYX+FlgL0n6"
    "L9PHPHqNZr2KRqB3Q5kEmbRs8R3TX7nTTKKCkiDYoM9DwHC7pwb1i6sPrKwkMg4a9IaEBw"
    "KFONqlMUcoQJEcaOUv5KKulxNKXr+dynq86N4z3KlCX+dq2+hJOBlktHKrp+7qk+scThEv"
    "mLLEDyTYjYE8ZMfZkvmZ4xmV6ggOol/grNnCik4uEzT47jPTlRrH6OkR/EF6k6s0VrHIZb"
    "P7BfoJ+YYuMzVw7VYbY4RGyFLWtNR/sUKnGetBInDvLkL9MP9IBW9UytKvIfiWcxQdFZCU"
    "VUO/Umx6VZTMpVSdW6qM7UuiglapGva4fuxNr6q4gDFbax+iQuMhrrSBFnkAYLpZhDIrTG"
    "l5cLYQuevPfCw06LZ1U3XulXK3fiFWW4BXY/h0rh3RPllfvZDskter127plGMpJp+um9ej"
    "V/7VixUtNHa5iikxlU3n4diexfDWU3HW9gWfWZktV/VmP1n5UL/cCk6MWkgAqzI5sULg4j"
    "K3Zv605BEWmQCtzzHATkia4b+jMg4oD/pvyni8lsp5kBXMSZtA5B0sygGYakmWMlzchXjv"
    "6s7lMluLRaDsn45vxJEvNb9DZVG+C5x6YDC1ya0kxYKtTzkprBFH+mKZ7MQYnXmqY7KcBA"
    "Y7yTDgGB72o5O9LxBvJ7oWKBVxvgYH8fWiZ6tj0gpjqEmGoD46+EM2kOwPgbNMNg/A3B+M"
    "tXADD+lGLZQzX+BCGXmH/FH0G1AcjLUfdBWDDzIOJ6HCNPKeI6qYm4TsoRVzhvJOP3SoHd"
    "q0pur8pnN2y8KNDrWJtDDOR3oiK91bJbck+QtbvT7BTJY8wrxOjEC7QOnCc831mbQMvbVo"
    "CZR/ZUaTWe1qzGU0mja3AMDaB5z3H04TsShhWqcHqrVgsOk0F9ZCFmNTigC0PBjXHZcbF0"
    "09+orINLNc0iyrz9rpODHZy11eAcORFlHtXnUwWmz6eVRLNboFccXa8oJXyGhC7EjRI+OS"
    "RMAkT9TnUC+i/2GyjvXcWh+q1EGxq5J16KFrMusf7S2ag2/dgXOkb12Xjvbwc7EGIix1GV"
    "O6lC6zm1sGiLDMi47sajvO8Eo+3JKAHNM/06ifFBIickchpqUQRk5T81KuLjcVDE15R/yD"
    "SETMMTsPgG3pv5vU1Waz8i3nxHp24kq4USR4xr66HysdYjUTx1Qssw/MKb0PQViUJWrIf6"
    "wm9zv7F2fdC95Kh2YzZTGrogjzFRH2w9ehgQ+jXDSJvoIg7IViAbe+FW5vF843g42MmJzj"
    "EFime7KGl4fFqKX50Oxw7rHHPHfVIq37z/eP3p7/LzPtPxaz+MHoL4QaM3f79/dw1mz7DU"
    "7kSGG8xAAQiGDxg+w9JeIFgIwcJBmY4Hg4VVqwJY54ZY52/p5yde9InM/UC0UqUDxnW2+T"
    "wZagXx2D5ituKBucwS1zK64fDFdjWIautcW5UDJfp5KhxdfaONVuJpjjDQOv9ewTj/vtI2"
    "/75omof+JphrhR1zhIHsnqnlKdSkKUDu9HFyp+nm6WsaIjzEIBO7NdNO1EkUSRVBJu177Z"
    "06TPcnsmL6pRazRRiI7EHbeS+MLdh4b/MnnZj0qpp34g/3sBEdr579OSYGJriqrPJ7zGFO"
    "s594OxLLbNg7/pFmclxcGAfolchnodoxIczUYd9E9q01Di1kaZkhwg8BITaK2LHJITsceY"
    "fCyPfplSWOkI13r+OjlQN/ixb+/jjlpZ/DkvOU6XeQn0nYxUtUW75G7DRgaZoD5DD0WgOd"
    "zUOJ25oSaB5koHHZfmCdMVZm+J5erWbYGHJryLx/9+u9EFFPSZQH1NPhHOlvWYwdYomQRD"
    "kYss0J00SJniLTg1Ibq1b9YYP66iHv2FTDcqKdJG1SMlrMnEmPP5YM3KztwkDQT/rUT7Jp"
    "LVF75wfRPne3wGyOMM8fO7lQKmi6qClouhhagd6wCO6iRG/hBGFk6daZiijzqO6k2DTu76"
    "HLtAACopWInvurNfY0+3FmEPNI7qTU9Hd/ZtHNTK/eVAAB0UpErylJWiRnAPMIPlfh97ya"
    "3vMSuyt/5ujJcI4Afg/zuyWz0Im0COYg5jHcSTPZfZ6H5ToeOdOhugQ0j/BO1mSet0lTwi"
    "dAuDLhc6mhXaPPGWtmd6IxB+RB6iCtK2JMEUCxEsWs0g67lEFbT5kTYeaRPVFbLWoWiwEc"
    "xzBshlUIVj+NgX6nTajJL48xj+BO1gvP39coqwZmM4AJBPcdmGX/WrqhcAEE8fAGtKcJg7"
    "rMF3FAfgPycyc+ax6jHsYq44ygv3BElMqSflW9ol9Vu//12C7BgGwFsvf+fD2qCyAgWono"
    "OJVUT9nOIAZS3HJxnU3oPuc8NWrCUsYaVO/R9zHWqzVdNTSPsOYxBlHfXnUYdBc68jENQg"
    "6Z+gSIOJiAxhMACcGQEHx8k9OQhGCqcnqx9FSlBe8HjBWSg615PFaxMOpnf4sw2kP3RUoz"
    "sqDShLCHEj0AJU+0kROhb/9BvjphRKfmNfr8yw/X9+/+8d04LmJiJUvJ+G9CtPFsv1wg1f"
    "XLpHnNgi7D1XlKWsEWbkIDmsE1oDmOMju0xa9tbTb5Deq4MXOEEYZw3w7MLQ6tphpsGWuS"
    "TPfdpBQaWvVst9G92iP6ZhsPM8gh0TP70NQGOq8MzEBT6bxyVNvshlogo2rLLL49VrHLXD"
    "qyr8rNLOwGnSDgFMRBRJe6STWqDErXc/ysQOnQNInuc5gXgf8H8ayFrOVV5RohglrR2QxY"
    "KzjTI5gvnSbnwhWAoA031YYTTaNJdJrHAf+NrREIog7DHIyTyBtYhBmuvzl4eSKrO338wg"
    "lWVEobkFtEAr1FetfEs+n7tMkt4YDa8q44ZzV++oJbBgK5kDUBWRMDItuQrAnmc/tAVrPY"
    "AVZyzHF3x3V+OeaPs1bxwE7ccvHzFdIOuHHYtjO9lsewRmqQnTAQ/bnmeBxu+jTseQ5l0p"
    "IOec6nuZtCwLB7Xrk1X5FUDgGMHtb73H1Yrp34axrkOzGOVdU9TrYOH9MAwW0Tgtt3m/Wa"
    "9fNJvnhJh+Zv1yrRYT6w767E8qMOpBDoNHyc+Lc4VSV+a9puFIEGRsTbPxGhwVl7Rh+010"
    "nf4YDgULfjVIowUIrPzlTSOs6qszrOSlIMObk9J0HD6ZHg5z8FhsHPfyw/P5x9qEvt4bMP"
    "j2P43Qa2PGyS3BjXGXs+G9KJmbfGQUSlIM1e3sTRm7JpJw7jqqDiCMk68J+o4ZDtS+mfxX"
    "F8QnYWXgl89nX1oytgIz43R3qThuqUM3gzhIH6dPtdRSEJvdvsaLqNPTlzLYo5CLCsyHKE"
    "o42WayNHGMjxmUq3rrPqdl1npX5dkI177NJYaGl03AmQKYxaM1HxAJiSxlNCwshZxVSyFp"
    "fUhNJs9l+FN8/XfaZWXldTXVdq++p4jw1+BALMIN9gz5IfbmYrJ2qyChWRMAeNHeNrtqI3"
    "SekTgTADjSuU4mZgVpWPoFYvLUKNqUboeQ4CMnfWDvEiifX1t7vbj1VBTx5V4N525hH6N3"
    "I7TKsa/WWx8eaMYTTbOG7keOEL9r6/jjqanBqeGUvsydU9pIrtosbJ+TkPQfyU+AHFHlIh"
    "YYXA2gcQFGBGmMY11Hdz5ka8pui1aBcxRtAuKqCvVBTQV9UK6CuN7g6VJMNpA9pN8IVQSI"
    "npg0nez81LHqaa016hqhCxUuRWBJnkPmiPVxfPqX4922kyW4CByNa4wfSYLQRfQWglmnQW"
    "Y1bnVcCAuB5MBNqvnWWGIQdInqgibjaH03/SHzowrMywuDQqUJzuUi1wbHaWVXE/Vy5fso"
    "5SIHaiLEt0fYFo+jnQx883NyPJbgccq3Es7PMV7B4xY/CancfFjiavyhzMBowPZhBamB/b"
    "aiahpBgsX3ihc8KRfco1nROg5qNfp/4j/bY6gfR0vIFetYlKBdOkuoJpUqpgyhQ+XZZLQP"
    "PyFNpn219Ya+KvXUkG5t0Ku251qQ0PNCY6+GpyeZEtHeyPusXi7sP1zY2sB1yEHVcr3sdB"
    "hhHsY681JtgHJXodlOhp+zh5iEm6R3dFeW35iWwlJ8bQ6FUvw9PxDkH93cnX31Wf98jfHh"
    "+2pHXOetQypEXLubIgj5XUgUk9SJO6Sc7cMZLlDJkI8GUcr24D71wfSxab6iw4DmKER6Pv"
    "DLgloRuhrr2dgUyS9TbMbTBFwBQZiNp82BQ5jtq8jwG+jxv2jiSKszigVnXOujLGYztQni"
    "VRKEkXw6TvhLRTkEuscIkn04tkTF7J7BIcEmvjRY4LfSr67VMBBeiCH1+l/ry6/LxUfU6C"
    "QObUqNbgMoAJIZK+1bd4hdHtCyKADJToyXSqEpqaTmu6RU5LRycy0jRPqOQxJkh3121Pk/"
    "3S+UMizXV2twAzSYfu2fzm1RVdKc9hBi4oHUi6H6xk7qUaljOEgQSr8FtNb4ndcEmIXpFr"
    "jhhGzNusAldGrpa+nQLM2zQ70U2IN/fZaYg6HPMY82g+VymwPK8usDwvFVjaxHVWjjQPup"
    "pkAWQgy+0u20scWkuCmd8q8LcSHdD3XYK9Cp90CVzge0bRJ7hR1ml1t7c3wmL95n3RZPz8"
    "4c27T98mSXh0kBNVqH4Jj1pbJgeBPbP1PXMdkCeHSH4E1RPCQWBCWp8Q9noiO0a3evXnIA"
    "bq7G37Db9SadHVYTiMgQy3fyKH4z1h17Et+t8N0XKBl5EmEt56670VXq+lQl29jHMQWMZb"
    "X8YDsiK2I5P9ug5YOQampPUpcdZWg/OuRJSBtpWKn+C82k1wXvISRH6EXWYcSXiu9K2LIC"
    "g/kPT3XFPD0vIXi1Dm5Krt71lAGlO51H+75zldB4itK9xloDFT0Jp4J4eaaxIrgoDUIqm/"
    "+46nz2oBBbRWNd7X5LUIA2JLi0D42GAREEBAaincjh1Xn9UCCmgtlzzP3SarawkH1BapjX"
    "w6KN7btSwIHgSkSklNtnZdVnMU0CqlNf1N6xLL44DaErV0Zy8zWp3hm443wUnTd4Iv/dKb"
    "BudWCDCDvDY9exaSKg1/K+1DWu2bLMBMkPuu02v4ehgtSS8AQdabyjqOIrJay9Imawqecw"
    "hsk6WcGjiH8bgSHUY4aHTuloCDFaV5PYHnhMsGE1AAwgw0nYHjnwoy0JWo9UVe9/yKEg7Y"
    "lbZ2k9RUK/ErQQLDKt0VxEb+IttwLkBVr4WSsA28f/2pMn2ogb2c6WytbYFnxWZ7J0twcV"
    "8aUu+QpCfIj3EE7JO/HUm6hxSHjOv6hyR9Q6xCSK3t/ntil5I9rfRlVmUzPjmC4DBZRXks"
    "6yoiHT7HmzCpo/Y3nvSV0OpvcK3+uClSV3VEEGg50pNv09+Oqgs3R5iY517HXpbnflmd53"
    "5Z7tywJ1GV3wxgnnP8TKUs8qy6LvKsVBi5ImGIHyRdMapjbhzECAHuO+42J66sbX414RkA"
    "6G5Cd6atqNbWpQDz1o+JSnBtUh1cm5SCa5kKqLw6pwDz2D17qVbkVVflVXn6sqCBa3paBS"
    "xocYd9VSJx7blQ8s6TJ8a3rhNFkLgh2fmfyIowe4bYb9OfScnQL40Z11n6QTba4voWHLT0"
    "R/c+2i5xhLCHeCcfcnEYIVapSWyEUfJItHWiJYqWToiSRhT/jTwfxV/5NXIiNF/6IaGXIh"
    "T5KOGeXn4xKsxtX++sOCug5MncN9VgbeyKngotL8J/iguhs76l3ERobOUiygjltKguqelL"
    "dQpTWWMCe7ZDexbCehDWOwE9STmsdxwt6W3SXubG8R5lChJ/u1Y32repsVw6UlUtWhK0xO"
    "ES+QuqilA+6DO/CRF7wpgqL858iahGMpleoAB7tr9CMycKX6B3mN5IRjM41URC5G89iQrU"
    "/vNVursHhA5JAosQIRlmhCTyH4lnMdnQ2Z1FVDtK0HEno+P+tJC7euTMPW4p0poAEQcToD"
    "UBNRrUntd2vExsu/2UP/DE5kNVfRJFcYCaUzoF1coTN0mH9af99+3jGJrMgyecQMOOKUkO"
    "m4wr79mRjsJl8nXtBCS04KzHwao3/prqKQvZASrVJjEHaSVTfgjT0F53plT4VVXFDGCgq+"
    "xKQU28qtQSr8puHOfB0cqqyREGsjtVckROaxyR07IjMlvKtRZlHgU6YGMlnNswtegXcTAB"
    "z7CCVuz76v8ACkCoIGs+A7Fuq88/BwP2n8e+hjKYA6Aeu6QKMomMfC1lMIeYF9ebTFXchn"
    "RUzVE0JcdhQKJN4DVasQUgrBlN1wzshds40UVbaRSBMANNZ0D0zuimARrnuIVq4JNhOHZ+"
    "rNimp0VvEQbcQkrG8Cqt24ndpE8ylGBxGzrMbfbTby8ydsc/0lCaiyvmkKJjbzaBPCiW3B"
    "jXxcJmbIhiEtH/sSTnJctnpmo/8r0k4dkmAXIpOe6O/m2jreO6aEYQa8uJHDrAI/sMn3LW"
    "UBsPrMiKZim0yUw9UsmSlGzbFARxtcHG1eJZK/Ffbfin4w0MU7RfXraXfS3xzjEmKYu9G5"
    "obLe9gNt4kzlv0DxKJJl5t9OyHA5e1LhDNM2UFGBy2xp7c6mFrlF0/0LPueYhBTsEW3VK5"
    "dqjsj8ohsH6oOEtsWUucBl4S2+juXbxcHbbd4x92C6wqtkQb2DKgyim//A3JTP9EFpsQuy"
    "NpbXRya1xnqidGb2gFbDCx1Wz2a2pUJ6duoohZ21tM2WS1xUuCA1Z6vKLCE1ft7E1vVq7j"
    "kydqg683EavIQezbv45Lcx7JjtrprCqjbMt3+aKDNv7+zUnBCBQ9H7PoWZiKEr3VBnwRZ6"
    "Ah337VD2gyoMkMZNc9rMkcZ9e92zrRfEns28VCtvPyt5V233APYMcAK27BiDkn2da3r3SN"
    "90eM6CYeINsnYdzug+2Xkl1VDyvdKNnYOl847I997o/g2O7Qsc2JuqLYcgjYDQ/vhpuwlc"
    "3Q8J7cnFANaSu8JoEzX8p2wf2d2g0Q52O6rJWE3ajP3Yia36E0n6l6Q+IgJu5J06lSjvW0"
    "Jsd6WqoJoz8qDYb3ww1kt7NentJ8pvqwlbzsooeQVfcbVKfBqZJ20Odm9uf/A6+2P+s="
)
