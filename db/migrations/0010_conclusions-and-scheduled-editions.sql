CREATE TABLE `conclusion_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`outcome` text NOT NULL,
	`digest` text NOT NULL,
	`body` text NOT NULL,
	`contributors` text NOT NULL,
	`note` text,
	`override_reason` text,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `conclusions`(`article_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conclusion_decisions_outcome" CHECK("conclusion_decisions"."outcome" in ('approve', 'return')),
	CONSTRAINT "conclusion_decisions_digest" CHECK(length("conclusion_decisions"."digest") = 64 and "conclusion_decisions"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "conclusion_decisions_contributors" CHECK(json_valid("conclusion_decisions"."contributors")),
	CONSTRAINT "conclusion_decisions_return_note" CHECK("conclusion_decisions"."outcome" <> 'return' or length("conclusion_decisions"."note") > 0),
	CONSTRAINT "conclusion_decisions_override" CHECK("conclusion_decisions"."override_reason" is null or "conclusion_decisions"."outcome" = 'approve')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `conclusion_decisions_number` ON `conclusion_decisions` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `conclusions` (
	`article_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`digest` text NOT NULL,
	`contributions` text NOT NULL,
	`submitted_at` text,
	`submitted_by` text,
	`decisions_behind` integer DEFAULT 0 NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conclusions_contributions" CHECK(json_valid("conclusions"."contributions")),
	CONSTRAINT "conclusions_digest" CHECK(length("conclusions"."digest") = 64 and "conclusions"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "conclusions_submitted" CHECK(("conclusions"."submitted_at" is null) = ("conclusions"."submitted_by" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `schedules` (
	`article_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`number` integer NOT NULL,
	`note` text,
	`tier` text,
	`as_last_approved` text NOT NULL,
	`seen` text NOT NULL,
	`scheduled_by` text NOT NULL,
	`scheduled_at` text NOT NULL,
	`settled_at` text,
	`problems` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scheduled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "schedules_state" CHECK("schedules"."state" in ('waiting', 'failed', 'published')),
	CONSTRAINT "schedules_tier" CHECK("schedules"."tier" is null or "schedules"."tier" in ('update', 'clarification', 'correction', 'verdict-changed')),
	CONSTRAINT "schedules_number" CHECK("schedules"."number" >= 1),
	CONSTRAINT "schedules_as_last_approved" CHECK(json_valid("schedules"."as_last_approved")),
	CONSTRAINT "schedules_seen" CHECK(json_valid("schedules"."seen")),
	CONSTRAINT "schedules_problems" CHECK(json_valid("schedules"."problems")),
	CONSTRAINT "schedules_settled" CHECK(("schedules"."state" = 'waiting') = ("schedules"."settled_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `schedules_due` ON `schedules` (`state`,`at`);