CREATE TABLE "question_acts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_acts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"act" text NOT NULL,
	"by" integer NOT NULL,
	"at" bigint NOT NULL,
	"note" text NOT NULL,
	"undoneAt" bigint,
	"undoneBy" integer
);
--> statement-breakpoint
CREATE TABLE "question_articles" (
	"questionId" integer NOT NULL,
	"law" text NOT NULL,
	"article" text NOT NULL,
	CONSTRAINT "question_articles_questionId_law_article_pk" PRIMARY KEY("questionId","law","article")
);
--> statement-breakpoint
CREATE TABLE "question_steps" (
	"actId" integer NOT NULL,
	"questionId" integer NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	CONSTRAINT "question_steps_actId_questionId_pk" PRIMARY KEY("actId","questionId")
);
--> statement-breakpoint
CREATE TABLE "question_texts" (
	"questionId" integer PRIMARY KEY NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "retiredAt" bigint;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "retiredBy" integer;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "headRevision" integer;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "state" text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "error_reports" ADD COLUMN "assignedTo" integer;--> statement-breakpoint
ALTER TABLE "question_acts" ADD CONSTRAINT "question_acts_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_acts" ADD CONSTRAINT "question_acts_undoneBy_accounts_id_fk" FOREIGN KEY ("undoneBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_articles" ADD CONSTRAINT "question_articles_questionId_questions_id_fk" FOREIGN KEY ("questionId") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_steps" ADD CONSTRAINT "question_steps_actId_question_acts_id_fk" FOREIGN KEY ("actId") REFERENCES "public"."question_acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_steps" ADD CONSTRAINT "question_steps_questionId_questions_id_fk" FOREIGN KEY ("questionId") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_texts" ADD CONSTRAINT "question_texts_questionId_questions_id_fk" FOREIGN KEY ("questionId") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_acts_public_id" ON "question_acts" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "question_articles_cited" ON "question_articles" USING btree ("law","article");--> statement-breakpoint
CREATE INDEX "question_steps_question" ON "question_steps" USING btree ("questionId");--> statement-breakpoint
ALTER TABLE "question_sets" ADD CONSTRAINT "question_sets_retiredBy_accounts_id_fk" FOREIGN KEY ("retiredBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_assignedTo_accounts_id_fk" FOREIGN KEY ("assignedTo") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questions_state" ON "questions" USING btree ("state");--> statement-breakpoint
CREATE INDEX "error_reports_subject" ON "error_reports" USING btree ("subject","subjectId");--> statement-breakpoint
UPDATE "questions" SET "headRevision" = coalesce("currentRevision", (SELECT "id" FROM "revisions" WHERE "questionId" = "questions"."id" ORDER BY "number" DESC LIMIT 1)), "state" = CASE WHEN "currentRevision" IS NULL THEN 'retired' ELSE 'published' END;--> statement-breakpoint
INSERT INTO "question_texts" ("questionId", "words") SELECT "questions"."id", lower("questions"."externalId" || chr(10) || coalesce(("face" #>> '{scenario,zh}') || chr(10) || ("face" #>> '{scenario,en}') || chr(10), '') || ("face" #>> '{stem,zh}') || chr(10) || ("face" #>> '{stem,en}') || chr(10) || (SELECT string_agg(("option" ->> 'zh') || chr(10) || ("option" ->> 'en'), chr(10)) FROM jsonb_array_elements("face" -> 'options') AS "option") || chr(10) || ("explanation" ->> 'zh') || chr(10) || ("explanation" ->> 'en')) FROM "questions" JOIN "revisions" ON "revisions"."id" = "questions"."headRevision" JOIN "keys" ON "keys"."revisionId" = "revisions"."id";--> statement-breakpoint
INSERT INTO "question_articles" ("questionId", "law", "article") SELECT DISTINCT "questions"."id", "source" ->> 'law', "source" ->> 'article' FROM "questions" JOIN "keys" ON "keys"."revisionId" = "questions"."headRevision" CROSS JOIN jsonb_array_elements("sources") AS "source";
