CREATE TABLE "insiders" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "insiders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"phoneIndex" text NOT NULL,
	"shown" text NOT NULL,
	"note" text NOT NULL,
	"addedBy" integer NOT NULL,
	"addedAt" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "winners" ADD COLUMN "handedOverAt" bigint;--> statement-breakpoint
ALTER TABLE "winners" ADD COLUMN "handedOverBy" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "insiders_phone" ON "insiders" USING btree ("phoneIndex");--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "handedOverAt";--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "handedOverBy";--> statement-breakpoint
ALTER TABLE "claims" DROP COLUMN "handedNote";