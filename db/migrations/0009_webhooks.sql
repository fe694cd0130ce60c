CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`message` text NOT NULL,
	`kind` text NOT NULL,
	`attempt` integer NOT NULL,
	`at` text NOT NULL,
	`status` integer,
	`problem` text,
	`took` integer NOT NULL,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `deliveries_webhook` ON `deliveries` (`webhook_id`,`id`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`kinds` text NOT NULL,
	`rotation` integer DEFAULT 1 NOT NULL,
	`paused` integer DEFAULT false NOT NULL,
	`cursor` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`due_at` text,
	`lease` text,
	`lease_ends_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "webhooks_kinds" CHECK(json_valid("webhooks"."kinds")),
	CONSTRAINT "webhooks_paused" CHECK("webhooks"."paused" in (0, 1)),
	CONSTRAINT "webhooks_lease" CHECK(("webhooks"."lease" is null) = ("webhooks"."lease_ends_at" is null)),
	CONSTRAINT "webhooks_failures" CHECK(("webhooks"."failures" = 0) = ("webhooks"."problem" is null))
) STRICT;
