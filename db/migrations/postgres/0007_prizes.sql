CREATE TABLE "claims" (
	"winnerId" integer PRIMARY KEY NOT NULL,
	"provedAt" bigint NOT NULL,
	"consentVersion" text NOT NULL,
	"sealed" text,
	"submittedAt" bigint NOT NULL,
	"handedOverAt" bigint,
	"handedOverBy" integer,
	"handedNote" text,
	"erasedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "draw_chances" (
	"drawId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"token" text NOT NULL,
	"chances" integer NOT NULL,
	CONSTRAINT "draw_chances_drawId_accountId_pk" PRIMARY KEY("drawId","accountId")
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "draws_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"rule" text NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"run" integer NOT NULL,
	"repeats" integer,
	"commitment" text NOT NULL,
	"numberAt" bigint NOT NULL,
	"secretCipher" text NOT NULL,
	"frozen" text NOT NULL,
	"frozenAt" bigint NOT NULL,
	"frozenBy" integer NOT NULL,
	"frozenWith" integer NOT NULL,
	"drawn" text,
	"drawnAt" bigint,
	"drawnBy" integer,
	"drawnWith" integer
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "objections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"listId" integer NOT NULL,
	"sealed" text,
	"locale" text NOT NULL,
	"createdAt" bigint NOT NULL,
	"eraseAt" bigint NOT NULL,
	"answeredAt" bigint,
	"answeredBy" integer,
	"upheld" boolean,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "prize_terms" (
	"contestId" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"fixedAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "winner_lists" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "winner_lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"contestId" integer NOT NULL,
	"kind" text NOT NULL,
	"drawId" integer,
	"settledAt" bigint NOT NULL,
	"settledBy" integer NOT NULL,
	"publishedAt" bigint,
	"publishedBy" integer,
	"publishedWith" integer,
	"noticeUntil" bigint
);
--> statement-breakpoint
CREATE TABLE "winners" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "winners_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"listId" integer NOT NULL,
	"accountId" integer,
	"organisationId" integer,
	"region" text,
	"place" integer NOT NULL,
	"rank" integer,
	"score" integer,
	"tier" text,
	"tierName" jsonb,
	"prize" jsonb,
	"calledAt" bigint,
	"claimUntil" bigint,
	"eraseAt" bigint,
	"endedAt" bigint,
	"endedWhy" text,
	"standsInFor" integer,
	"shownName" text,
	"shownPhone" text,
	"shownPlace" text
);
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_winnerId_winners_id_fk" FOREIGN KEY ("winnerId") REFERENCES "public"."winners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_chances" ADD CONSTRAINT "draw_chances_drawId_draws_id_fk" FOREIGN KEY ("drawId") REFERENCES "public"."draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_chances" ADD CONSTRAINT "draw_chances_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_listId_winner_lists_id_fk" FOREIGN KEY ("listId") REFERENCES "public"."winner_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prize_terms" ADD CONSTRAINT "prize_terms_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "winner_lists" ADD CONSTRAINT "winner_lists_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "winner_lists" ADD CONSTRAINT "winner_lists_drawId_draws_id_fk" FOREIGN KEY ("drawId") REFERENCES "public"."draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "winners" ADD CONSTRAINT "winners_listId_winner_lists_id_fk" FOREIGN KEY ("listId") REFERENCES "public"."winner_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "winners" ADD CONSTRAINT "winners_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "winners" ADD CONSTRAINT "winners_organisationId_organisations_id_fk" FOREIGN KEY ("organisationId") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draw_chances_token" ON "draw_chances" USING btree ("drawId","token");--> statement-breakpoint
CREATE INDEX "draw_chances_account" ON "draw_chances" USING btree ("accountId");--> statement-breakpoint
CREATE UNIQUE INDEX "draws_public_id" ON "draws" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "draws_run" ON "draws" USING btree ("contestId","rule","scope","run");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_public_id" ON "objections" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "objections_list" ON "objections" USING btree ("listId");--> statement-breakpoint
CREATE INDEX "objections_erase_at" ON "objections" USING btree ("eraseAt");--> statement-breakpoint
CREATE UNIQUE INDEX "winner_lists_public_id" ON "winner_lists" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "winner_lists_contest" ON "winner_lists" USING btree ("contestId");--> statement-breakpoint
CREATE UNIQUE INDEX "winner_lists_draw" ON "winner_lists" USING btree ("drawId");--> statement-breakpoint
CREATE UNIQUE INDEX "winners_public_id" ON "winners" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "winners_list" ON "winners" USING btree ("listId","place");--> statement-breakpoint
CREATE INDEX "winners_account" ON "winners" USING btree ("accountId");--> statement-breakpoint
CREATE INDEX "winners_claim_until" ON "winners" USING btree ("claimUntil");--> statement-breakpoint
CREATE INDEX "winners_erase_at" ON "winners" USING btree ("eraseAt");