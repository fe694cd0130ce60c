CREATE TABLE `comment_versions` (
	`comment_id` text NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`salt` text NOT NULL,
	`digest` text NOT NULL,
	`written_at` text NOT NULL,
	PRIMARY KEY(`comment_id`, `number`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_versions_body" CHECK(length("comment_versions"."body") > 0),
	CONSTRAINT "comment_versions_digest" CHECK(length("comment_versions"."digest") = 64 and "comment_versions"."digest" not glob '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `thread_anchors` (
	`thread_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`state` text NOT NULL,
	`footing` text,
	PRIMARY KEY(`thread_id`, `revision_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "thread_anchors_span" CHECK("thread_anchors"."start" >= 0 and "thread_anchors"."end" > "thread_anchors"."start"),
	CONSTRAINT "thread_anchors_state" CHECK("thread_anchors"."state" in ('exact', 'moved', 'changed', 'lost')),
	CONSTRAINT "thread_anchors_footing" CHECK(("thread_anchors"."state" in ('exact', 'moved')) = ("thread_anchors"."footing" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `thread_anchors_revision` ON `thread_anchors` (`revision_id`);--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`claim_id` text,
	`evidence_id` text,
	`decision_id` text,
	`quote` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`resolved_at` text,
	`resolved_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "threads_one_place" CHECK(("threads"."claim_id" is not null) + ("threads"."evidence_id" is not null) + ("threads"."quote" is not null) = 1),
	CONSTRAINT "threads_resolved" CHECK(("threads"."resolved_at" is null) = ("threads"."resolved_by" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `threads_article` ON `threads` (`article_id`,`id`);--> statement-breakpoint
CREATE INDEX `threads_claim` ON `threads` (`claim_id`);--> statement-breakpoint
CREATE INDEX `threads_evidence` ON `threads` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`into_id` text NOT NULL,
	`digest` text NOT NULL,
	`evidence` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "merges_apart" CHECK("merges"."claim_id" <> "merges"."into_id"),
	CONSTRAINT "merges_digest" CHECK(length("merges"."digest") = 64 and "merges"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "merges_evidence" CHECK(json_valid("merges"."evidence"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `merges_claim` ON `merges` (`claim_id`);--> statement-breakpoint
CREATE INDEX `merges_into` ON `merges` (`into_id`);