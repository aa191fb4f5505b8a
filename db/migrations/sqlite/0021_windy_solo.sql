ALTER TABLE `claims` ADD `person` text;--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person`);