CREATE TABLE "closed_entrants" (
	"contestId" integer NOT NULL,
	"entrant" text NOT NULL,
	"closedAt" bigint NOT NULL,
	CONSTRAINT "closed_entrants_contestId_entrant_pk" PRIMARY KEY("contestId","entrant")
);
--> statement-breakpoint
ALTER TABLE "closed_entrants" ADD CONSTRAINT "closed_entrants_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;