CREATE TABLE "contest_rules_versions" (
	"contestId" integer NOT NULL,
	"number" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"closesAt" bigint NOT NULL,
	"reason" jsonb,
	"proposedBy" integer,
	"approvedBy" integer,
	"from" bigint NOT NULL,
	CONSTRAINT "contest_rules_versions_contestId_number_pk" PRIMARY KEY("contestId","number")
);
--> statement-breakpoint
CREATE TABLE "paper_pools" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "paper_pools_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"contestId" integer NOT NULL,
	"hash" text NOT NULL,
	"pool" jsonb NOT NULL,
	"madeAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regrade_scores" (
	"contestId" integer NOT NULL,
	"attemptId" integer NOT NULL,
	"score" integer NOT NULL,
	"correct" integer NOT NULL,
	CONSTRAINT "regrade_scores_contestId_attemptId_pk" PRIMARY KEY("contestId","attemptId")
);
--> statement-breakpoint
CREATE TABLE "regrades" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "regrades_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"revisionId" integer NOT NULL,
	"decision" jsonb NOT NULL,
	"reason" text NOT NULL,
	"erratum" jsonb NOT NULL,
	"createdBy" integer NOT NULL,
	"createdAt" bigint NOT NULL,
	"undoneBy" integer,
	"undoneAt" bigint,
	"undoneReason" text,
	"settledAt" bigint,
	"marked" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contest_statistics" (
	"contestId" integer PRIMARY KEY NOT NULL,
	"people" integer NOT NULL,
	"mean" integer NOT NULL,
	"deviation" integer NOT NULL,
	"reliability" integer,
	"method" text NOT NULL,
	"basis" text NOT NULL,
	"computedAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_statistics" (
	"contestId" integer NOT NULL,
	"revisionId" integer NOT NULL,
	"shown" integer NOT NULL,
	"answered" integer NOT NULL,
	"right" integer NOT NULL,
	"facility" integer NOT NULL,
	"discrimination" integer,
	"choices" jsonb NOT NULL,
	"timed" integer NOT NULL,
	"meanMs" integer NOT NULL,
	"medianMs" integer NOT NULL,
	CONSTRAINT "item_statistics_contestId_revisionId_pk" PRIMARY KEY("contestId","revisionId")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "poolId" integer;--> statement-breakpoint
ALTER TABLE "contest_rules_versions" ADD CONSTRAINT "contest_rules_versions_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_rules_versions" ADD CONSTRAINT "contest_rules_versions_proposedBy_accounts_id_fk" FOREIGN KEY ("proposedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_rules_versions" ADD CONSTRAINT "contest_rules_versions_approvedBy_accounts_id_fk" FOREIGN KEY ("approvedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pools" ADD CONSTRAINT "paper_pools_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrade_scores" ADD CONSTRAINT "regrade_scores_attemptId_attempts_id_fk" FOREIGN KEY ("attemptId") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_revisionId_revisions_id_fk" FOREIGN KEY ("revisionId") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_createdBy_accounts_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regrades" ADD CONSTRAINT "regrades_undoneBy_accounts_id_fk" FOREIGN KEY ("undoneBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_statistics" ADD CONSTRAINT "contest_statistics_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_revisionId_revisions_id_fk" FOREIGN KEY ("revisionId") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_pools_hash" ON "paper_pools" USING btree ("contestId","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "regrades_public_id" ON "regrades" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "regrades_contest" ON "regrades" USING btree ("contestId","undoneAt");--> statement-breakpoint
CREATE INDEX "item_statistics_revision" ON "item_statistics" USING btree ("revisionId");