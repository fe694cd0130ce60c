CREATE TABLE `approaches` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`party` text NOT NULL,
	`channel` text NOT NULL,
	`contact` text,
	`question` text,
	`asked_at` text NOT NULL,
	`deadline` text,
	`outcome` text,
	`answer` text,
	`answered_at` text,
	`tells` text NOT NULL,
	`told` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approaches_channel" CHECK("approaches"."channel" in ('email', 'phone', 'letter', 'form', 'in-person', 'other')),
	CONSTRAINT "approaches_outcome" CHECK("approaches"."outcome" in ('answered', 'declined')),
	CONSTRAINT "approaches_tells" CHECK("approaches"."tells" in ('nothing', 'answer', 'summary', 'outcome')),
	CONSTRAINT "approaches_party" CHECK(length("approaches"."party") > 0),
	CONSTRAINT "approaches_answer" CHECK("approaches"."outcome" is not 'answered' or length("approaches"."answer") > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `approaches_claim` ON `approaches` (`claim_id`);--> statement-breakpoint
CREATE INDEX `approaches_deadline` ON `approaches` (`deadline`);--> statement-breakpoint
CREATE TABLE `standards` (
	`rule` text PRIMARY KEY NOT NULL,
	`level` text NOT NULL,
	`since` text NOT NULL,
	CONSTRAINT "standards_rule" CHECK("standards"."rule" in ('two-sources', 'primary-source', 'passage-quoted', 'contrary-evidence', 'no-self-source', 'sources-in-time', 'right-of-reply', 'close-wording', 'text-settled', 'open-threads', 'second-person')),
	CONSTRAINT "standards_level" CHECK("standards"."level" in ('off', 'warning', 'blocking'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`rule` text NOT NULL,
	`reason` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waivers_rule" CHECK("waivers"."rule" in ('two-sources', 'primary-source', 'passage-quoted', 'right-of-reply', 'close-wording')),
	CONSTRAINT "waivers_reason" CHECK(length("waivers"."reason") > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `waivers_standing` ON `waivers` (`claim_id`,`rule`) WHERE "waivers"."withdrawn_at" is null;