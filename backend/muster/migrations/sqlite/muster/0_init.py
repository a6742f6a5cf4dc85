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
    "remedies" JSON NOT NULL,
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
    "cause" VARCHAR(20),
    "found" VARCHAR(100),
    "contact_import_id" INT NOT NULL REFERENCES "contact_imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_import_fail_contact_4680d5" UNIQUE ("contact_import_id", "row_number")
);
CREATE INDEX "idx_import_fail_contact_78474e" ON "import_failed_rows" ("contact_import_id", "reason", "row_number");
CREATE INDEX "idx_import_fail_contact_0b0297" ON "import_failed_rows" ("contact_import_id", "cause", "found", "row_number");
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
    "eJztXf9zozbe/lc0/qXbGb87G2+cpHs3N5Pdbtu9N7vpbNJ7e9PpcDLIMQ0GDuF43bv+76"
    "8EBiQQWCKAsapfug3oAfvRx9Lnu/4zWW9wjKKXNygm/0zegP9MfLhG5H9Kd6ZgAsOwuE4v"
    "xHDhJUO9ZAxOBi1wHEE7JpeX0MOIXHIQtiM3jN3AJ1f9jefRi4FNBrr+Q3Fp47v/3iArDh"
    "5QvEo+zC+/ksuu76AvCNM/f5ngGMaIvieC/iP91yEIGE/IwF8mduDH5NWW66R/B9ED9N3f"
    "IX0zvUiGY+THdDx97n5U/sjs3q/0reGjtXSR53CUpM9IrlvxLkyuvXUfPvjxd8lY+nkWlh"
    "14m7VfjA938Yp8gAzg+snrH5CPIvJm+oY42lCiKA97SjPuUk6KISkZDMZBS7jxYobYhVVc"
    "m1jWp9t76+79vWVNFKaCMEmnkXxUnBDwQD/C/3wzm71+fTl79frian5+eTm/enU1pZNP7l"
    "VvXf6RfpiCrfRRCWcfvv/w6Z5+oIDISipD9MIfCQbGMEUlc16w/0i+fJX/dysYidnPxpf4"
    "J1+szH/GdtMEZBeKGSjke4gpWMMvlof8h3hF/py9amD3H9ef3/1w/fnF7NXXPMWf9ndmyS"
    "1KdkFu9nviyb1bQ8+rFe8Mc1jAT4HgVMZfzy4vcqmmfzTJ8d3H65ubTHALLqHjRAhjFVll"
    "IK3Edb8ajIZMXlrn5zLiOj+vl1d6jyeZWewrPNdKLA9qJbdjYzoV29nZ+eX51euL81x28y"
    "tNAlyV3Q1GkRqnDMIQWiU0hBFcC9aCv9/dfhITWiBKfDquHYP/As/FvS2wk78uN75NOQOL"
    "jevFro9f0tf+bdIT3Q1cUobok9cY/9tj14MXH69/Li8V725u3yaUBTh+iJKnJA94W5qOXN"
    "uTXZlzgIZqRJMkZ1xf1i7Kl+Ulea+LK6nIBUYnLWIQTbkgfrVnVkV5yzDD0f7qBDQ3Yseu"
    "w1iwXNfyyEK04bKz3Q9FURCpLLc5QD81+PUrGauNjKpdcZN7JTXYg+4aOdZip8Iyj9KP6g"
    "sZpi/qib6o5Xnjx66ntsVVoBqpyQNvdHaEKEPKWgaPM5pG6wlg/Kfy7DMgI/ptmd9GLtE0"
    "CHWBykLPo/Rb6HtxLeHN4jdkC4T8Hn2pE/ECogPJDZzev//5vtkqX+/2d25uP32fDS+b6j"
    "zjMSFWhe5svOFanetVvBYoMPVcZ+MN1+pcCyKQkmalAKnR3vks+5KGZ5ePwhAhy1qV7O+C"
    "CLkP/v+iXcL5B/LJoG+LnHv72Pdt6XGnxfUfmUxlV4uPGMFtHt4WiRr5Hwd5KE61i+u7d9"
    "ffvp8kxC+g/biFkWNxM0DvBLOgdCUfW721nq3LV6APHxKS6Lehn51LQPgRRTj5+jUJCvv7"
    "08NpClaIgtBLZv1gssLkLlijReDswHYVYAToqwGVGgcD1wcQpI+cAhyAeAVjQMQDkzkhf6"
    "A1WLrJuPjlpDRfHT5WJmminBex54H+aVIdRpnqcKzg5kiN3M7ckYXkKwk3B9OJ2AHEvGG3"
    "9vLUsmfu00WO2olNg+wWzQngmDbnj9D1voU70b6c3WrcktdkkOXAnVzu4OSHYAvIZ9ntN0"
    "gMoA9Y9QWsIAbU3QQCuo2SB4MX9OmA7J42AmffXL4CP92/+7q6I3f6ZMGmLMxGJA9It2Bm"
    "uzY78ih3ZAcKAiz1UW0oCqyc9FbR2R5Mf0QKVGbDDZcCLo/vX9CR4dE6GMZGtiYeBqqp/A"
    "htVKfFJPcOqzFhNuygGnPrIxAF2ymgSThgu3I9VOgdEQL7iPEbcgv51OgHPvpCNQ9EdJQd"
    "eAimRD2hwES9ANDzwBa6MVggG24wShAYRU/knkueuIW7qsJzpM9w2F+hpAD9WbSfZ+4Y9X"
    "oNnVTlgC4D0mnTGDiiG9LfSauMkjJSo8jAwHOwJAv3hqYLy68sLMQk/JUJjRDEItWoPkWh"
    "QOgQYewp5a+ikh5HU7q27YCsOjeu/yhSltjbjfoSTAdaHhkp6fq5J/rECuIVCJZ5gOQrDO"
    "gTplR9sVdUz5jNL0BE9JJgDRZujIl4BNST4/pPbpyon1MQRMlFos5sQQgx3gaR8xJ8TxWb"
    "gLpyiA6zhRjQFbaqNR3tU8jEebJKnCTIU7xMPdBjtKpnalVx8Ih8iwqKykrIo7qpNzkuzX"
    "xSrkyq1kV9ptZFJVELfQldshMr6688zqiwrdUnfpFRWEfKOI00WFOKOSZCG3x5hRB24Mn7"
    "wD3stHiWdeNVfrViJ15Zhjtg9ycsFd49UV6Zn+2Y3KLXoXtPNZKJSNPP7jWr+aFrJUrNEK"
    "1hyk5mo/IO60ik/yoou9l4Dcuqz6Ss/rMGq/+sWuhnTIpBTApTYXZkk8KDOLYS97bqFJSR"
    "GqnAA89BhJ7IuqE+AzzO8N+W/2wxWewUM4DLOJ3WIZM0M2qGTdLMsZJmxCvHcFb3qRJcWS"
    "3HZHwz/iSB+c17m+oN8MJj04MFLkxpRjQV6nlJzcYUf6Ypns5BhdeGpjsZQENjvJcOAVHg"
    "KTk7svEa8nshY4HXG+DG/j60TAxse5iY6hhiqi2MvwpOpzkwxt+oGTbG3xiMv2IFMMafVC"
    "x7rMYfJ+QC86/8I6g3AFk56j8Ia8w8E3E9jpEnFXGdNURcZ9WIqzlvJOf3SoLdq1pur6pn"
    "N2z8OFLrWFtANOR3JiO99bJbcU+g0NspdopkMfoVYvTiBQoj9wnaO2sTKXnbSjD9yJ5Lrc"
    "bzhtV4Lmh0bRxDI2jecxx9+A5hXKMKZ7catWCcDhoiCzGvwTG6sCm40S47LpFu8hsVdXCp"
    "p5lH6bff9XKwgxtaLc6R41H6UX0+l2D6fF5LNL1l9Iqj6xWVhE+MyELcKuGTQZpJMFG/U5"
    "2A4Yv9Rsp7X3GoYSvRxkbuiZeiJawLrL9sNupNP/qFjlF9Nt37240daGIix1GVe6lCGzi1"
    "sGyLjMi47sejvO8Eo+zJqAD1M/16ifGZRE6TyKmpRRGhdfDUqoiPxZkivrb8m0xDk2l4Ah"
    "bfyHszf3DQOgxi5Ns7MnUTUS0UP2LaWA9VjLUekeSpE0qG4S+sCU1ekSpk5XqoX9ht7lfa"
    "rs90Lzmq3ZjPlIIuyGJ01Ac7jx5GiHxNHCsTXcYZsiXIhj7eijyeb10fRjsx0QWmRPFiF6"
    "cNj09L8WvS4ehhnVPmuE9C5dsPn64//1N83mc2Pgxw/BAlD5q8/ef9+2tj9oxL7U5luMUM"
    "lIDG8DGGz7i0FxMsNMHCUZmOB4OFdauCsc41sc7fkc+P/PgzsoOIt1KFA6ZNtrmdDrWiZO"
    "wQMVv+wFxqiSsZ3ebwxW41iHrrXFmVM0r081Q4svrGG6XE0wKhoXX+jYRx/k2tbf5N2TTH"
    "wSaylcKOBUJDds/k8hQa0hRM7vRxcqfJ5hkoGiIsRCMTuzPTjtdJJEnlQTrte92dOkz2J7"
    "Sm+qUSs2WYEdmDtvNeGDuw8d4VTzox6ZU17/gf7mEjOlk9h3NMjExwZVll95jDnOY/8W4k"
    "ltqwd+wj9eS4vDCO0CtRzEK9Y4KbqcO+ifxbKxxaSNMyMYAPEUIOiOmxyZgejrwDOA4Ccm"
    "UFY+DA3ZvkaOUo2IJlsD9OeRUUsPQ8ZfIdxGcS9vES2ZavMT0NWJjmYHIYBq2Bzuehwm1D"
    "CTQL0tC47D6wThmrMnxPrtYzrA25DWTev//5nouoZySKA+rZcIb0dzTGbmKJJolyNGTrE6"
    "aJUz1FpAdlNlaj+kMHDdVD3nWIhuXGO0HapGA0nzmTHX8sGLgJndJAo58MqZ/k01qh9i6I"
    "4n3ubonZAqGfP3Z2IVXQdNFQ0HQxtgK9cRHcR4ne0o1wbKnWmfIo/ajupdg06e+hyjQHMk"
    "RLEW0H6xD6iv04c4h+JPdSavpbsLDIZqZWb8qBDNFSRIeEJCWSc4B+BJ/L8HteT+95hd11"
    "sHDVZLhAGH4P87tFC+zGSgQzEP0Y7qWZ7D7Pw/JcH52pUF0B6kd4L2syy9usLeEzQ7g04b"
    "bQ0G7Q57Q1s3vRmCP0IHSQNhUxZghDsRTFtNIOeoRBR02Z42H6kT2TWy0aFosRHMcwboZl"
    "CJY/jYF8pw1W5JfF6EdwL+uFH+xrlGUDszlAB4KHDszSfy3VUDgHMvHwFrRnCYOqzJdxhv"
    "wW5BdOfNo8Rj6MVcVpQX/piCiZJf2qfkW/qnf/q7FdgRmyJcje+/PVqC6BDNFSRCeppGrK"
    "dg7RkOKOi+scRPY596lVE5YqVqN6j6GPsV6HZNVQPMKaxWhEfXfVYaa70JGPaeByyOQngM"
    "eZCWg9ASYh2CQEH9/k1CQhmKicfiI9dWnB+wFTieRgy07GShZG/RBsAQR76L5IaYGWRJoA"
    "9EGqB4D0iQ5wY/DiX+iLi2MyNW/ATz9+e33//l9fT5MiJlqylI7/CoON7wTVAqm+XybMa+"
    "Z0GabOU9AKtnTTNKAZXQOa4yizY1v8utZm09+gihuzQGhhCA/twNxCbLXVYKtYnWR66Cal"
    "pqHVwHYb2at9pG62sTCNHBIDs2+a2pjOKyMz0GQ6rxzVNrshFsik3jJLbk9l7DKPjByqcj"
    "MPu5lOEOYUxFFEl/pJNaoNSjdz/KxA6dg0if5zmJdR8DvyraWo5VXtGsGDOtHZNFgrGNMj"
    "sldum3PhSkCjDbfVhlNNo010msUZ/ltbIyaIOg5zMEkib2ER5rjh5uDViazu5PFLN1oTKW"
    "1Bbhlp6C3TGyLfIe9TJreCM9RWd0Wb1vipC24VaMg1WRMma2JEZGuSNUF9bh/RepE4wCqO"
    "OebutMkvR/1x1joZ2ItbLnm+RNoBMw46Tq7XshjaSM1kJ4xEf244HoeZPgV7nkHptKSbPO"
    "fT3E1NwLB/Xpk1X5JUBmEYPaz3efuwXDfx1yzId2Icy6p7jGwdPqbBBLd1CG7fbcKQ9vNJ"
    "v3hFh2ZvNyrRuBg4dFdi8VEHQojpNHyc+Dc/VRV+G9pulIEaRsS7PxGhxVl7Wh+010vf4Q"
    "hBrNpxKkNoKMVnZzJpHWf1WR1nFSk2ObkDJ0Gb0yONn/8UGDZ+/mP5+c3Zh6rUHj778DiG"
    "323kiMMm6Y1pk7EX0CG9mHkhjGIiBVn28iaJ3lRNO34YUwWVREjCKHgihkPdbTYPO4+qRA"
    "H9lupBFWMaPjc1epNF6KQTd3OEhmp0981ETe55v0nRZPd6cm0lihmIYVmS5RjGGyWPRoHQ"
    "kOMzmSZdZ/Vdus4qbbpMEu6xK2JNJ6PjTgDCsbtOqKRtFImarthQvg6vnz/1TK6Eq6GCq9"
    "Ja1PUfW8g+B9PI/zSw5OPNYu3GbRafMtLMQWvna0jN1jZpYzzQzEDrKpik4ZRVZ5A2KkFl"
    "qDYZ7wPPQYRsN3SRHwtU/b/f3X6qC6yxqBL3jmvH4L/A6zF1Z/LX5ca3KcNgsXG92PXxS/"
    "q+v016mpwGnilL9Mn1fYrKLYmm6RktD1HylOQB5T5FGNFiU+Um9yWYFnbY0C2iyt7KCv0H"
    "0y+fmzE4zs2huxIyzpcsWz/GgXQyurrj1YM20UoWO0VmSzAjsgJq+QCHLLM8ygitSP/Iw0"
    "DyvHIYI64HQ/T7tbODyPGfJDrPbzaHA/PZD90wLM0wvzRKUJztUh1wrHf+Q3k/ly4ssI5S"
    "unGiLAt0fY5o8jnAp59ubiaC3c5wLMcxt8/XsHvEXJ5relIOPTS4LqcnHzA9mNtjQXZspz"
    "k+gjKNYuE1Nc3jrWk22djDukIfybdVCT9m47XwspUySmRqC2b1tQWzSm1BrvCpslwB6hfd"
    "7Z7tYGmFKAg9QZLU3Rp6Xn0SPAvUJqbyenZ5kS8d9I+mxeLu4/XNjag7UwxdTylKwkDGES"
    "Khr9UmRGKKZ3oonlH2cbIQnXSP/spluvITOVJOjLHRK18go+IdMpUxJ18ZU38SG3t7etiS"
    "VjmFTcmQ5i3n2lIZWvViTOpRmtRtMo2OkWKkyUQYX8bRCA/hzgugYLGpzx1iIFp4NIbOGz"
    "LKs1GeR6LoHVaej6Po7aNWH5LmjyJVjx/QqOzlHb6SsT2oe4K4iaAjVlrMLOw64SELr+Bs"
    "fpGOKcrjPAQxsjZ+7Hqm+HnY4mdT1ch5nmWKGutrGisljSiKRGZ4vc6RA3Rw6g+tcCQrjG"
    "qxOQfSUKJn87lMMGU+b+g8Nq8cw0VJUzztjMXoIN19t9BL90v3d4E0N1mKHEwnHXpgg5FV"
    "V1SlvIBpuKD0IOlBtBY5RBpYzhEaEizDbz29FXbxCiG1YrYCMY4orV6FbJRcJX07A+i3af"
    "aimyDfDujJWiocsxj9aD6XaZZwXt8s4bzSLMFBnrt2hZm79SRzIA1Z7nbZXkFsrRCkfqso"
    "2Ap0wCDwEPTFVFfBJb4XBH2CG2WTVnd7e8Mt1m8/lE3Gnz6+ff/5RZo2Rga5cY3ql/KotG"
    "UyELNndr5nhhF6cpHgR1A/IQzETEjnE0Jfj0RHMtav/gxEQ529a7/hFyItqjoMg9GQ4e67"
    "u7v+E/RcxyL/3SAlF3gVqSPhnbfYWsMwFAp1/TLOQMwy3vkyHqE1clyR7Dd1uikwZko6nx"
    "I3tFqcncKjNLStZPwE5/VugvOKlyAOYuhR40jAc61vnQeZhHlBH7+QGJZWsFxikZOrsY9f"
    "CalNrc3QiW5RYJN1ADmqwl0FajMFnYl3ekCuIrE8yJBaJvW3wPXVWS2hDK113ZwVeS3DDL"
    "GVRQA/tlgEOJAhtRJuh66nzmoJZWitFunaXpvVtYIz1JapjQMyKNnblSwIFmRIFZKabu2q"
    "rBYoQ6uQ1uw3rUosizPUVqglO3uV0foM32y8Dk6aoRN8yZfetOhPz8E08toM7FlIqzSCrb"
    "BzZr1vsgTTQe77Tq9h62GUJL0ENLLeVtZhHKN1KEqbbCjRLSBmm6zk1JjDvY4r0TiGUavz"
    "dTicWVHa1xP4Ll61mIAS0MxA2xk4/jkWI12JOl/kVU9cqOAMu8JmZIKaail+BUjDsEx3Bb"
    "71PM+26WRf12uhImwj77h+qkwfarkuZjpfazvgWbI93MkSXN6XxtQ7JO0J8l0SAfscbCeC"
    "7iHlIdOm/iFp3xCrFFLrumMc36VkTyt5mVXbPk6MQBCnqyiLpV1FhMNtuMFpHXWw8YWvNM"
    "3pRtecjpkieVWHBxktR3jCZfbbkXXhFggd89yb2Mvz3C/r89wvq50b9iTK8psD9HOOn8mU"
    "RZ7V10WeVQoj1whj+CDoilEfc2MgWgjw0HE3G3miRu/1hOcAQ3cbunNtRba2LgPot37MZI"
    "Jrs/rg2qwSXMtVQOnVOQPox+7ZK7kir6YqrwrBQg1c0dPKYY0Wd9hXxRPXnQul6Dx5Ynyr"
    "OlE4iRuTnf8ZrRG1Z5DzLvuZVAz9yphpk6Uf5aMtpm/BQUt/ch+A7QrGAPqAdfIBD+IY0E"
    "pN5AAI0keCrRuvQLxyMUgbUfwF+AFIvvIb4MbAXgUYkUsxiAOQck8uv5yU5naod9Z0t694"
    "MvdNNWgbu7KnQsmL8GdxIfTWt5SZCIWtnEdpoZyW1SU5falJYapqTMae7dGeNWE9E9Y7AT"
    "1JOqx3HC3pXdpe5sb1H0UKEnu7UTfat6mxPDJSVi1aIbCCeAWCJVFFCB/kmV9hQJ8wJcqL"
    "a68A0Uhm8wsQQd8J1mDhxvgleA/JjXQ0hRNNBINg6wtUoO6fL9PdPUJkSBpYNBGScUZI4u"
    "AR+RaVDZXdmUd1owQddzJ67k9rclePnLnHLEVKE8DjzAQoTUCDBrXntRsvE91uPxcPPLH5"
    "kFWfeFEcoeaUTUG98sRM0mH9af99hziGJvfgcSfQ0GNK0uMRk8p7egghdxl9Cd0IYcucTj"
    "ha9SYIiZ6yFB2gUm8SM5BOMuXHMA3ddWfKhF9WVcwBGrrKriTUxKtaLfGq6sZxH1ylrJoC"
    "oSG7cylH5LzBETmvOiLzpVxpUWZRRgdsrYQzG6YS/TzOTMAzrKA1/b7qP4AS0FSQtZ+BRL"
    "dV55+BGfafx76CMlgATD12RRWkEhkHSspgAdEvrjeby7gNyaiGo2gqjsMIxZvIb7Vic0Cz"
    "ZrRdM6CPt0mii7LSyAPNDLSdAd47o5oGqJ3j1lQDnwzDifNjTTc9JXrLMMOtSckYX6V1N7"
    "Gb7EmaEsxvQ4e5zX/63UXG7thHakpzecUcU3Ts7SYSB8XSG9OmWNiCDpFMIvo/muS8ovnM"
    "RO0HgZ8mPDsoAh4hx9uRvx2wdT0PLBCgbTmBSwb4aJ/hU80a6uKBNVnRNIU2nalHIlmCkm"
    "2HgExcbbRxtWTWKvzXG/7ZeA3DFN2Xl+1lX0m8C4xOyuLghuZGyTuYj9eJ8w79g0igidcb"
    "PfvhhstGF4jimbIczBy2Rp/c6WFrhN0gUrPuWYhGTsEO3VKFdijtjyogZv2QcZY4opY4Lb"
    "wkjtbdu1i5Omy7Jz/sDliVbIk2smVAllN2+RuTmf4ZLTcYehNhbXR6a9pkqqdGL7YiOhg5"
    "cjb7NTGq01M3QUyt7S0kbNLa4hWCES09XhPhSap29qY3LdcJ0BOxwcNNTCtyAP32b5LSnE"
    "e0I3Y6rcqo2vJ9vuigjb9/c1owYoqej1n0zE1Fhd56A76M09CQ777qx2gyRpMZya57WJM5"
    "zq57t3Vje4Wc2+VStPOyt6V2X7wH0GOAJbdgQJ2TdOvbV7om+yMEZBOPgBMgnLT7oPulYF"
    "dVwwo3Sjq2yRdu9sch90fj2O7Rsc2IuqTYMgizGx7eDTe4k81Q857cjFCNaSu8RpFrr0S7"
    "4P5O4wYIizF91kqa3WjI3YiY31iYz1S/ITEQHfek+Vwqx3rekGM9r9SEkR+VAsP74Rqy21"
    "svT2E+U3PYSlx2MUDIqv8NqtfgVEU7GHIz++P/Aa3xcEc="
)
