CREATE TABLE `presences` (
	`person_id` text NOT NULL,
	`tab` text NOT NULL,
	`article_id` text NOT NULL,
	`claim_id` text,
	`field` text,
	`ends_at` integer NOT NULL,
	`turn` integer NOT NULL,
	PRIMARY KEY(`person_id`, `tab`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "presences_field" CHECK("presences"."field" in ('statement', 'rationale', 'evidence', 'details', 'discussion'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `presences_turn` ON `presences` (`turn`);--> statement-breakpoint
CREATE INDEX `presences_end` ON `presences` (`ends_at`);