CREATE TABLE "contest_notices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contest_notices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"kind" text NOT NULL,
	"words" jsonb NOT NULL,
	"closedBefore" bigint,
	"closesAfter" bigint,
	"actorId" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "extra_times" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "extra_times_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"percent" integer NOT NULL,
	"reason" text NOT NULL,
	"grantedBy" integer NOT NULL,
	"grantedAt" bigint NOT NULL,
	"undoneBy" integer,
	"undoneAt" bigint
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "heldAt" bigint;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "heldMs" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contests" ADD COLUMN "pausedAt" bigint;--> statement-breakpoint
ALTER TABLE "contest_notices" ADD CONSTRAINT "contest_notices_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_notices" ADD CONSTRAINT "contest_notices_actorId_accounts_id_fk" FOREIGN KEY ("actorId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_times" ADD CONSTRAINT "extra_times_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_times" ADD CONSTRAINT "extra_times_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_times" ADD CONSTRAINT "extra_times_grantedBy_accounts_id_fk" FOREIGN KEY ("grantedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_times" ADD CONSTRAINT "extra_times_undoneBy_accounts_id_fk" FOREIGN KEY ("undoneBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contest_notices_public_id" ON "contest_notices" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "contest_notices_of" ON "contest_notices" USING btree ("contestId","at");--> statement-breakpoint
CREATE UNIQUE INDEX "extra_times_public_id" ON "extra_times" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "extra_times_of" ON "extra_times" USING btree ("contestId","accountId");