CREATE TABLE "activities" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"campaignId" integer NOT NULL,
	"number" integer NOT NULL,
	"day" text,
	"region" text,
	"departmentId" integer,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"state" text NOT NULL,
	"createdBy" integer,
	"createdAt" bigint NOT NULL,
	"updatedAt" bigint NOT NULL,
	"publishedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "activity_events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"activityId" integer NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"by" integer,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_contests" (
	"campaignId" integer NOT NULL,
	"contestId" integer NOT NULL,
	CONSTRAINT "campaign_contests_campaignId_contestId_pk" PRIMARY KEY("campaignId","contestId")
);
--> statement-breakpoint
CREATE TABLE "campaign_items" (
	"campaignId" integer NOT NULL,
	"position" integer NOT NULL,
	"day" text,
	"title" jsonb NOT NULL,
	CONSTRAINT "campaign_items_campaignId_position_pk" PRIMARY KEY("campaignId","position")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"theme" jsonb NOT NULL,
	"slogan" jsonb NOT NULL,
	"lead" jsonb NOT NULL,
	"edition" text NOT NULL,
	"year" integer NOT NULL,
	"fromDay" text,
	"toDay" text,
	"createdBy" integer,
	"createdAt" bigint NOT NULL,
	"publishedAt" bigint
);
--> statement-breakpoint
CREATE TABLE "contest_reports" (
	"contestId" integer PRIMARY KEY NOT NULL,
	"publishedAt" bigint NOT NULL,
	"publishedBy" integer
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "departments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pictures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"publicId" text NOT NULL,
	"activityId" integer NOT NULL,
	"position" integer NOT NULL,
	"alt" jsonb NOT NULL,
	"illustration" boolean NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"large" "bytea" NOT NULL,
	"small" "bytea" NOT NULL,
	"createdBy" integer,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reportsRegion" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reportsDepartment" integer;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_campaignId_campaigns_id_fk" FOREIGN KEY ("campaignId") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_departmentId_departments_id_fk" FOREIGN KEY ("departmentId") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_createdBy_accounts_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_activityId_activities_id_fk" FOREIGN KEY ("activityId") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contests" ADD CONSTRAINT "campaign_contests_campaignId_campaigns_id_fk" FOREIGN KEY ("campaignId") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_contests" ADD CONSTRAINT "campaign_contests_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_items" ADD CONSTRAINT "campaign_items_campaignId_campaigns_id_fk" FOREIGN KEY ("campaignId") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_createdBy_accounts_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_reports" ADD CONSTRAINT "contest_reports_contestId_contests_id_fk" FOREIGN KEY ("contestId") REFERENCES "public"."contests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contest_reports" ADD CONSTRAINT "contest_reports_publishedBy_accounts_id_fk" FOREIGN KEY ("publishedBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_activityId_activities_id_fk" FOREIGN KEY ("activityId") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_createdBy_accounts_id_fk" FOREIGN KEY ("createdBy") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activities_public_id" ON "activities" USING btree ("publicId");--> statement-breakpoint
CREATE UNIQUE INDEX "activities_number" ON "activities" USING btree ("campaignId","number");--> statement-breakpoint
CREATE INDEX "activities_state" ON "activities" USING btree ("campaignId","state","day");--> statement-breakpoint
CREATE INDEX "activity_events_activity" ON "activity_events" USING btree ("activityId","at");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_slug" ON "campaigns" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "departments_slug" ON "departments" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "pictures_public_id" ON "pictures" USING btree ("publicId");--> statement-breakpoint
CREATE INDEX "pictures_activity" ON "pictures" USING btree ("activityId","position");