CREATE TABLE `imported_annotations` (
	`article_id` text NOT NULL,
	`annotation_id` text NOT NULL,
	`claim_id` text NOT NULL,
	PRIMARY KEY(`article_id`, `annotation_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
