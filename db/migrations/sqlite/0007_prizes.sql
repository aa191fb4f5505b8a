CREATE TABLE `claims` (
	`winnerId` integer PRIMARY KEY NOT NULL,
	`provedAt` integer NOT NULL,
	`consentVersion` text NOT NULL,
	`sealed` text,
	`submittedAt` integer NOT NULL,
	`handedOverAt` integer,
	`handedOverBy` integer,
	`handedNote` text,
	`erasedAt` integer,
	FOREIGN KEY (`winnerId`) REFERENCES `winners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draw_chances` (
	`drawId` integer NOT NULL,
	`accountId` integer NOT NULL,
	`token` text NOT NULL,
	`chances` integer NOT NULL,
	PRIMARY KEY(`drawId`, `accountId`),
	FOREIGN KEY (`drawId`) REFERENCES `draws`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draw_chances_token` ON `draw_chances` (`drawId`,`token`);--> statement-breakpoint
CREATE INDEX `draw_chances_account` ON `draw_chances` (`accountId`);--> statement-breakpoint
CREATE TABLE `draws` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`rule` text NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`run` integer NOT NULL,
	`repeats` integer,
	`commitment` text NOT NULL,
	`numberAt` integer NOT NULL,
	`secretCipher` text NOT NULL,
	`frozen` text NOT NULL,
	`frozenAt` integer NOT NULL,
	`frozenBy` integer NOT NULL,
	`frozenWith` integer NOT NULL,
	`drawn` text,
	`drawnAt` integer,
	`drawnBy` integer,
	`drawnWith` integer,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draws_public_id` ON `draws` (`publicId`);--> statement-breakpoint
CREATE UNIQUE INDEX `draws_run` ON `draws` (`contestId`,`rule`,`scope`,`run`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`listId` integer NOT NULL,
	`sealed` text,
	`locale` text NOT NULL,
	`createdAt` integer NOT NULL,
	`eraseAt` integer NOT NULL,
	`answeredAt` integer,
	`answeredBy` integer,
	`upheld` integer,
	`answer` text,
	FOREIGN KEY (`listId`) REFERENCES `winner_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_public_id` ON `objections` (`publicId`);--> statement-breakpoint
CREATE INDEX `objections_list` ON `objections` (`listId`);--> statement-breakpoint
CREATE INDEX `objections_erase_at` ON `objections` (`eraseAt`);--> statement-breakpoint
CREATE TABLE `prize_terms` (
	`contestId` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`fixedAt` integer NOT NULL,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `winner_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`contestId` integer NOT NULL,
	`kind` text NOT NULL,
	`drawId` integer,
	`settledAt` integer NOT NULL,
	`settledBy` integer NOT NULL,
	`publishedAt` integer,
	`publishedBy` integer,
	`publishedWith` integer,
	`noticeUntil` integer,
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawId`) REFERENCES `draws`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `winner_lists_public_id` ON `winner_lists` (`publicId`);--> statement-breakpoint
CREATE INDEX `winner_lists_contest` ON `winner_lists` (`contestId`);--> statement-breakpoint
CREATE UNIQUE INDEX `winner_lists_draw` ON `winner_lists` (`drawId`);--> statement-breakpoint
CREATE TABLE `winners` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`listId` integer NOT NULL,
	`accountId` integer,
	`organisationId` integer,
	`region` text,
	`place` integer NOT NULL,
	`rank` integer,
	`score` integer,
	`tier` text,
	`tierName` text,
	`prize` text,
	`calledAt` integer,
	`claimUntil` integer,
	`eraseAt` integer,
	`endedAt` integer,
	`endedWhy` text,
	`standsInFor` integer,
	`shownName` text,
	`shownPhone` text,
	`shownPlace` text,
	FOREIGN KEY (`listId`) REFERENCES `winner_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `winners_public_id` ON `winners` (`publicId`);--> statement-breakpoint
CREATE INDEX `winners_list` ON `winners` (`listId`,`place`);--> statement-breakpoint
CREATE INDEX `winners_account` ON `winners` (`accountId`);--> statement-breakpoint
CREATE INDEX `winners_claim_until` ON `winners` (`claimUntil`);--> statement-breakpoint
CREATE INDEX `winners_erase_at` ON `winners` (`eraseAt`);