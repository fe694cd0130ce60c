CREATE TABLE `withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`slug` text NOT NULL,
	`number` integer,
	`k` integer,
	`reason` text NOT NULL,
	`withdrawn_by` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawals_one" CHECK(("withdrawals"."number" is null) <> ("withdrawals"."k" is null)),
	CONSTRAINT "withdrawals_reason" CHECK(length("withdrawals"."reason") > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_edition` ON `withdrawals` (`slug`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_claim` ON `withdrawals` (`slug`,`k`);