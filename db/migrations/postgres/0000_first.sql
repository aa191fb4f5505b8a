CREATE TABLE "accounts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"phoneIndex" text,
	"phoneCipher" text,
	"name" text,
	"showName" boolean NOT NULL,
	"regionEdition" text,
	"region" text,
	"organisationId" integer,
	"login" text,
	"passwordHash" text,
	"roles" jsonb NOT NULL,
	"sample" boolean NOT NULL,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"attemptId" integer NOT NULL,
	"position" integer NOT NULL,
	"choice" integer NOT NULL,
	"sequence" integer NOT NULL,
	"savedAt" bigint NOT NULL,
	"late" boolean NOT NULL,
	CONSTRAINT "answers_attemptId_position_pk" PRIMARY KEY("attemptId","position")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"number" integer NOT NULL,
	"region" text,
	"organisationId" integer,
	"paper" jsonb NOT NULL,
	"startedAt" bigint NOT NULL,
	"deadlineAt" bigint NOT NULL,
	"acceptUntil" bigint NOT NULL,
	"heldBy" integer NOT NULL,
	"displaced" jsonb NOT NULL,
	"finishedAt" bigint,
	"finishedBy" text,
	"score" integer,
	"maximum" integer NOT NULL,
	"correct" integer,
	"durationMs" integer
);
--> statement-breakpoint
CREATE TABLE "chapters" (
	"number" integer PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"phoneIndex" text NOT NULL,
	"codeHash" text NOT NULL,
	"browserHash" text NOT NULL,
	"tries" integer NOT NULL,
	"createdAt" bigint NOT NULL,
	"expiresAt" bigint NOT NULL,
	"usedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "contest_sets" (
	"contestId" integer NOT NULL,
	"setId" integer NOT NULL,
	CONSTRAINT "contest_sets_contestId_setId_pk" PRIMARY KEY("contestId","setId")
);
--> statement-breakpoint
CREATE TABLE "contests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"edition" text NOT NULL,
	"opensAt" bigint NOT NULL,
	"closesAt" bigint NOT NULL,
	"rules" jsonb NOT NULL,
	"sample" boolean NOT NULL,
	"createdBy" integer,
	"createdAt" bigint NOT NULL,
	"publishedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" text PRIMARY KEY NOT NULL,
	"validFrom" text NOT NULL,
	"validTo" text,
	"nameZh" text NOT NULL,
	"nameEn" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"chapter" integer NOT NULL,
	"position" integer NOT NULL,
	"core" boolean NOT NULL,
	"status" text NOT NULL,
	"level" integer NOT NULL,
	"checkedOn" text NOT NULL,
	"title" jsonb NOT NULL,
	"versions" jsonb NOT NULL,
	"related" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"contestId" integer NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"rows" integer NOT NULL,
	"createdBy" integer NOT NULL,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"setId" integer NOT NULL,
	"fileName" text NOT NULL,
	"fileHash" text NOT NULL,
	"rowsIn" integer NOT NULL,
	"stored" integer NOT NULL,
	"refused" integer NOT NULL,
	"createdBy" integer,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"revisionId" integer PRIMARY KEY NOT NULL,
	"right" integer NOT NULL,
	"explanation" jsonb NOT NULL,
	"sources" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "laws" (
	"code" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"inForce" text NOT NULL,
	"until" text,
	"read" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"name" text NOT NULL,
	"normalName" text NOT NULL,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_sets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "question_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"licence" text NOT NULL,
	"createdBy" integer,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"setId" integer NOT NULL,
	"externalId" text NOT NULL,
	"currentRevision" integer,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"edition" text NOT NULL,
	"slug" text NOT NULL,
	"code" text,
	"kind" text NOT NULL,
	"nameZh" text NOT NULL,
	"nameEn" text NOT NULL,
	"shortZh" text NOT NULL,
	"shortEn" text NOT NULL,
	"areaGroup" text,
	"population" integer,
	"populationNote" text,
	"tileCol" integer,
	"tileRow" integer,
	"position" integer NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"hosts" jsonb NOT NULL,
	"formerly" jsonb NOT NULL,
	CONSTRAINT "regions_edition_slug_pk" PRIMARY KEY("edition","slug")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"questionId" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"chapter" integer,
	"entryId" text,
	"level" integer NOT NULL,
	"seconds" integer NOT NULL,
	"validFrom" text,
	"validTo" text,
	"face" jsonb NOT NULL,
	"hash" text NOT NULL,
	"createdBy" integer,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"tokenHash" text NOT NULL,
	"accountId" integer NOT NULL,
	"createdAt" bigint NOT NULL,
	"seenAt" bigint NOT NULL,
	"expiresAt" bigint NOT NULL,
	"revokedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "setup_tokens" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "setup_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"tokenHash" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"usedAt" bigint,
	"usedBy" integer
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"attemptId" integer NOT NULL,
	"score" integer NOT NULL,
	"durationMs" integer NOT NULL,
	"finishedAt" bigint NOT NULL,
	"region" text,
	"organisationId" integer,
	CONSTRAINT "standings_contestId_accountId_pk" PRIMARY KEY("contestId","accountId")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organisationId_organisations_id_fk" FOREIGN KEY ("organisationId") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attemptId_attempts_id_fk" FOREIGN KEY ("attemptId") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_organisationId_organisations_id_fk" FOREIGN KEY ("organisationId") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_sets" ADD CONSTRAINT "contest_sets_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_sets" ADD CONSTRAINT "contest_sets_setId_question_sets_id_fk" FOREIGN KEY ("setId") REFERENCES "public"."question_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_setId_question_sets_id_fk" FOREIGN KEY ("setId") REFERENCES "public"."question_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keys" ADD CONSTRAINT "keys_revisionId_revisions_id_fk" FOREIGN KEY ("revisionId") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_setId_question_sets_id_fk" FOREIGN KEY ("setId") REFERENCES "public"."question_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_questionId_questions_id_fk" FOREIGN KEY ("questionId") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_attemptId_attempts_id_fk" FOREIGN KEY ("attemptId") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_organisationId_organisations_id_fk" FOREIGN KEY ("organisationId") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_public_id" ON "accounts" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_phone" ON "accounts" USING btree ("phoneIndex");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("login");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_public_id" ON "attempts" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number" ON "attempts" USING btree ("contestId","accountId","number");--> statement-breakpoint
CREATE INDEX "attempts_account" ON "attempts" USING btree ("accountId");--> statement-breakpoint
CREATE INDEX "attempts_overdue" ON "attempts" USING btree ("finishedAt","acceptUntil");--> statement-breakpoint
CREATE INDEX "codes_phone" ON "codes" USING btree ("phoneIndex","createdAt");--> statement-breakpoint
CREATE UNIQUE INDEX "contests_public_id" ON "contests" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "contests_slug" ON "contests" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_slug" ON "entries" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_public_id" ON "organisations" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_name" ON "organisations" USING btree ("normalName");--> statement-breakpoint
CREATE UNIQUE INDEX "question_sets_public_id" ON "question_sets" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_public_id" ON "questions" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_external" ON "questions" USING btree ("setId","externalId");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_number" ON "revisions" USING btree ("questionId","number");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("tokenHash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("accountId");--> statement-breakpoint
CREATE UNIQUE INDEX "setup_tokens_hash" ON "setup_tokens" USING btree ("tokenHash");--> statement-breakpoint
CREATE INDEX "standings_order" ON "standings" USING btree ("contestId","score","durationMs","finishedAt");--> statement-breakpoint
CREATE INDEX "standings_region" ON "standings" USING btree ("contestId","region","score","durationMs","finishedAt");