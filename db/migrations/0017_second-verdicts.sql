CREATE TABLE `second_verdict_policies` (
	`article_id` text PRIMARY KEY NOT NULL,
	`share` integer NOT NULL,
	`verdicts` text NOT NULL,
	`blocking` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_verdict_policies_share" CHECK("second_verdict_policies"."share" between 0 and 100),
	CONSTRAINT "second_verdict_policies_verdicts" CHECK(json_valid("second_verdict_policies"."verdicts")),
	CONSTRAINT "second_verdict_policies_blocking" CHECK("second_verdict_policies"."blocking" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `second_verdicts` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`drawn` text,
	`asked_by` text,
	`asked_at` text NOT NULL,
	`reviewer` text,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`filed_at` text,
	`scale_id` text,
	`scale_version` integer,
	`verdict` text,
	`rationale` text,
	`evidence` text,
	`sources` text,
	`first_verdict` text,
	`first` text,
	`question` text,
	`choice` text,
	`reason` text,
	`adjudicated_by` text,
	`adjudicated_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`adjudicated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_verdicts_drawn" CHECK("second_verdicts"."drawn" in ('share', 'verdict')),
	CONSTRAINT "second_verdicts_choice" CHECK("second_verdicts"."choice" in ('first', 'second', 'third')),
	CONSTRAINT "second_verdicts_asked" CHECK("second_verdicts"."drawn" is not null or ("second_verdicts"."asked_by" is not null and "second_verdicts"."reviewer" is not null)),
	CONSTRAINT "second_verdicts_withdrawn" CHECK(("second_verdicts"."withdrawn_at" is null) = ("second_verdicts"."withdrawn_by" is null)),
	CONSTRAINT "second_verdicts_filed" CHECK(("second_verdicts"."filed_at" is null) = ("second_verdicts"."verdict" is null) and ("second_verdicts"."filed_at" is null) = ("second_verdicts"."rationale" is null)
        and ("second_verdicts"."filed_at" is null) = ("second_verdicts"."scale_id" is null) and ("second_verdicts"."filed_at" is null) = ("second_verdicts"."scale_version" is null)
        and ("second_verdicts"."filed_at" is null) = ("second_verdicts"."first" is null) and ("second_verdicts"."filed_at" is null) = ("second_verdicts"."question" is null)
        and ("second_verdicts"."filed_at" is null or "second_verdicts"."reviewer" is not null)),
	CONSTRAINT "second_verdicts_evidence" CHECK("second_verdicts"."evidence" is null or json_valid("second_verdicts"."evidence")),
	CONSTRAINT "second_verdicts_sources" CHECK("second_verdicts"."sources" is null or json_valid("second_verdicts"."sources")),
	CONSTRAINT "second_verdicts_first" CHECK("second_verdicts"."first" is null or json_valid("second_verdicts"."first")),
	CONSTRAINT "second_verdicts_question" CHECK(length("second_verdicts"."question") = 64 and "second_verdicts"."question" not glob '*[^0-9a-f]*'),
	CONSTRAINT "second_verdicts_adjudicated" CHECK(("second_verdicts"."adjudicated_at" is null) = ("second_verdicts"."choice" is null) and ("second_verdicts"."adjudicated_at" is null) = ("second_verdicts"."adjudicated_by" is null)
        and ("second_verdicts"."adjudicated_at" is null) = ("second_verdicts"."reason" is null) and ("second_verdicts"."adjudicated_at" is null or "second_verdicts"."filed_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `second_verdicts_claim` ON `second_verdicts` (`claim_id`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `second_verdicts_reviewer` ON `second_verdicts` (`reviewer`,`filed_at`);