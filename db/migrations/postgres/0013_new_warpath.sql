CREATE TABLE "contest_entries" (
	"contestId" integer NOT NULL,
	"accountId" integer NOT NULL,
	"track" text,
	"individual" boolean NOT NULL,
	"numberCipher" text,
	"ageSaidAt" bigint,
	"guardianAgreedAt" bigint,
	"createdAt" bigint NOT NULL,
	CONSTRAINT "contest_entries_contestId_accountId_pk" PRIMARY KEY("contestId","accountId")
);
--> statement-breakpoint
CREATE TABLE "contest_invitations" (
	"contestId" integer NOT NULL,
	"phoneIndex" text NOT NULL,
	"invitedBy" integer,
	"invitedAt" bigint NOT NULL,
	CONSTRAINT "contest_invitations_contestId_phoneIndex_pk" PRIMARY KEY("contestId","phoneIndex")
);
--> statement-breakpoint
ALTER TABLE "contest_entries" ADD CONSTRAINT "contest_entries_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_entries" ADD CONSTRAINT "contest_entries_accountId_accounts_id_fk" FOREIGN KEY ("accountId") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_invitations" ADD CONSTRAINT "contest_invitations_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_invitations" ADD CONSTRAINT "contest_invitations_invitedBy_accounts_id_fk" FOREIGN KEY ("invitedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;