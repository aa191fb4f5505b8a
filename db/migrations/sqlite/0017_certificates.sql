CREATE TABLE `certificates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`basis` text NOT NULL,
	`level` text NOT NULL,
	`score` integer,
	`issuedAt` integer NOT NULL,
	`issuedBy` integer,
	`revokedAt` integer,
	`revokedBy` integer,
	`revokedWhy` text,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revokedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_number` ON `certificates` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_holder` ON `certificates` (`contestId`,`accountId`,`basis`);--> statement-breakpoint
CREATE INDEX `certificates_account` ON `certificates` (`accountId`);