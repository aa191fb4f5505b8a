CREATE TABLE `contest_entries` (
	`contestId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`track` text,
	`individual` integer NOT NULL,
	`numberCipher` text,
	`ageSaidAt` integer,
	`guardianAgreedAt` integer,
	`createdAt` integer NOT NULL,
	PRIMARY KEY(`contestId`, `accountId`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contest_invitations` (
	`contestId` integer NOT NULL,
	`phoneIndex` text NOT NULL,
	`invitedBy` integer,
	`invitedAt` integer NOT NULL,
	PRIMARY KEY(`contestId`, `phoneIndex`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitedBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
