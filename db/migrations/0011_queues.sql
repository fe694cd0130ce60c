CREATE TABLE `article_assignees` (
	`article_id` text NOT NULL,
	`person_id` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`article_id`, `person_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "article_assignees_position" CHECK("article_assignees"."position" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_assignees_person` ON `article_assignees` (`person_id`);--> statement-breakpoint
CREATE TABLE `muted_notifications` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_person` text,
	`article_id` text,
	`claim_id` text,
	`number` integer,
	`at` text NOT NULL,
	`read_at` text,
	`once` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`person_id`,`id`) WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`person_id`,`once`);--> statement-breakpoint
DROP INDEX `claims_assignee`;--> statement-breakpoint
ALTER TABLE `claims` ADD `assigned_by` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `claims` ADD `assigned_at` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `due_at` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `state` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
CREATE INDEX `claims_creator` ON `claims` (`created_by`,`state`);--> statement-breakpoint
CREATE INDEX `claims_board` ON `claims` (`state`,case when "due_at" is null then '9' else "due_at" end,`id`);--> statement-breakpoint
CREATE INDEX `claims_verdict` ON `claims` (`verdict`,`kind`,`state`);--> statement-breakpoint
CREATE INDEX `claims_due` ON `claims` (case when "due_at" is null then '9' else "due_at" end,`id`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`assignee`,`state`);--> statement-breakpoint
ALTER TABLE `articles` ADD `due_at` text;--> statement-breakpoint
CREATE INDEX `articles_due` ON `articles` (`due_at`) WHERE "articles"."due_at" is not null;--> statement-breakpoint
CREATE INDEX `anchors_open` ON `anchors` (`claim_id`,`revision_id`) WHERE "anchors"."footing" is not null and "anchors"."kept" = 0;--> statement-breakpoint
UPDATE `claims` SET `state` = CASE
	WHEN `dropped_at` IS NOT NULL THEN 'dropped'
	WHEN `digest` = (SELECT d.`digest` FROM `decisions` d WHERE d.`claim_id` = `claims`.`id` AND d.`outcome` = 'approve' ORDER BY d.`number` DESC LIMIT 1) THEN 'approved'
	WHEN `submitted_at` IS NOT NULL THEN 'submitted'
	ELSE coalesce((SELECT CASE WHEN d.`outcome` = 'approve' OR d.`number` <= `claims`.`decisions_behind` THEN 'lapsed' ELSE 'returned' END FROM `decisions` d WHERE d.`claim_id` = `claims`.`id` ORDER BY d.`number` DESC LIMIT 1), 'draft')
END;
