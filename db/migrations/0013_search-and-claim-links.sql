CREATE TABLE `claim_links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`claim_id` text NOT NULL,
	`other_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_links_kind" CHECK("claim_links"."kind" in ('related', 'repeated')),
	CONSTRAINT "claim_links_two" CHECK("claim_links"."claim_id" <> "claim_links"."other_id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_links_pair` ON `claim_links` (`claim_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `claim_links_other` ON `claim_links` (`other_id`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`doc` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`digest` text NOT NULL,
	CONSTRAINT "search_documents_type" CHECK("search_documents"."type" in ('claim', 'article', 'source', 'comment'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_subject` ON `search_documents` (`subject`);--> statement-breakpoint
CREATE TABLE `search_form` (
	`id` integer PRIMARY KEY NOT NULL,
	`form` integer NOT NULL,
	CONSTRAINT "search_form_one" CHECK("search_form"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(facets, title, who, body, more, content='', contentless_delete=1, prefix='2 3', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5vocab(search_index, 'col');
