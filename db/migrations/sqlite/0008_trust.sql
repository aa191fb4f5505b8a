CREATE TABLE `approvals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`reason` text NOT NULL,
	`proposedBy` integer NOT NULL,
	`proposedAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`decidedBy` integer,
	`decidedAt` integer,
	`outcome` text,
	`note` text,
	`usedAt` integer,
	FOREIGN KEY (`proposedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_public_id` ON `approvals` (`publicId`);--> statement-breakpoint
CREATE INDEX `approvals_waiting` ON `approvals` (`outcome`,`expiresAt`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` integer,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`reason` text NOT NULL,
	`origin` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor`,`number`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`number`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`accountId` integer NOT NULL,
	`codeHash` text NOT NULL,
	`usedAt` integer,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_account` ON `recovery_codes` (`accountId`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`accountId` integer PRIMARY KEY NOT NULL,
	`secretCipher` text NOT NULL,
	`createdAt` integer NOT NULL,
	`confirmedAt` integer,
	`lastStep` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`failedAt` integer,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `deactivatedAt` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `factorAt` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `publicId` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `columns` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `filter` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `exports` ADD `total` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `bytes` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `finishedAt` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `failedAt` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `expiresAt` integer;--> statement-breakpoint
ALTER TABLE `exports` ADD `removedAt` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `exports_public_id` ON `exports` (`publicId`);--> statement-breakpoint
UPDATE `accounts` SET `roles` = '["system","organizer","administrator","reviewer","auditor"]' WHERE `roles` = '["system"]';
