CREATE TABLE `amendment_reviews` (
	`amendmentId` integer NOT NULL,
	`subject` text NOT NULL,
	`subjectId` text NOT NULL,
	`reviewedBy` integer NOT NULL,
	`reviewedAt` integer NOT NULL,
	PRIMARY KEY(`amendmentId`, `subject`, `subjectId`),
	FOREIGN KEY (`amendmentId`) REFERENCES `amendments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `amendments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`law` text NOT NULL,
	`article` text NOT NULL,
	`inForce` text NOT NULL,
	`note` text NOT NULL,
	`createdBy` integer NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`createdBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_public_id` ON `amendments` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `amendments_article` ON `amendments` (`law`,`article`,`inForce`);--> statement-breakpoint
CREATE TABLE `error_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`subject` text NOT NULL,
	`subjectId` text NOT NULL,
	`locale` text NOT NULL,
	`body` text NOT NULL,
	`accountId` integer,
	`createdAt` integer NOT NULL,
	`handledAt` integer,
	`handledBy` integer,
	`outcome` text,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handledBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `error_reports_public_id` ON `error_reports` (`publicId`);--> statement-breakpoint
CREATE INDEX `error_reports_open` ON `error_reports` (`handledAt`,`createdAt`);--> statement-breakpoint
CREATE TABLE `practice_cards` (
	`accountId` integer NOT NULL,
	`questionId` integer NOT NULL,
	`card` text NOT NULL,
	`dueAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	PRIMARY KEY(`accountId`, `questionId`),
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionId`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_cards_due` ON `practice_cards` (`accountId`,`dueAt`);--> statement-breakpoint
CREATE TABLE `terms` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`meaning` text NOT NULL,
	`entries` text NOT NULL,
	`syllables` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `entries` ADD `syllables` text DEFAULT '[]' NOT NULL;