ALTER TABLE "winner_lists" ADD COLUMN "rule" text;--> statement-breakpoint
ALTER TABLE "winners" ADD COLUMN "attemptId" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "winner_lists_rule" ON "winner_lists" USING btree ("contestId","rule");--> statement-breakpoint
CREATE INDEX "winners_attempt" ON "winners" USING btree ("attemptId");