DROP TABLE "regrade_scores" CASCADE;--> statement-breakpoint
ALTER TABLE "regrades" ADD COLUMN "takingOverAt" bigint;