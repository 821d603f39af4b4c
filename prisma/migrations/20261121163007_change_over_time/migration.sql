-- CreateTable
CREATE TABLE "group_member" (
    "environment_id" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "membership" TEXT NOT NULL,
    "subject" TEXT,
    "tenant" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "variant" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("environment_id","flag","membership")
);

-- CreateTable
CREATE TABLE "group_sync" (
    "environment_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_sync_pkey" PRIMARY KEY ("environment_id")
);

-- CreateTable
CREATE TABLE "membership_count" (
    "environment_id" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "counted" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "membership_count_pkey" PRIMARY KEY ("environment_id","flag")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "flag_id" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "instructions" JSON NOT NULL,
    "footprint" TEXT[],
    "base_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3),
    "cron" TEXT,
    "timezone" TEXT NOT NULL,
    "missed_after" BIGINT,
    "description" TEXT NOT NULL,
    "comment" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_run_at" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "request_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "schedule_id" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "error" JSON,
    "config_version" INTEGER,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("schedule_id","planned_at")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "flag_id" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "environment" TEXT,
    "strategy" JSON NOT NULL,
    "environments" TEXT[],
    "status" TEXT NOT NULL,
    "step" INTEGER,
    "step_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "watch_from" TIMESTAMPTZ(3),
    "reason" JSON,
    "history" JSON NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "request_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_event" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "step" INTEGER,
    "actor_name" TEXT NOT NULL,
    "detail" JSON NOT NULL,

    CONSTRAINT "plan_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal" (
    "id" BIGSERIAL NOT NULL,
    "environment_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "flag" TEXT,
    "value" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "comment" TEXT,
    "steps" JSON NOT NULL,
    "environments" TEXT[],
    "flags" TEXT[],
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "apply_at" TIMESTAMPTZ(3),
    "reason" JSON,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "group_key" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" TEXT,
    "applied" JSON,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request_event" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "change_request_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "token" BIGINT NOT NULL DEFAULT 0,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "last_started_at" TIMESTAMPTZ(3),
    "last_finished_at" TIMESTAMPTZ(3),
    "last_outcome" TEXT,
    "last_started_by" TEXT,
    "run_started_at" TIMESTAMPTZ(3),
    "run_started_by" TEXT,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "error" TEXT,
    "report" JSON,
    "started_by" TEXT NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "topics" TEXT[],
    "environments" TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "secret" TEXT NOT NULL,
    "secret_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" BIGINT,
    "topic" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),
    "answer" INTEGER,
    "error" TEXT,
    "response" TEXT,
    "took" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_hash_key" ON "calendar_feed"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_project_id_author_kind_author_id_key" ON "calendar_feed"("project_id", "author_kind", "author_id");

-- CreateIndex
CREATE INDEX "group_member_environment_id_ends_at_idx" ON "group_member"("environment_id", "ends_at");

-- CreateIndex
CREATE INDEX "group_member_environment_id_subject_idx" ON "group_member"("environment_id", "subject");

-- CreateIndex
CREATE INDEX "schedule_status_next_run_at_idx" ON "schedule"("status", "next_run_at");

-- CreateIndex
CREATE INDEX "schedule_project_id_flag_idx" ON "schedule"("project_id", "flag");

-- CreateIndex
CREATE INDEX "plan_project_id_flag_idx" ON "plan"("project_id", "flag");

-- CreateIndex
CREATE INDEX "plan_status_due_at_idx" ON "plan"("status", "due_at");

-- CreateIndex
CREATE INDEX "plan_event_plan_id_at_idx" ON "plan_event"("plan_id", "at");

-- CreateIndex
CREATE INDEX "signal_environment_id_name_at_idx" ON "signal"("environment_id", "name", "at");

-- CreateIndex
CREATE INDEX "change_request_project_id_status_idx" ON "change_request"("project_id", "status");

-- CreateIndex
CREATE INDEX "change_request_status_apply_at_idx" ON "change_request"("status", "apply_at");

-- CreateIndex
CREATE UNIQUE INDEX "change_request_project_id_number_key" ON "change_request"("project_id", "number");

-- CreateIndex
CREATE INDEX "change_request_event_request_id_at_idx" ON "change_request_event"("request_id", "at");

-- CreateIndex
CREATE INDEX "job_run_job_started_at_idx" ON "job_run"("job", "started_at");

-- CreateIndex
CREATE INDEX "webhook_project_id_idx" ON "webhook"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_key" ON "webhook_delivery"("webhook_id", "event_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_status_next_at_idx" ON "webhook_delivery"("webhook_id", "status", "next_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_idx" ON "webhook_delivery"("webhook_id", "created_at");

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_sync" ADD CONSTRAINT "group_sync_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_count" ADD CONSTRAINT "membership_count_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_run" ADD CONSTRAINT "schedule_run_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_event" ADD CONSTRAINT "plan_event_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request_event" ADD CONSTRAINT "change_request_event_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "project_id" TEXT;

-- Nobody was ever told of these rows, and nobody shall be.
UPDATE "outbox" SET "delivered_at" = "at" WHERE "delivered_at" IS NULL;

-- Memberships in force whose time has come or is over, of a flag by their end, and by the start of a name.
CREATE INDEX "item_membership_starts" ON "item" ("environment_id", ("body"->>'startsAt') COLLATE "C")
  WHERE "kind" = 'membership' AND "to_number" IS NULL;
CREATE INDEX "item_membership_ends" ON "item" ("environment_id", ("body"->>'endsAt') COLLATE "C")
  WHERE "kind" = 'membership' AND "to_number" IS NULL;
CREATE INDEX "item_membership_flag_ends" ON "item"
  ("environment_id", split_part("key", '/', 1), ("body"->>'endsAt') COLLATE "C", "key" COLLATE "C")
  WHERE "kind" = 'membership' AND "to_number" IS NULL;
CREATE INDEX "item_membership_name" ON "item"
  ("environment_id", lower(coalesce("body"->>'subject', "body"->>'tenant')) COLLATE "C", "key" COLLATE "C")
  WHERE "kind" = 'membership' AND "to_number" IS NULL;

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN "created_by_id" TEXT;
