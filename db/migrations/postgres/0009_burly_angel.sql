CREATE TABLE "attempt_traces" (
	"attemptId" integer PRIMARY KEY NOT NULL,
	"device" text,
	"network" text,
	"leaves" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_cases" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_cases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"attemptId" integer NOT NULL,
	"weight" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"candidate" boolean NOT NULL,
	"foundAt" bigint NOT NULL,
	"decision" text,
	"decidedAt" bigint,
	"decidedBy" integer,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "review_runs" (
	"contestId" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"cases" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strikes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "strikes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"reason" text NOT NULL,
	"struckBy" integer NOT NULL,
	"struckAt" bigint NOT NULL,
	"appealUntil" bigint,
	"appeal" text,
	"appealedAt" bigint,
	"answer" text,
	"answeredBy" integer,
	"answeredAt" bigint,
	"undoneAt" bigint,
	"undoneBy" integer,
	"undoneWhy" text
);
--> statement-breakpoint
ALTER TABLE "attempt_traces" ADD CONSTRAINT "attempt_traces_attemptId_attempts_id_fk" FOREIGN KEY ("attemptId") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_attemptId_attempts_id_fk" FOREIGN KEY ("attemptId") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cases" ADD CONSTRAINT "review_cases_decidedBy_accounts_id_fk" FOREIGN KEY ("decidedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_runs" ADD CONSTRAINT "review_runs_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_struckBy_accounts_id_fk" FOREIGN KEY ("struckBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_answeredBy_accounts_id_fk" FOREIGN KEY ("answeredBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strikes" ADD CONSTRAINT "strikes_undoneBy_accounts_id_fk" FOREIGN KEY ("undoneBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "review_cases_public_id" ON "review_cases" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "review_cases_account" ON "review_cases" USING btree ("contestId","accountId");--> statement-breakpoint
CREATE UNIQUE INDEX "strikes_public_id" ON "strikes" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "strikes_of" ON "strikes" USING btree ("contestId","accountId");