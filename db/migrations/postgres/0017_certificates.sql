CREATE TABLE "certificates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "certificates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"basis" text NOT NULL,
	"level" jsonb NOT NULL,
	"score" integer,
	"issuedAt" bigint NOT NULL,
	"issuedBy" integer,
	"revokedAt" bigint,
	"revokedBy" integer,
	"revokedWhy" text
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issuedBy_accounts_id_fk" FOREIGN KEY ("issuedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_revokedBy_accounts_id_fk" FOREIGN KEY ("revokedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_number" ON "certificates" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_holder" ON "certificates" USING btree ("contestId","accountId","basis");--> statement-breakpoint
CREATE INDEX "certificates_account" ON "certificates" USING btree ("accountId");