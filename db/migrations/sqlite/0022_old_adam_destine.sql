DROP TABLE `regrade_scores`;--> statement-breakpoint
ALTER TABLE `regrades` ADD `takingOverAt` integer;