DROP TABLE `comments`;--> statement-breakpoint
ALTER TABLE `claims` ADD `carried` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `claims` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `claims` ADD `split_from` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `suggestion` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `suggestion_settled` text;