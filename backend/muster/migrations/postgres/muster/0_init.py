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
    "estimated_completion" VARCHAR(10),
    "linked_at" BIGINT,
    "submitted_at" BIGINT,
    "approved_at" BIGINT,
    "change_number" BIGINT NOT NULL,
    "recipients" JSONB NOT NULL,
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
    "contact_import_id" INT NOT NULL REFERENCES "contact_imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_import_fail_contact_4680d5" UNIQUE ("contact_import_id", "row_number")
);
CREATE INDEX "idx_import_fail_contact_78474e" ON "import_failed_rows" ("contact_import_id", "reason", "row_number");
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
    "eJztXf9zozbe/lc0/qXbGb87sTdOsns3N5NNt+3em910Num9nenccLKRYxoMFOF43bv+76"
    "8EBiQQWCKAsU6/dBvQA/ajj6XPd/17tN7gCIWvb1FE/hm9A/8eeXCNyP8U7ozBCAZBfp1e"
    "iODcjYe68RgcD5rjKISLiFxeQhcjcslGeBE6QeT4HrnqbVyXXvQXZKDjPeaXNp7z+wZZkf"
    "+IolX8YX79J7nseDb6ijD989cRjmCE6HtC6D3Rf22CgNGIDPx1tPC9iLzacuzkbz98hJ7z"
    "B6RvphfJcIy8iI6nz92Pyh6Z3vsnfWvwZC0d5NocJckz4utWtAvia++dx49e9H08ln6eub"
    "Xw3c3ay8cHu2hFPkAKcLz49Y/IQyF5M31DFG4oUZSHPaUpdwkn+ZCEDAZjoyXcuBFD7NzK"
    "r40s6/Pdg3X/4cGyRgpTQZik00g+Ko4JeKQf4X/eTqdv3lxOz95cXM3OLy9nV2dXYzr55F"
    "751uWfyYfJ2UoeFXP28YePnx/oB/KJrCQyRC/8GWNgBBNUPOc5+0/ky5f5v1nBUMx+Or7A"
    "P/liRf5TtusmIL2Qz0Au331MwRp+tVzkPUYr8uf0rIbdf1x/ufnx+sur6dm3PMWf93em8S"
    "1Kdk5u+nviyb1fQ9etFO8Uc1jAT4HgRMbfTC8vMqmmf9TJ8f2n69vbVHBzLqFthwhjFVll"
    "II3Edb8aDIZMXlpn5zLiOjuvlld6jyeZWexLPFdKLA9qJLdDYzoR2+nk/PL86s3FeSa72Z"
    "U6AS7L7gajUI1TBmEILRMawBCuBWvB3+/vPosJzREFPm1nEYH/ANfBnS2wo78uN96Ccgbm"
    "G8eNHA+/pq/926gjumu4pAzRJ68x/t1l14NXn65/KS4VN7d372PKfBw9hvFT4ge8L0xHpu"
    "3JrswZQEM1ok6SU64vKxfly+KSvNfFlVTkHKOTFtGLppwTv9ozq6K8pZj+aD87Ac2N2LHr"
    "IBIs15U8shBtuGxt90Nh6Icqy20G0E8NfnMmY7WRUZUrbnyvoAa70Fkj25rvVFjmUfpRfS"
    "HD9EU10ReVPG+8yHHVtrgSVCM1ueeNbhEiypCylsHjjKbReAIY/6k8+wzIiH5T5rehQzQN"
    "Qp2vstDzKP0W+k5cS3gz/w0tBEL+gL5WiXgO0YHkGk4fPvzyUG+Vr3f7O7d3n39IhxdNdZ"
    "7xiBCrQnc63nCtzvUqWgsUmGqu0/GGa3WuBRFISbNSgNRo73yRfUnDs8snYYiQZa1M9vd+"
    "iJxH73/RLub8I/lk0FuInHv72Pdd4XGnxfWfqUylV/OPGMJtFt4WiRr5Hxu5KEq0i+v7m+"
    "vvPoxi4udw8bSFoW1xM0Dv+FO/cCUbW761nq6LV6AHH2OS6Lehn51LQPgJhTj++hUJCvv7"
    "48NpClaA/MCNZ/1gssLo3l+juW/vwHblYwToqwGVGhsDxwMQJI8cA+yDaAUjQMQDkzkhf6"
    "A1WDrxuOj1qDBfLT5WJmmimBex54H+aVIdBpnqcKzg5kCN3NbckbnkKwk3B9OJ2B7EvGa3"
    "drPUshfu03mO2olNg+wWzQngkDbnT9Bxv4M70b6c3qrdktdkkGXDnVzu4OhHfwvIZ9ntN0"
    "gMoAdY9QWsIAbU3QR8uo2SB4NX9OmA7J4LBCZvL8/Azw8335Z35FafLNiUhdmI5AHJFsxs"
    "12ZHHuSObENBgKU6qg1FgZWT3ipa24Ppj0iBynS44VLA5fH9CzoyPFgHw9DI1sTDQDWVn+"
    "ACVWkx8b3DakyQDjuoxtx5CIT+dgxoEg7YrhwX5XpHiMA+YvyO3EIeNfqBh75SzQMRHWUH"
    "Hv0xUU8oMFYvAHRdsIVOBOZoATcYxQiMwmdyzyFP3MJdWeE50mc47K9QUoD+W7SfF+4Y1X"
    "oNnVTlgC4D0mnT6DmiG9DfSaOMkiJSo8hAz3OwJAv3hqYLy68sLMQk/BUJDRHEItWoOkUh"
    "R+gQYewo5a+kkh5HU7peLHyy6tw63pNIWWJv1+pLMBlouWSkpOvngegTK4hXwF9mAZJvMK"
    "BPGFP1ZbGiesZ0dgFCopf4azB3IkzEw6eeHMd7dqJY/RwDP4wvEnVmCwKI8dYP7dfgB6rY"
    "+NSVQ3SYLcSArrBlrelon0ImzpNW4sRBnvxl6oEeo1W9UKuK/CfkWVRQVFZCHtVOvclxae"
    "aTcmVStS6qM7UuSola6GvgkJ1YWX/lcUaFbaw+8YuMwjpSxGmkwZpSzCERWuPLy4WwBU/e"
    "R+5hp8WzrBuv9KsVO/GKMtwCuz9jqfDuifLK/GyH5Ba9DpwHqpGMRJp+eq9ezQ8cK1Zq+m"
    "gNU3QyG5W3X0ci/VdB2U3Ha1hWPZGy+ic1Vv+kXOhnTIpeTApTYXZkk8KFOLJi97bqFBSR"
    "GqnAPc9BiJ7JuqE+AzzO8N+U/3Qxme8UM4CLOJ3WIZM0M2iGTdLMsZJmxCtHf1b3qRJcWi"
    "2HZHwz/iSB+c17m6oN8Nxj04EFLkxpRjQV6mVJzcYUf6EpnsxBideapjspQENjvJMOAaHv"
    "Kjk70vEa8nshY4FXG+DG/j60TPRse5iY6hBiqg2MvxJOpzkwxt+gGTbG3xCMv3wFMMafVC"
    "x7qMYfJ+QC86/4I6g2AFk56j4Ia8w8E3E9jpEnFXGd1kRcp+WIqzlvJOP3SoLdq0pur8pn"
    "N2y8KFTrWJtDNOR3KiO91bJbck+gwN0pdopkMfoVYnTiBQpC5xkudtYmVPK2FWD6kT2TWo"
    "1nNavxTNDo2jiGBtC85zj68D3CuEIVTm/VasE4GdRHFmJWg2N0YVNwo112XCzd5Dcq6uBS"
    "TTOP0m+/6+RgByewGpwjx6P0o/p8JsH0+aySaHrL6BVH1ytKCZ8YkYW4UcIngzSTYKJ+pz"
    "oB/Rf7DZT3ruJQ/VaiDY3cEy9Fi1kXWH/pbFSbfvQLHaP6bLz3txs70MREjqMqd1KF1nNq"
    "YdEWGZBx3Y1Hed8JRtmTUQLqZ/p1EuMziZwmkVNTiyJEa/+5UREfizNFfE35N5mGJtPwBC"
    "y+gfdmviGfH3nRF7Qg2s1IYALyA8Z1tuAiGWqF8dg+rEL+SB6yopoDl4Z5vIPqJmm0kxfu"
    "jmT1jTZKoa0coaHy/VZC+X5bqXy/LZ1g62/ChZJhkyM0ZHci5wmpcYSY6OxxorNk8/QV4y"
    "IsRCPrpbUKKHO2YEfnGpH9Ca2pfqnEbBFmRPagobcXxhZsvJv8SScmvdJNLrgf7uEasnj1"
    "7C9OOjDBlWWV3WMOc5r9xNuRWGrD3rOP1JPj4sI4QK9EPgvVjglupg77JrJvrXAsAg38YA"
    "AfQ4RsENGDmTA9fmkHcOT7dnKCtA137+LDm0J/C5b+/sCmlZ/DkhObyHcQn3rQxUtkm8pE"
    "9LyhOLJlGsscNcs6m4cStzVJ1ixIQ+Oy/SxryliZ4QdytZphbcitIfPhwy+xX2mN8e8uS+"
    "KrT9e/xPyud/s7t3eff0iHM6Tf3N69N2EaE6YZDtn6hGmiRE8R6UGpjVWr/tBBfXWpc2yi"
    "YTlR+fRt4Wg+JSE9YEkwcBPYhYFGP+lTP8mmtUTtvR9GZE0RMJsj9PPHTi+kUqYualKmLo"
    "aWAjgsgrtIAlw6IY4s1UxWHqUf1Z2ks8YVRKpMcyBDtBTRC38dQE+x40cG0Y/kTpJZf/Pn"
    "FtnM1DJaOZAhWorogJCkRHIG0I/gcxl+z6vpPS+xu/bnjpoM5wjD72F+t2iOnUiJYAaiH8"
    "OdtKvZ53nQE47RRIXqElA/wjtZk1nepk0JnxrCpQlfCA3tGn1OWzO7E405RI9CB2ldB7cU"
    "YSiWojjwcQRdwqCtpszxMP3InsqtFjWLxQAaPg6bYRmC5fs9ku+0wYr8shj9CO5kvfD8CA"
    "nyfasDsxlAB4L7DszSfy3VUDgHMvHwBrSnCYOqzBdxhvwG5OdOfOsJKYSxyjgt6C80oZZZ"
    "0q+qV/Srave/GtslmCFbguy9P1+N6gLIEC1FdJxKqqZsZxANKW65uM5GZJ9znht1tyhjNa"
    "r36PugrHVAVg3FQ7JYjEbUt1cdZtq2HLkRJJdDJj8BPM5MQOMJMAnBJiH4+CanJgnBROX0"
    "YumpSgveDxhLJAdbi3isZGHUj/4WQLCH7ouU5mhJpAlADyR6AEieaAMnAq/+hb46OCJT8w"
    "78/NN31w8f/vXtOC5ioiVLyfhvMNh4tl8ukOr6ZcK8Zk6XYeo8yznNxZumAc3gGtAcR5kd"
    "2uLXtjab/AZV3Jg5QgtDuG8H5hZiq6kGW8bqJNM9a7GmoVXfdhvZqz2kbraxMI0cEj2zb5"
    "ramM4rAzPQZDqvHNU2uyUWyKjaMotvj2XsMpeM7KtyMwu7mU4Q5pyFQUSXukk1qgxK13P8"
    "okDp0DSJ7nOYl6H/B/KspajlVeUawYNa0dk0WCsY0yNcrJwmnecLQKMNN9WGE02jSXSaxR"
    "n+G1sjJog6DHMwTiJvYBFmuP7m4OxEVnfy+KUTromUNiC3iDT0FukNkGeT9ymTW8IZasu7"
    "4oLW+KkLbhloyDVZEyZrYkBka5I1QX1un9B6Lj7tlLk7rvPLUX+ctY4HduKWi58vkXbAjI"
    "O2nem1LIY2UjPZCQPRn2uOx2GmT8GeZ1A6Lekmz/k0d1MTMOyeV2bNlySVQRhGD+t97j4s"
    "1078NQ3ynRjHsuoeI1uHj2kwwW0dgtv3myCg/XySL17SodnbtUo0zgf23ZVYfNSBEGI6DR"
    "8n/s1PVYnfmrYbRaCGEfH2T0RocNae1gftddJ3OEQQq3acShEaSvFkIpPWManO6piUpNjk"
    "5PacBG1OjzR+/lNg2Pj5j+XnN2cfqlJ7+OzD4xh+d6EtDpskN8Z1xp5Ph3Ri5gUwjIgUpN"
    "nLmzh6Uzbt+GFMFVQcIQlC/5kYDlW32TzsLKoS+vRbqgdVjGn40tToTRqhk07czRAaqtHt"
    "NxM1uefdJkWT3evZWShRzEAMy5IsRzDaKHk0coSGHE9kmnRNqrt0TUptukwS7rErYk0no+"
    "NOAMKRs46ppG0UiZqu2FC+Cq+fP3UiV8JVU8FVai3qeE8NZJ+DaeR/6lny8Wa+dqImi08R"
    "aeagsfM1oGZrk7QxHmhmoHEVTNxwyqoySGuVoCJUm4z3nucgRAsncJAXCVT9v9/ffa4KrL"
    "GoAve2s4jAf4DbYerO6K/LjbegDIP5xnEjx8Ov6fv+Nupocmp4pizRJ1f3KSq2JBonZ7Q8"
    "hvFT4gcU+xRhRItNlZvcF2Ba2GF9t4gqeitL9B9Mv3xpxuAwN4f2Ssg4X7Js/RgH0snoao"
    "9XFy6IVjLfKTJbgBmRFVDLBzhkmeVRRmhF+kcWBpLnlcMYcT0Yot+vnS1Ejv9LovP8ZnM4"
    "MJ/+0A3D0gzzS6MExeku1QLHeuc/FPdz6cIC6yilGyfKskDX54gmnwN8/vn2diTY7QzHch"
    "xz+3wFu0fM5bmmJ+XQQ4OrcnqyAeODuT0WZMe2muMjKNPIF15T0zzcmmaTjd2vK/SJfFuV"
    "8GM6XgsvWyGjRKa2YFpdWzAt1RZkCp8qyyWgftHd9tn2l1aA/MAVJEndr6HrVifBs0BtYi"
    "pvppcX2dJB/6hbLO4/Xd/eirozRdBxlaIkDGQYIRL6Wm1CJKZ4poPiGWUfJwvRSfforlym"
    "LT+RLeXEGBq98gUyKt4hUxlz8pUx1SexsbfHhy1plVPYlAxp3nKuLJWhVS/GpB6kSd0k0+"
    "gYKUaaTITxZRyN8ADuXB8KFpvq3CEGooVHo++8IaM8G+V5IIreYeX5OIrePmr1MW7+KFL1"
    "+AG1yl7W4Sse24G6J4ibCDpiJcXMwq4TLrLwCk5nF8mYvDzORRAja+NFjmuKn/stfjZVjZ"
    "znWaaosbqmsVTSiMJQZIZX6xwZQAenft8KR7zCqBabcyANJXo6m8kEU2azms5js9IxXJQ0"
    "xdPOWIwO0t11C71kv3T+EEhznaXIwXTSoXs2GFl1RVXKc5iGC0oHku6Ha5FDpIblDKEhwT"
    "L8VtNbYhevEFIrZssRw4jS6lXIRslV0rdTgH6bZie6CfIWPj1ZS4VjFqMfzecyzRLOq5sl"
    "nJeaJdjIddaOMHO3mmQOpCHL7S7bK4itFYLUbxX6W4EO6Psugp6Y6jK4wPecoE9wo6zT6u"
    "7ubrnF+v3Hosn486f3H768StLGyCAnqlD9Eh6VtkwGYvbM1vfMIETPDhL8CKonhIGYCWl9"
    "QujrkehIxurVn4FoqLO37Tf8SqRFVYdhMBoy3H53d8d7hq5jW+S/G6TkAi8jdSS89RZbax"
    "gEQqGuXsYZiFnGW1/GncBqcFAHj9JQkZcxSs+rbdLzkkka+RF0qSYu4LnSkcuDTHa2oGlc"
    "QKwYy18uscijUts0roDUprCj76yq0F+QdQDZqsJdBmozBa2Jd3IaqyKxPMiQWiT1Nz8+GF"
    "6R1QLK0FrVOliR1yLMEFtaBPBTg0WAAxlSS7Fd6LjqrBZQhtZyRejCbbK6lnCG2iK1kU8G"
    "xXu7kgXBggypQlKTrV2V1RxlaBXSmv6mVYllcYbaErVkZy8zWp1Omo7XwUnTdzYp+dKbBs"
    "3QOZhGXpuePQtJSYC/FbZprPZNFmA6yH3XuRxs8YWSpBeARtabF4NGaB2IcvRq6kFziNkm"
    "Swkc5iSp40o0jmDY6DAXDmdWlObJ656DVw0moAA0M9B0Bo5/aMJAV6LWF3nV9v4lnGHXHB"
    "s/hFJ+c2x8T8fGH7W996kyfai/t5jpbK1tgWfJXmQnS3BxXxpSo4qkAcX3cQTsi78dCVpV"
    "FIeM65pVJE0qrEJIre32ZHxLjD2t5GVWZa8yMQJBnKyiRaxpaTa4lmbMFMnrLDzIqCvCcx"
    "HTH4GsLzZH6JgdXcdelh19WZ0dfVmu99+TKMtvBtDPyz2RKaabVFfTTUrldGuEMXwU9FKo"
    "Dp4xEC0EuO8A2gK5ovbg1YRnAEP3C47p5FQXRZ8ThzXb4GGrnSeuPWMyb/h2YnyrmpOcxA"
    "3J4vmC1ogqhMi+SX8mJZOnNGZcZ/OE2WiLKRc+aPOMHnywXcEIQA+w7g7gQhwBWiCFbABB"
    "8kiwdaIViFYOBkn991+A54P4K78DTgQWKx8jcikCkQ8S7snl16PC3Pb1zoqm0iWfzr6WnX"
    "aPKtpspl1g+1p/tXXFTISCpsqjtNjdC41MzmTSMsio6kYmZ6XEDGMQdGkQmACHCXCcgJ4k"
    "HeA4jpZ0k3R1uHW8J5GCxN6u1Y323SEsl4yUVYtWCKwgXgF/SVQRwgd55jcY0CeMifLiLF"
    "aAaCTT2QUIoWf7azB3IvwafIDkRjKawokmgoG/9QQqUPvPl2mqHCIyJAmxGBfzMF3Mkf+E"
    "PIvKhsruzKPaUYKOOxkdt4U0WXxHzmFiliKlCeBxZgKUJqBGg9rz2o6XiW63X/IHnth8yK"
    "pPvCgOUHNKp6BaeWIm6bD+tP++fZz+kHnwuIMf6OkAyalkcQ0yPfuLu4y+Bk6IsGUOBRus"
    "euMHRE9Zis4tqDaJGUgrOcNDmIb2+tSkwi+rKmYADV1lVxJq4lWllnhVduM4j45SWkKO0J"
    "DdmZQjclbjiJyVHZHZUq60KLMoowM2VsKZDVOJfh5nJuAFVtCafl/1H0ABaGppms9ArNuq"
    "88/ADPsvY19BGcwBpjK1pApSiYx8JWUwh+gX15vOZNyGZFTNCRAlx2GIok3oNVqxOaBZM5"
    "quGdDD2zjRRVlp5IFmBprOAO+dUU0D1M5xa+oiT4bh2PmxppueEr1FmOHWpGQMr+a0ndhN"
    "+iRNCea3ocPcZj/99iJj9+wjNaW5uGIOKTr2fhOKg2LJjXFdLGxOh0gmEf0fTXJe0Xxmov"
    "YD30sSnm0UApeQ4+7I3zbYOq4L5gjQBoXAIQM8tM/wKWcNtfHAiqzo/Aj7JyJZguJVm4BM"
    "XG2wcbV41kr8Vxv+6XgNwxRTuXTpmmzp0omEiewriXeO0UlZ7N3Q3Ch5B7PxOnHeon8QCT"
    "TxaqNnP9xwWesCUTzKkYOZY6fok1s9doqw64dq1j0L0cgp2KJbKtcOpf1ROcSsHzLOElvU"
    "U6SBl8TWuo8RK1eHbff4h90Cq5LNoQa2DMhyyi5/QzLTv6DlBkN3JKyNTm6N60z1xOjFVk"
    "gHI1vOZr8mRnVy/iCIqLW9hYRNWlu8QjCkpcdrIjxx1c7e9KblOj56JjZ4sIloRQ6g3/5d"
    "XJrzhHbETqdVGWVbvssXHbTx929OCkZM0fMxi565qSjRW23AF3EaGvLtV/0YTcZoMgPZdQ"
    "9rMsfZde+3TrRYIftuuRTtvOxtqd0X7wH0QFTJLRhQ5yTd+vaVrvH+CAHZxENg+wjH7T7o"
    "finYVdWwwo2Sjq3zhZv9sc/90Ti2O3RsM6IuKbYMwuyGh3fDDW5lM9S8OzEjVEPaCq9R6C"
    "xWol1wf6d2A4T5mC5rJc1u1OduRMxvLMxnqt6QGIiOe9JsJpVjPavJsZ6VasLIj0qB4f1w"
    "DdmdSFXcTWoq7iblijsagxLmM9WHrcRlFz2ErLrfoDoNTpW0gz43sz//H4Av/vA="
)
