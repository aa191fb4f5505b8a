CREATE TABLE `attempt_traces` (
	`attemptId` integer PRIMARY KEY NOT NULL,
	`device` text,
	`network` text,
	`leaves` integer NOT NULL,
	FOREIGN KEY (`attemptId`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`attemptId` integer NOT NULL,
	`weight` integer NOT NULL,
	`reasons` text NOT NULL,
	`candidate` integer NOT NULL,
	`foundAt` integer NOT NULL,
	`decision` text,
	`decidedAt` integer,
	`decidedBy` integer,
	`note` text,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attemptId`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_cases_public_id` ON `review_cases` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `review_cases_account` ON `review_cases` (`contestId`,`accountId`);--> statement-breakpoint
CREATE TABLE `review_runs` (
	`contestId` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`cases` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `strikes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`reason` text NOT NULL,
	`struckBy` integer NOT NULL,
	`struckAt` integer NOT NULL,
	`appealUntil` integer,
	`appeal` text,
	`appealedAt` integer,
	`answer` text,
	`answeredBy` integer,
	`answeredAt` integer,
	`undoneAt` integer,
	`undoneBy` integer,
	`undoneWhy` text,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`struckBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answeredBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undoneBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `strikes_public_id` ON `strikes` (`publicId`);--> statement-breakpoint
CREATE INDEX `strikes_of` ON `strikes` (`contestId`,`accountId`);