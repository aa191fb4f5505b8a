CREATE TABLE `column_mappings` (
	`accountId` integer NOT NULL,
	`headings` text NOT NULL,
	`columns` text NOT NULL,
	`savedAt` integer NOT NULL,
	PRIMARY KEY(`accountId`, `headings`),
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`importId` integer NOT NULL,
	`questionId` integer NOT NULL,
	`before` integer,
	`after` integer NOT NULL,
	PRIMARY KEY(`importId`, `questionId`),
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionId`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `imports` ADD `publicId` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `added` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `revised` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `unchanged` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `finishedAt` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `undoneAt` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `undoneBy` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `imports_public_id` ON `imports` (`publicId`);--> statement-breakpoint
CREATE INDEX `imports_file` ON `imports` (`fileHash`);--> statement-breakpoint
ALTER TABLE `question_sets` ADD `owner` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `question_sets` ADD `hiddenSince` integer;