ALTER TABLE `winner_lists` ADD `rule` text;--> statement-breakpoint
CREATE UNIQUE INDEX `winner_lists_rule` ON `winner_lists` (`contestId`,`rule`);--> statement-breakpoint
ALTER TABLE `winners` ADD `attemptId` integer;--> statement-breakpoint
CREATE INDEX `winners_attempt` ON `winners` (`attemptId`);