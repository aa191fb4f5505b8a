CREATE TABLE `closed_entrants` (
	`contestId` integer NOT NULL,
	`entrant` text NOT NULL,
	`closedAt` integer NOT NULL,
	PRIMARY KEY(`contestId`, `entrant`),
	FOREIGN KEY (`contestId`) REFERENCES `contests`(`id`) ON UPDATE no action ON DELETE no action
);
