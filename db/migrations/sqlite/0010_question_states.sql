CREATE TABLE `question_acts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publicId` text NOT NULL,
	`act` text NOT NULL,
	`by` integer NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	`undoneAt` integer,
	`undoneBy` integer,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undoneBy`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `question_acts_public_id` ON `question_acts` (`publicId`);--> statement-breakpoint
CREATE TABLE `question_articles` (
	`questionId` integer NOT NULL,
	`law` text NOT NULL,
	`article` text NOT NULL,
	PRIMARY KEY(`questionId`, `law`, `article`),
	FOREIGN KEY (`questionId`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_articles_cited` ON `question_articles` (`law`,`article`);--> statement-breakpoint
CREATE TABLE `question_steps` (
	`actId` integer NOT NULL,
	`questionId` integer NOT NULL,
	`before` text,
	`after` text NOT NULL,
	PRIMARY KEY(`actId`, `questionId`),
	FOREIGN KEY (`actId`) REFERENCES `question_acts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionId`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_steps_question` ON `question_steps` (`questionId`);--> statement-breakpoint
CREATE TABLE `question_texts` (
	`questionId` integer PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`questionId`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `question_sets` ADD `retiredAt` integer;--> statement-breakpoint
ALTER TABLE `question_sets` ADD `retiredBy` integer REFERENCES accounts(id);--> statement-breakpoint
ALTER TABLE `questions` ADD `headRevision` integer;--> statement-breakpoint
ALTER TABLE `questions` ADD `state` text DEFAULT 'published' NOT NULL;--> statement-breakpoint
CREATE INDEX `questions_state` ON `questions` (`state`);--> statement-breakpoint
ALTER TABLE `error_reports` ADD `assignedTo` integer REFERENCES accounts(id);--> statement-breakpoint
CREATE INDEX `error_reports_subject` ON `error_reports` (`subject`,`subjectId`);--> statement-breakpoint
UPDATE `questions` SET `headRevision` = coalesce(`currentRevision`, (SELECT `id` FROM `revisions` WHERE `questionId` = `questions`.`id` ORDER BY `number` DESC LIMIT 1)), `state` = CASE WHEN `currentRevision` IS NULL THEN 'retired' ELSE 'published' END;--> statement-breakpoint
INSERT INTO `question_texts` (`questionId`, `words`) SELECT `questions`.`id`, lower(`questions`.`externalId` || char(10) || coalesce(json_extract(`face`, '$.scenario.zh') || char(10) || json_extract(`face`, '$.scenario.en') || char(10), '') || json_extract(`face`, '$.stem.zh') || char(10) || json_extract(`face`, '$.stem.en') || char(10) || (SELECT group_concat(json_extract(`value`, '$.zh') || char(10) || json_extract(`value`, '$.en'), char(10)) FROM json_each(`face`, '$.options')) || char(10) || json_extract(`explanation`, '$.zh') || char(10) || json_extract(`explanation`, '$.en')) FROM `questions` JOIN `revisions` ON `revisions`.`id` = `questions`.`headRevision` JOIN `keys` ON `keys`.`revisionId` = `revisions`.`id`;--> statement-breakpoint
INSERT INTO `question_articles` (`questionId`, `law`, `article`) SELECT DISTINCT `questions`.`id`, json_extract(`value`, '$.law'), json_extract(`value`, '$.article') FROM `questions` JOIN `keys` ON `keys`.`revisionId` = `questions`.`headRevision`, json_each(`sources`);
