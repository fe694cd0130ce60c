CREATE TABLE `mail_choices` (
	`person_id` text PRIMARY KEY NOT NULL,
	`choice` text NOT NULL,
	`since` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_choices_choice" CHECK("mail_choices"."choice" in ('all', 'pressing', 'none'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `mail_server` (
	`id` integer PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`due_at` text,
	`problem` text,
	`failed_at` text,
	`sent_at` text,
	CONSTRAINT "mail_server_one" CHECK("mail_server"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`link_id` text,
	`by_person` text,
	`sealed` text,
	`state` text NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`due_at` text,
	`lease` text,
	`lease_ends_at` text,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mails_kind" CHECK("mails"."kind" in ('digest', 'invitation', 'reset', 'test')),
	CONSTRAINT "mails_state" CHECK("mails"."state" in ('waiting', 'sent', 'failed')),
	CONSTRAINT "mails_waiting" CHECK(("mails"."state" = 'waiting') = ("mails"."due_at" is not null)),
	CONSTRAINT "mails_ended" CHECK(("mails"."state" = 'waiting') = ("mails"."ended_at" is null)),
	CONSTRAINT "mails_sealed" CHECK("mails"."state" = 'waiting' or "mails"."sealed" is null),
	CONSTRAINT "mails_lease" CHECK(("mails"."lease" is null) = ("mails"."lease_ends_at" is null)),
	CONSTRAINT "mails_whom" CHECK("mails"."person_id" is not null or "mails"."link_id" is not null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`due_at`) WHERE "mails"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `mails_ended` ON `mails` (`ended_at`);--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `mails_one_digest` ON `mails` (`person_id`) WHERE "mails"."state" = 'waiting' and "mails"."kind" = 'digest';--> statement-breakpoint
ALTER TABLE `notifications` ADD `mail` text;--> statement-breakpoint
CREATE INDEX `notifications_unmailed` ON `notifications` (`at`) WHERE "notifications"."read_at" is null and "notifications"."mail" is null;--> statement-breakpoint
CREATE INDEX `notifications_mail` ON `notifications` (`mail`) WHERE "notifications"."mail" is not null;