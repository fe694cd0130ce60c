CREATE TABLE `activity` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`person_id` text,
	`type` text NOT NULL,
	`article_id` text,
	`claim_id` text,
	`subject` text,
	`content_digest` text,
	`previous` text,
	`digest` text NOT NULL,
	CONSTRAINT "activity_seq" CHECK("activity"."seq" >= 1),
	CONSTRAINT "activity_digest_hex" CHECK(length("activity"."digest") = 64 and "activity"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "activity_chain" CHECK(("activity"."seq" = 1) = ("activity"."previous" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_digest` ON `activity` (`digest`);--> statement-breakpoint
CREATE UNIQUE INDEX `activity_previous` ON `activity` (`previous`);--> statement-breakpoint
CREATE INDEX `activity_article` ON `activity` (`article_id`,`seq`);--> statement-breakpoint
CREATE INDEX `activity_claim` ON `activity` (`claim_id`,`seq`);--> statement-breakpoint
CREATE TABLE `activity_contents` (
	`seq` integer PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `activity`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_contents_json" CHECK(json_valid("activity_contents"."content"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`person_id` text NOT NULL,
	`route` text NOT NULL,
	`key` text NOT NULL,
	`request_digest` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `route`, `key`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "idempotency_keys_answer" CHECK(json_valid("idempotency_keys"."answer"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`publication` text,
	`byline` text,
	`contact_name` text,
	`contact_email` text,
	`published_on` text,
	`url` text,
	`language` text NOT NULL,
	`rights` text NOT NULL,
	`state` text DEFAULT 'checking' NOT NULL,
	`scale_id` text NOT NULL,
	`scale_version` integer NOT NULL,
	`set_aside` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scale_id`,`scale_version`) REFERENCES `scales`(`id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_rights" CHECK("articles"."rights" in ('own', 'licensed', 'excerpt')),
	CONSTRAINT "articles_state" CHECK("articles"."state" in ('checking', 'published', 'closed')),
	CONSTRAINT "articles_contact" CHECK(("articles"."contact_name" is null) = ("articles"."contact_email" is null)),
	CONSTRAINT "articles_set_aside" CHECK(json_valid("articles"."set_aside"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_updated` ON `articles` (`updated_at`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`doc` text NOT NULL,
	`sha256` text NOT NULL,
	`reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "revisions_number_positive" CHECK("revisions"."number" >= 1),
	CONSTRAINT "revisions_title" CHECK(length("revisions"."title") > 0),
	CONSTRAINT "revisions_doc" CHECK(json_valid("revisions"."doc")),
	CONSTRAINT "revisions_sha256" CHECK(length("revisions"."sha256") = 64 and "revisions"."sha256" not glob '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `scales` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`ordered` integer NOT NULL,
	`verdicts` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`id`, `version`),
	CONSTRAINT "scales_version" CHECK("scales"."version" >= 1),
	CONSTRAINT "scales_verdicts" CHECK(json_valid("scales"."verdicts"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `anchors` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`position` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`exact` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "anchors_span" CHECK("anchors"."start" >= 0 and "anchors"."end" > "anchors"."start"),
	CONSTRAINT "anchors_position" CHECK("anchors"."position" >= 0),
	CONSTRAINT "anchors_state" CHECK("anchors"."state" in ('exact', 'moved', 'changed', 'lost'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `anchors_place` ON `anchors` (`claim_id`,`revision_id`,`position`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`k` integer,
	`about` text,
	`statement` text NOT NULL,
	`kind` text NOT NULL,
	`claimant` text,
	`said_on` text,
	`said_at` text,
	`quotes` text NOT NULL,
	`verdict` text,
	`rationale` text NOT NULL,
	`assignee` text,
	`digest` text NOT NULL,
	`contributions` text NOT NULL,
	`next_evidence` integer DEFAULT 1 NOT NULL,
	`submitted_at` text,
	`submitted_by` text,
	`decisions_behind` integer DEFAULT 0 NOT NULL,
	`dropped_at` text,
	`dropped_by` text,
	`drop_reason` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dropped_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_kind" CHECK("claims"."kind" in ('event', 'number', 'quotation', 'cause', 'position', 'media', 'prediction', 'opinion')),
	CONSTRAINT "claims_about" CHECK("claims"."about" is null or json_valid("claims"."about")),
	CONSTRAINT "claims_claimant" CHECK("claims"."claimant" is null or json_valid("claims"."claimant")),
	CONSTRAINT "claims_quotes" CHECK(json_valid("claims"."quotes")),
	CONSTRAINT "claims_contributions" CHECK(json_valid("claims"."contributions")),
	CONSTRAINT "claims_digest" CHECK(length("claims"."digest") = 64 and "claims"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "claims_k_positive" CHECK("claims"."k" is null or "claims"."k" >= 1),
	CONSTRAINT "claims_submitted" CHECK(("claims"."submitted_at" is null) = ("claims"."submitted_by" is null)),
	CONSTRAINT "claims_dropped" CHECK(("claims"."dropped_at" is null) = ("claims"."dropped_by" is null) and ("claims"."dropped_at" is null) = ("claims"."drop_reason" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `claims_article` ON `claims` (`article_id`);--> statement-breakpoint
CREATE INDEX `claims_assignee` ON `claims` (`assignee`);--> statement-breakpoint
CREATE UNIQUE INDEX `claims_k` ON `claims` (`article_id`,`k`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`evidence_id` text,
	`parent_id` text,
	`body` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`resolved_at` text,
	`resolved_by` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comments_body" CHECK(length("comments"."body") > 0),
	CONSTRAINT "comments_resolved" CHECK(("comments"."resolved_at" is null) = ("comments"."resolved_by" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `comments_claim` ON `comments` (`claim_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`number` integer NOT NULL,
	`outcome` text NOT NULL,
	`digest` text NOT NULL,
	`content` text NOT NULL,
	`anchors` text NOT NULL,
	`contributors` text NOT NULL,
	`note` text,
	`override_reason` text,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_outcome" CHECK("decisions"."outcome" in ('approve', 'return')),
	CONSTRAINT "decisions_digest" CHECK(length("decisions"."digest") = 64 and "decisions"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "decisions_content" CHECK(json_valid("decisions"."content")),
	CONSTRAINT "decisions_return_note" CHECK("decisions"."outcome" <> 'return' or length("decisions"."note") > 0),
	CONSTRAINT "decisions_override" CHECK("decisions"."override_reason" is null or "decisions"."outcome" = 'approve')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_number` ON `decisions` (`claim_id`,`number`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`source_id` text NOT NULL,
	`number` integer NOT NULL,
	`stance` text NOT NULL,
	`quote` text,
	`locator` text,
	`is_primary` integer NOT NULL,
	`accessed_on` text,
	`archived_url` text,
	`note` text,
	`removed_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_stance" CHECK("evidence"."stance" in ('supports', 'refutes', 'context')),
	CONSTRAINT "evidence_number_positive" CHECK("evidence"."number" >= 1),
	CONSTRAINT "evidence_primary" CHECK("evidence"."is_primary" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_number` ON `evidence` (`claim_id`,`number`);--> statement-breakpoint
CREATE INDEX `evidence_source` ON `evidence` (`source_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`url` text,
	`title` text NOT NULL,
	`publisher` text,
	`published_on` text,
	`withheld` integer NOT NULL,
	`description` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sources_type" CHECK("sources"."type" in ('page', 'document', 'dataset', 'person')),
	CONSTRAINT "sources_title" CHECK(length("sources"."title") > 0),
	CONSTRAINT "sources_withheld" CHECK("sources"."withheld" in (0, 1) and ("sources"."withheld" = 0 or length("sources"."description") > 0))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sources_url` ON `sources` (`url`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`slug` text NOT NULL,
	`number` integer NOT NULL,
	`revision_id` text NOT NULL,
	`payload` text NOT NULL,
	`digest` text NOT NULL,
	`previous_digest` text,
	`note` text,
	`tier` text,
	`published_by` text NOT NULL,
	`published_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "editions_number_positive" CHECK("editions"."number" >= 1),
	CONSTRAINT "editions_payload" CHECK(json_valid("editions"."payload")),
	CONSTRAINT "editions_digest" CHECK(length("editions"."digest") = 64 and "editions"."digest" not glob '*[^0-9a-f]*'),
	CONSTRAINT "editions_chain" CHECK(("editions"."number" = 1) = ("editions"."previous_digest" is null)),
	CONSTRAINT "editions_note" CHECK("editions"."number" = 1 or (length("editions"."note") > 0 and "editions"."tier" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_number` ON `editions` (`article_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `editions_slug` ON `editions` (`slug`,`number`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_user_provider` ON `accounts` (`user_id`,`provider_id`);--> statement-breakpoint
CREATE TABLE `desk` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`size` text DEFAULT 'several' NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "desk_one_row" CHECK("desk"."id" = 1),
	CONSTRAINT "desk_size" CHECK("desk"."size" in ('one', 'several'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`secret_hash` text NOT NULL,
	`person_id` text,
	`email` text,
	`name` text,
	`role` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`spent_at` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_purpose" CHECK("invitations"."purpose" in ('setup', 'invitation', 'reset', 'sign-in')),
	CONSTRAINT "invitations_role" CHECK("invitations"."purpose" <> 'invitation' or "invitations"."role" is not null),
	CONSTRAINT "invitations_person" CHECK("invitations"."purpose" not in ('reset', 'sign-in') or "invitations"."person_id" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_secret` ON `invitations` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`credit` text,
	`disabled_at` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "people_role" CHECK("people"."role" in ('reviewer', 'editor', 'admin')),
	CONSTRAINT "people_email_lowercase" CHECK("people"."email" = lower("people"."email"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limits_key` ON `rate_limits` (`key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_on` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_secret` ON `tokens` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `tokens_person` ON `tokens` (`person_id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);