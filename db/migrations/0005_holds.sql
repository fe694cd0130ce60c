CREATE TABLE `holds` (
	`article_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`until` text,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "holds_kind" CHECK("holds"."kind" in ('legal', 'embargo')),
	CONSTRAINT "holds_until" CHECK(("holds"."kind" = 'embargo') = ("holds"."until" is not null)),
	CONSTRAINT "holds_reason" CHECK(length("holds"."reason") > 0)
) STRICT;
