CREATE TABLE `activities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`campaignId` integer NOT NULL,
	`number` integer NOT NULL,
	`day` text,
	`region` text,
	`departmentId` integer,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`createdBy` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`publishedAt` integer,
	FOREIGN KEY (`campaignId`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_public_id` ON `activities` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `activities_number` ON `activities` (`campaignId`,`number`);--> statement-breakpoint
CREATE INDEX `activities_state` ON `activities` (`campaignId`,`state`,`day`);--> statement-breakpoint
CREATE TABLE `activity_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activityId` integer NOT NULL,
	`action` text NOT NULL,
	`reason` text NOT NULL,
	`by` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`activityId`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_events_activity` ON `activity_events` (`activityId`,`at`);--> statement-breakpoint
CREATE TABLE `campaign_contests` (
	`campaignId` integer NOT NULL,
	`contestId` integer NOT NULL,
	PRIMARY KEY(`campaignId`, `contestId`),
	FOREIGN KEY (`campaignId`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaign_items` (
	`campaignId` integer NOT NULL,
	`position` integer NOT NULL,
	`day` text,
	`title` text NOT NULL,
	PRIMARY KEY(`campaignId`, `position`),
	FOREIGN KEY (`campaignId`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`theme` text NOT NULL,
	`slogan` text NOT NULL,
	`lead` text NOT NULL,
	`edition` text NOT NULL,
	`year` integer NOT NULL,
	`fromDay` text,
	`toDay` text,
	`createdBy` integer,
	`createdAt` integer NOT NULL,
	`publishedAt` integer,
	FOREIGN KEY (`createdBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_slug` ON `campaigns` (`slug`);--> statement-breakpoint
CREATE TABLE `contest_reports` (
	`contestId` integer PRIMARY KEY NOT NULL,
	`publishedAt` integer NOT NULL,
	`publishedBy` integer,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publishedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `departments_slug` ON `departments` (`slug`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`activityId` integer NOT NULL,
	`position` integer NOT NULL,
	`alt` text NOT NULL,
	`illustration` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`large` blob NOT NULL,
	`small` blob NOT NULL,
	`createdBy` integer,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`activityId`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_public_id` ON `pictures` (`publicId`);--> statement-breakpoint
CREATE INDEX `pictures_activity` ON `pictures` (`activityId`,`position`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `reportsRegion` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `reportsDepartment` integer;