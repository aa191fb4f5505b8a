CREATE TABLE "approvals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"payload" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposedBy" integer NOT NULL,
	"proposedAt" bigint NOT NULL,
	"expiresAt" bigint NOT NULL,
	"decidedBy" integer,
	"decidedAt" bigint,
	"outcome" text,
	"note" text,
	"usedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" integer,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL,
	"reason" text NOT NULL,
	"origin" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "recovery_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"accountId" integer NOT NULL,
	"codeHash" text NOT NULL,
	"usedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "second_factors" (
	"accountId" integer PRIMARY KEY NOT NULL,
	"secretCipher" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"confirmedAt" bigint,
	"lastStep" integer,
	"failures" integer DEFAULT 0 NOT NULL,
	"failedAt" bigint
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "deactivatedAt" bigint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factorAt" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "publicId" text;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "columns" jsonb;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "filter" jsonb;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "total" integer;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "bytes" integer;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "finishedAt" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "failedAt" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "expiresAt" bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "removedAt" bigint;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_proposedBy_accounts_id_fk" FOREIGN KEY ("proposedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decidedBy_accounts_id_fk" FOREIGN KEY ("decidedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_public_id" ON "approvals" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "approvals_waiting" ON "approvals" USING btree ("outcome","expiresAt");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor","number");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject","number");--> statement-breakpoint
CREATE INDEX "recovery_codes_account" ON "recovery_codes" USING btree ("accountId");--> statement-breakpoint
CREATE UNIQUE INDEX "exports_public_id" ON "exports" USING btree ("publicId");--> statement-breakpoint
UPDATE "accounts" SET "roles" = '["system","organizer","administrator","reviewer","auditor"]'::jsonb WHERE "roles" = '["system"]'::jsonb;
