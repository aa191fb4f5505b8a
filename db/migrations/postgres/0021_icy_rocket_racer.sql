ALTER TABLE "claims" ADD COLUMN "person" text;--> statement-breakpoint
CREATE INDEX "claims_person" ON "claims" USING btree ("person");