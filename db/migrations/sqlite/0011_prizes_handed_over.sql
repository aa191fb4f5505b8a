CREATE TABLE `insiders` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`phoneIndex` text NOT NULL,
	`shown` text NOT NULL,
	`note` text NOT NULL,
	`addedBy` integer NOT NULL,
	`addedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `insiders_phone` ON `insiders` (`phoneIndex`);--> statement-breakpoint
ALTER TABLE `winners` ADD `handedOverAt` integer;--> statement-breakpoint
ALTER TABLE `winners` ADD `handedOverBy` integer;--> statement-breakpoint
ALTER TABLE `claims` DROP COLUMN `handedOverAt`;--> statement-breakpoint
ALTER TABLE `claims` DROP COLUMN `handedOverBy`;--> statement-breakpoint
ALTER TABLE `claims` DROP COLUMN `handedNote`;