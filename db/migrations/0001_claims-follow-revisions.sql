CREATE TABLE `reports` (
	`revision_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`base` integer NOT NULL,
	`findings` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_kind" CHECK("reports"."kind" in ('import', 'correction')),
	CONSTRAINT "reports_base" CHECK("reports"."base" >= 1),
	CONSTRAINT "reports_findings" CHECK(json_valid("reports"."findings"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `settlements` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`way` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`settled_by` text NOT NULL,
	`settled_at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "settlements_way" CHECK("settlements"."way" in ('new-words', 'keep', 'selected')),
	CONSTRAINT "settlements_before" CHECK(json_valid("settlements"."before")),
	CONSTRAINT "settlements_after" CHECK(json_valid("settlements"."after"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `settlements_claim` ON `settlements` (`claim_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_anchors` (
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
	`footing` text,
	`kept` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "anchors_span" CHECK("__new_anchors"."start" >= 0 and "__new_anchors"."end" > "__new_anchors"."start"),
	CONSTRAINT "anchors_position" CHECK("__new_anchors"."position" >= 0),
	CONSTRAINT "anchors_state" CHECK("__new_anchors"."state" in ('exact', 'moved', 'changed', 'lost')),
	CONSTRAINT "anchors_footing" CHECK(("__new_anchors"."state" in ('exact', 'moved')) = ("__new_anchors"."footing" is null)),
	CONSTRAINT "anchors_kept" CHECK("__new_anchors"."kept" in (0, 1) and ("__new_anchors"."kept" = 0 or "__new_anchors"."footing" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_anchors`("id", "claim_id", "revision_id", "position", "start", "end", "exact", "prefix", "suffix", "state", "footing", "kept") SELECT "id", "claim_id", "revision_id", "position", "start", "end", "exact", "prefix", "suffix", "state", NULL, 0 FROM `anchors`;--> statement-breakpoint
INSERT INTO `__new_anchors`("id", "claim_id", "revision_id", "position", "start", "end", "exact", "prefix", "suffix", "state", "footing", "kept") SELECT lower(hex(randomblob(16))), "claims"."id", "revisions"."id", 0, 0, length("revisions"."title"), "revisions"."title", '', '', 'exact', NULL, 0 FROM `claims` INNER JOIN `revisions` ON "revisions"."article_id" = "claims"."article_id" WHERE "claims"."about" = '"headline"';--> statement-breakpoint
DROP TABLE `anchors`;--> statement-breakpoint
ALTER TABLE `__new_anchors` RENAME TO `anchors`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `anchors_place` ON `anchors` (`claim_id`,`revision_id`,`position`);