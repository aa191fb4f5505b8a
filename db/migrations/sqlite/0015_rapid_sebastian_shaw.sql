CREATE TABLE `contest_notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`closedBefore` integer,
	`closesAfter` integer,
	`actorId` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actorId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contest_notices_public_id` ON `contest_notices` (`publicId`);--> statement-breakpoint
CREATE INDEX `contest_notices_of` ON `contest_notices` (`contestId`,`at`);--> statement-breakpoint
CREATE TABLE `extra_times` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`percent` integer NOT NULL,
	`reason` text NOT NULL,
	`grantedBy` integer NOT NULL,
	`grantedAt` integer NOT NULL,
	`undoneBy` integer,
	`undoneAt` integer,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grantedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undoneBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extra_times_public_id` ON `extra_times` (`publicId`);--> statement-breakpoint
CREATE INDEX `extra_times_of` ON `extra_times` (`contestId`,`accountId`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `heldAt` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `heldMs` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `contests` ADD `pausedAt` integer;