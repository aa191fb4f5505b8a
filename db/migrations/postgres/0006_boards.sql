CREATE TABLE "board_acts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "board_acts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"contestId" integer NOT NULL,
	"act" text NOT NULL,
	"actorId" integer NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_changes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "board_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"contestId" integer NOT NULL,
	"scope" text NOT NULL,
	"region" text,
	"organisationId" integer,
	"joined" text,
	"orderKey" "bytea" NOT NULL,
	"n" integer NOT NULL,
	"score" bigint NOT NULL,
	"squares" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_counts" (
	"contestId" integer NOT NULL,
	"scope" text NOT NULL,
	"region" text NOT NULL,
	"level" integer NOT NULL,
	"start" "bytea" NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "board_counts_contestId_scope_region_level_start_pk" PRIMARY KEY("contestId","scope","region","level","start")
);
--> statement-breakpoint
CREATE TABLE "board_sums" (
	"contestId" integer NOT NULL,
	"scope" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"people" integer NOT NULL,
	"score" bigint NOT NULL,
	"squares" bigint NOT NULL,
	CONSTRAINT "board_sums_contestId_scope_kind_name_pk" PRIMARY KEY("contestId","scope","kind","name")
);
--> statement-breakpoint
CREATE TABLE "held_standings" (
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	CONSTRAINT "held_standings_contestId_accountId_pk" PRIMARY KEY("contestId","accountId")
);
--> statement-breakpoint
CREATE TABLE "part_standings" (
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"scope" text NOT NULL,
	"attemptId" integer NOT NULL,
	"score" integer NOT NULL,
	"durationMs" integer NOT NULL,
	"finishedAt" bigint NOT NULL,
	"region" text,
	"correct" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"lot" bigint DEFAULT 0 NOT NULL,
	"orderKey" "bytea",
	"organisationId" integer,
	CONSTRAINT "part_standings_contestId_accountId_scope_pk" PRIMARY KEY("contestId","accountId","scope")
);
--> statement-breakpoint
DROP INDEX "standings_order";--> statement-breakpoint
DROP INDEX "standings_region";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "struckOutAt" bigint;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "correct" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "attempts" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "lot" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "orderKey" "bytea";--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "joined" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "board_acts" ADD CONSTRAINT "board_acts_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_acts" ADD CONSTRAINT "board_acts_actorId_accounts_id_fk" FOREIGN KEY ("actorId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_standings" ADD CONSTRAINT "held_standings_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_standings" ADD CONSTRAINT "held_standings_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_acts_of" ON "board_acts" USING btree ("contestId");--> statement-breakpoint
CREATE INDEX "board_changes_of" ON "board_changes" USING btree ("contestId","scope");--> statement-breakpoint
CREATE INDEX "part_standings_by_key" ON "part_standings" USING btree ("contestId","scope","orderKey");--> statement-breakpoint
CREATE INDEX "part_standings_by_region_key" ON "part_standings" USING btree ("contestId","scope","region","orderKey");--> statement-breakpoint
CREATE INDEX "standings_by_key" ON "standings" USING btree ("contestId","orderKey");--> statement-breakpoint
CREATE INDEX "standings_by_region_key" ON "standings" USING btree ("contestId","region","orderKey");