CREATE TABLE `found_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`doc` text NOT NULL,
	`sha256` text NOT NULL,
	`set_aside` text NOT NULL,
	`fetched_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "found_texts_doc" CHECK(json_valid("found_texts"."doc")),
	CONSTRAINT "found_texts_set_aside" CHECK(json_valid("found_texts"."set_aside")),
	CONSTRAINT "found_texts_sha256" CHECK(length("found_texts"."sha256") = 64 and "found_texts"."sha256" not glob '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `found_texts_article` ON `found_texts` (`article_id`);--> statement-breakpoint
CREATE TABLE `watches` (
	`article_id` text PRIMARY KEY NOT NULL,
	`every` text,
	`due_at` text,
	`lease` text,
	`lease_ends_at` text,
	`seen_url` text,
	`etag` text,
	`last_modified` text,
	`seen_title` text,
	`seen_sha256` text,
	`checked_at` text,
	`outcome` text,
	`problem` text,
	`failures` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "watches_every" CHECK("watches"."every" in ('hourly', 'six-hourly', 'daily')),
	CONSTRAINT "watches_outcome" CHECK("watches"."outcome" in ('unchanged', 'changed', 'refused')),
	CONSTRAINT "watches_schedule" CHECK(("watches"."every" is null) = ("watches"."due_at" is null)),
	CONSTRAINT "watches_lease" CHECK(("watches"."lease" is null) = ("watches"."lease_ends_at" is null)),
	CONSTRAINT "watches_seen" CHECK(("watches"."seen_title" is null) = ("watches"."seen_sha256" is null)),
	CONSTRAINT "watches_failures" CHECK("watches"."failures" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `watches_due` ON `watches` (`due_at`);