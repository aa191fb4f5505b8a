CREATE TABLE `contest_rules_versions` (
	`contestId` integer NOT NULL,
	`number` integer NOT NULL,
	`rules` text NOT NULL,
	`closesAt` integer NOT NULL,
	`reason` text,
	`proposedBy` integer,
	`approvedBy` integer,
	`from` integer NOT NULL,
	PRIMARY KEY(`contestId`, `number`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approvedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `paper_pools` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contestId` integer NOT NULL,
	`hash` text NOT NULL,
	`pool` text NOT NULL,
	`madeAt` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_pools_hash` ON `paper_pools` (`contestId`,`hash`);--> statement-breakpoint
CREATE TABLE `regrade_scores` (
	`contestId` integer NOT NULL,
	`attemptId` integer NOT NULL,
	`score` integer NOT NULL,
	`correct` integer NOT NULL,
	PRIMARY KEY(`contestId`, `attemptId`),
	FOREIGN KEY (`attemptId`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `regrades` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`revisionId` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`erratum` text NOT NULL,
	`createdBy` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`undoneBy` integer,
	`undoneAt` integer,
	`undoneReason` text,
	`settledAt` integer,
	`marked` integer DEFAULT 0 NOT NULL,
	`total` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undoneBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `regrades_public_id` ON `regrades` (`publicId`);--> statement-breakpoint
CREATE INDEX `regrades_contest` ON `regrades` (`contestId`,`undoneAt`);--> statement-breakpoint
CREATE TABLE `contest_statistics` (
	`contestId` integer PRIMARY KEY NOT NULL,
	`people` integer NOT NULL,
	`mean` integer NOT NULL,
	`deviation` integer NOT NULL,
	`reliability` integer,
	`method` text NOT NULL,
	`basis` text NOT NULL,
	`computedAt` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_statistics` (
	`contestId` integer NOT NULL,
	`revisionId` integer NOT NULL,
	`shown` integer NOT NULL,
	`answered` integer NOT NULL,
	`right` integer NOT NULL,
	`facility` integer NOT NULL,
	`discrimination` integer,
	`choices` text NOT NULL,
	`timed` integer NOT NULL,
	`meanMs` integer NOT NULL,
	`medianMs` integer NOT NULL,
	PRIMARY KEY(`contestId`, `revisionId`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_statistics_revision` ON `item_statistics` (`revisionId`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `poolId` integer;