CREATE TABLE `erasures` (
	`seq` integer PRIMARY KEY NOT NULL,
	`swept_at` text,
	FOREIGN KEY (`seq`) REFERENCES `activity`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `erasures_unswept` ON `erasures` (`seq`) WHERE "erasures"."swept_at" is null;--> statement-breakpoint
ALTER TABLE `claims` ADD `erasure` integer;--> statement-breakpoint
ALTER TABLE `editions` ADD `erasure` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `erasure` integer;