CREATE TABLE "column_mappings" (
	"accountId" integer NOT NULL,
	"headings" text NOT NULL,
	"columns" jsonb NOT NULL,
	"savedAt" bigint NOT NULL,
	CONSTRAINT "column_mappings_accountId_headings_pk" PRIMARY KEY("accountId","headings")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"importId" integer NOT NULL,
	"questionId" integer NOT NULL,
	"before" integer,
	"after" integer NOT NULL,
	CONSTRAINT "import_rows_importId_questionId_pk" PRIMARY KEY("importId","questionId")
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "publicId" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "added" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "revised" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "unchanged" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "finishedAt" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undoneAt" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undoneBy" integer;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "owner" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "question_sets" ADD COLUMN "hiddenSince" bigint;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_importId_imports_id_fk" FOREIGN KEY ("importId") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_questionId_questions_id_fk" FOREIGN KEY ("questionId") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "imports_public_id" ON "imports" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "imports_file" ON "imports" USING btree ("fileHash");