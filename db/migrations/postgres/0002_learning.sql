CREATE TABLE "amendment_reviews" (
	"amendmentId" integer NOT NULL,
	"subject" text NOT NULL,
	"subjectId" text NOT NULL,
	"reviewedBy" integer NOT NULL,
	"reviewedAt" bigint NOT NULL,
	CONSTRAINT "amendment_reviews_amendmentId_subject_subjectId_pk" PRIMARY KEY("amendmentId","subject","subjectId")
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "amendments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"law" text NOT NULL,
	"article" text NOT NULL,
	"inForce" text NOT NULL,
	"note" text NOT NULL,
	"createdBy" integer NOT NULL,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "error_reports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "error_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"subject" text NOT NULL,
	"subjectId" text NOT NULL,
	"locale" text NOT NULL,
	"body" text NOT NULL,
	"accountId" integer,
	"createdAt" bigint NOT NULL,
	"handledAt" bigint,
	"handledBy" integer,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "practice_cards" (
	"accountId" integer NOT NULL,
	"questionId" integer NOT NULL,
	"card" jsonb NOT NULL,
	"dueAt" bigint NOT NULL,
	"updatedAt" bigint NOT NULL,
	CONSTRAINT "practice_cards_accountId_questionId_pk" PRIMARY KEY("accountId","questionId")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"meaning" jsonb NOT NULL,
	"entries" jsonb NOT NULL,
	"syllables" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "syllables" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "amendment_reviews" ADD CONSTRAINT "amendment_reviews_amendmentId_amendments_id_fk" FOREIGN KEY ("amendmentId") REFERENCES "public"."amendments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment_reviews" ADD CONSTRAINT "amendment_reviews_reviewedBy_accounts_id_fk" FOREIGN KEY ("reviewedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_createdBy_accounts_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_handledBy_accounts_id_fk" FOREIGN KEY ("handledBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_questionId_questions_id_fk" FOREIGN KEY ("questionId") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_public_id" ON "amendments" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "amendments_article" ON "amendments" USING btree ("law","article","inForce");--> statement-breakpoint
CREATE UNIQUE INDEX "error_reports_public_id" ON "error_reports" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "error_reports_open" ON "error_reports" USING btree ("handledAt","createdAt");--> statement-breakpoint
CREATE INDEX "practice_cards_due" ON "practice_cards" USING btree ("accountId","dueAt");