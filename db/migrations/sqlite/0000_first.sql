CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`phoneIndex` text,
	`phoneCipher` text,
	`name` text,
	`showName` integer NOT NULL,
	`regionEdition` text,
	`region` text,
	`organisationId` integer,
	`login` text,
	`passwordHash` text,
	`roles` text NOT NULL,
	`sample` integer NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_public_id` ON `accounts` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_phone` ON `accounts` (`phoneIndex`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_login` ON `accounts` (`login`);--> statement-breakpoint
CREATE TABLE `answers` (
	`attemptId` integer NOT NULL,
	`position` integer NOT NULL,
	`choice` integer NOT NULL,
	`sequence` integer NOT NULL,
	`savedAt` integer NOT NULL,
	`late` integer NOT NULL,
	PRIMARY KEY(`attemptId`, `position`),
	FOREIGN KEY (`attemptId`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`number` integer NOT NULL,
	`region` text,
	`organisationId` integer,
	`paper` text NOT NULL,
	`startedAt` integer NOT NULL,
	`deadlineAt` integer NOT NULL,
	`acceptUntil` integer NOT NULL,
	`heldBy` integer NOT NULL,
	`displaced` text NOT NULL,
	`finishedAt` integer,
	`finishedBy` text,
	`score` integer,
	`maximum` integer NOT NULL,
	`correct` integer,
	`durationMs` integer,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_public_id` ON `attempts` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_number` ON `attempts` (`contestId`,`accountId`,`number`);--> statement-breakpoint
CREATE INDEX `attempts_account` ON `attempts` (`accountId`);--> statement-breakpoint
CREATE INDEX `attempts_overdue` ON `attempts` (`finishedAt`,`acceptUntil`);--> statement-breakpoint
CREATE TABLE `chapters` (
	`number` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`phoneIndex` text NOT NULL,
	`codeHash` text NOT NULL,
	`browserHash` text NOT NULL,
	`tries` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`usedAt` integer
);
--> statement-breakpoint
CREATE INDEX `codes_phone` ON `codes` (`phoneIndex`,`createdAt`);--> statement-breakpoint
CREATE TABLE `contest_sets` (
	`contestId` integer NOT NULL,
	`setId` integer NOT NULL,
	PRIMARY KEY(`contestId`, `setId`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`setId`) REFERENCES `question_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`edition` text NOT NULL,
	`opensAt` integer NOT NULL,
	`closesAt` integer NOT NULL,
	`rules` text NOT NULL,
	`sample` integer NOT NULL,
	`createdBy` integer,
	`createdAt` integer NOT NULL,
	`publishedAt` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contests_public_id` ON `contests` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `contests_slug` ON `contests` (`slug`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`validFrom` text NOT NULL,
	`validTo` text,
	`nameZh` text NOT NULL,
	`nameEn` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`chapter` integer NOT NULL,
	`position` integer NOT NULL,
	`core` integer NOT NULL,
	`status` text NOT NULL,
	`level` integer NOT NULL,
	`checkedOn` text NOT NULL,
	`title` text NOT NULL,
	`versions` text NOT NULL,
	`related` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_slug` ON `entries` (`slug`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`contestId` integer NOT NULL,
	`kind` text NOT NULL,
	`format` text NOT NULL,
	`rows` integer NOT NULL,
	`createdBy` integer NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`setId` integer NOT NULL,
	`fileName` text NOT NULL,
	`fileHash` text NOT NULL,
	`rowsIn` integer NOT NULL,
	`stored` integer NOT NULL,
	`refused` integer NOT NULL,
	`createdBy` integer,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`setId`) REFERENCES `question_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `keys` (
	`revisionId` integer PRIMARY KEY NOT NULL,
	`right` integer NOT NULL,
	`explanation` text NOT NULL,
	`sources` text NOT NULL,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `laws` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`inForce` text NOT NULL,
	`until` text,
	`read` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`name` text NOT NULL,
	`normalName` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_public_id` ON `organisations` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name` ON `organisations` (`normalName`);--> statement-breakpoint
CREATE TABLE `question_sets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`licence` text NOT NULL,
	`createdBy` integer,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_sets_public_id` ON `question_sets` (`publicId`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`setId` integer NOT NULL,
	`externalId` text NOT NULL,
	`currentRevision` integer,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`setId`) REFERENCES `question_sets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_public_id` ON `questions` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `questions_external` ON `questions` (`setId`,`externalId`);--> statement-breakpoint
CREATE TABLE `regions` (
	`edition` text NOT NULL,
	`slug` text NOT NULL,
	`code` text,
	`kind` text NOT NULL,
	`nameZh` text NOT NULL,
	`nameEn` text NOT NULL,
	`shortZh` text NOT NULL,
	`shortEn` text NOT NULL,
	`areaGroup` text,
	`population` integer,
	`populationNote` text,
	`tileCol` integer,
	`tileRow` integer,
	`position` integer NOT NULL,
	`pinyin` text NOT NULL,
	`initials` text NOT NULL,
	`hosts` text NOT NULL,
	`formerly` text NOT NULL,
	PRIMARY KEY(`edition`, `slug`)
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`questionId` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`chapter` integer,
	`entryId` text,
	`level` integer NOT NULL,
	`seconds` integer NOT NULL,
	`validFrom` text,
	`validTo` text,
	`face` text NOT NULL,
	`hash` text NOT NULL,
	`createdBy` integer,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`questionId`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`questionId`,`number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tokenHash` text NOT NULL,
	`accountId` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`seenAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`revokedAt` integer,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`tokenHash`);--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`accountId`);--> statement-breakpoint
CREATE TABLE `setup_tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tokenHash` text NOT NULL,
	`createdAt` integer NOT NULL,
	`usedAt` integer,
	`usedBy` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `setup_tokens_hash` ON `setup_tokens` (`tokenHash`);--> statement-breakpoint
CREATE TABLE `standings` (
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`attemptId` integer NOT NULL,
	`score` integer NOT NULL,
	`durationMs` integer NOT NULL,
	`finishedAt` integer NOT NULL,
	`region` text,
	`organisationId` integer,
	PRIMARY KEY(`contestId`, `accountId`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attemptId`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `standings_order` ON `standings` (`contestId`,`score`,`durationMs`,`finishedAt`);--> statement-breakpoint
CREATE INDEX `standings_region` ON `standings` (`contestId`,`region`,`score`,`durationMs`,`finishedAt`);