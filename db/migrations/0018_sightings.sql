CREATE TABLE `sightings` (
	`claim_id` text NOT NULL,
	`person_id` text NOT NULL,
	`digest` text NOT NULL,
	`judged` integer NOT NULL,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	PRIMARY KEY(`claim_id`, `person_id`, `digest`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sightings_digest" CHECK(length("sightings"."digest") = 64 and "sightings"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "sightings_judged" CHECK("sightings"."judged" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sightings_person` ON `sightings` (`person_id`);--> statement-breakpoint
ALTER TABLE `merges` ADD `approaches` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `second_verdicts` ADD `adjudicated_verdict` text;