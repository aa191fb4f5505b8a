ALTER TABLE `exports` ADD `masked` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `exports` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `setup_tokens` ADD `accountId` integer REFERENCES accounts(id);