CREATE TABLE `board_acts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contestId` integer NOT NULL,
	`act` text NOT NULL,
	`actorId` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actorId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_acts_of` ON `board_acts` (`contestId`);--> statement-breakpoint
CREATE TABLE `board_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contestId` integer NOT NULL,
	`scope` text NOT NULL,
	`region` text,
	`organisationId` integer,
	`joined` text,
	`orderKey` blob NOT NULL,
	`n` integer NOT NULL,
	`score` integer NOT NULL,
	`squares` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `board_changes_of` ON `board_changes` (`contestId`,`scope`);--> statement-breakpoint
CREATE TABLE `board_counts` (
	`contestId` integer NOT NULL,
	`scope` text NOT NULL,
	`region` text NOT NULL,
	`level` integer NOT NULL,
	`start` blob NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`contestId`, `scope`, `region`, `level`, `start`)
);
--> statement-breakpoint
CREATE TABLE `board_sums` (
	`contestId` integer NOT NULL,
	`scope` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`people` integer NOT NULL,
	`score` integer NOT NULL,
	`squares` integer NOT NULL,
	PRIMARY KEY(`contestId`, `scope`, `kind`, `name`)
);
--> statement-breakpoint
CREATE TABLE `held_standings` (
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	PRIMARY KEY(`contestId`, `accountId`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `part_standings` (
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`scope` text NOT NULL,
	`attemptId` integer NOT NULL,
	`score` integer NOT NULL,
	`durationMs` integer NOT NULL,
	`finishedAt` integer NOT NULL,
	`region` text,
	`correct` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 1 NOT NULL,
	`lot` integer DEFAULT 0 NOT NULL,
	`orderKey` blob,
	`organisationId` integer,
	PRIMARY KEY(`contestId`, `accountId`, `scope`)
);
--> statement-breakpoint
CREATE INDEX `part_standings_by_key` ON `part_standings` (`contestId`,`scope`,`orderKey`);--> statement-breakpoint
CREATE INDEX `part_standings_by_region_key` ON `part_standings` (`contestId`,`scope`,`region`,`orderKey`);--> statement-breakpoint
DROP INDEX `standings_order`;--> statement-breakpoint
DROP INDEX `standings_region`;--> statement-breakpoint
ALTER TABLE `standings` ADD `correct` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `standings` ADD `attempts` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `standings` ADD `lot` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `standings` ADD `orderKey` blob;--> statement-breakpoint
ALTER TABLE `standings` ADD `joined` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `standings_by_key` ON `standings` (`contestId`,`orderKey`);--> statement-breakpoint
CREATE INDEX `standings_by_region_key` ON `standings` (`contestId`,`region`,`orderKey`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `struckOutAt` integer;