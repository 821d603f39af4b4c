-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "tenant" TEXT;

-- AlterTable
ALTER TABLE "environment" ADD COLUMN     "erased_number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "profile_number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "require_proof" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rewritten_number" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'dashboard';

-- CreateTable
CREATE TABLE "declaration" (
    "environment_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "value" JSON NOT NULL,
    "description" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("environment_id","source","flag")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "key_folded" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "attributes" JSON NOT NULL,
    "roles" JSON NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenant_admin" (
    "user_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenant_admin_pkey" PRIMARY KEY ("user_id","tenant_id")
);

-- CreateTable
CREATE TABLE "onboarding" (
    "project_id" TEXT NOT NULL,
    "stages" JSON NOT NULL,
    "milestones" JSON NOT NULL,
    "roles" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "onboarding_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "subject" (
    "environment_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "attributes" JSON NOT NULL,
    "role" TEXT,
    "tenant" TEXT,
    "joined_at" TIMESTAMPTZ(3),
    "stage" TEXT,
    "stage_at" TIMESTAMPTZ(3),
    "counters" JSON NOT NULL DEFAULT '{}',
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("environment_id","key")
);

-- CreateTable
CREATE TABLE "subject_milestone" (
    "environment_id" TEXT NOT NULL,
    "subject_key" TEXT NOT NULL,
    "milestone" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "why" JSON NOT NULL,

    CONSTRAINT "subject_milestone_pkey" PRIMARY KEY ("environment_id","subject_key","milestone")
);

-- CreateTable
CREATE TABLE "stage_move" (
    "id" TEXT NOT NULL,
    "environment_id" TEXT NOT NULL,
    "subject_key" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "why" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "environment_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "flag" TEXT,
    "variant" TEXT,
    "event" TEXT,
    "value" DOUBLE PRECISION,
    "subject" TEXT,
    "tenant" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("environment_id","id")
);

-- CreateIndex
CREATE INDEX "declaration_environment_id_flag_idx" ON "declaration"("environment_id", "flag");

-- CreateIndex
CREATE UNIQUE INDEX "tenant_project_id_key_folded_key" ON "tenant"("project_id", "key_folded");

-- CreateIndex
CREATE INDEX "tenant_admin_tenant_id_idx" ON "tenant_admin"("tenant_id");

-- CreateIndex
CREATE INDEX "subject_environment_id_number_idx" ON "subject"("environment_id", "number");

-- CreateIndex
CREATE INDEX "subject_environment_id_tenant_key_idx" ON "subject"("environment_id", "tenant", "key");

-- CreateIndex
CREATE INDEX "subject_environment_id_stage_key_idx" ON "subject"("environment_id", "stage", "key");

-- CreateIndex
CREATE INDEX "subject_milestone_environment_id_milestone_at_idx" ON "subject_milestone"("environment_id", "milestone", "at");

-- CreateIndex
CREATE INDEX "stage_move_environment_id_subject_key_at_idx" ON "stage_move"("environment_id", "subject_key", "at");

-- CreateIndex
CREATE INDEX "event_environment_id_type_at_idx" ON "event"("environment_id", "type", "at");

-- CreateIndex
CREATE INDEX "audit_entry_chain_tenant_at_idx" ON "audit_entry"("chain", "tenant", "at");

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_admin" ADD CONSTRAINT "tenant_admin_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tenant_admin" ADD CONSTRAINT "tenant_admin_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "onboarding" ADD CONSTRAINT "onboarding_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_milestone" ADD CONSTRAINT "subject_milestone_environment_id_subject_key_fkey" FOREIGN KEY ("environment_id", "subject_key") REFERENCES "subject"("environment_id", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_move" ADD CONSTRAINT "stage_move_environment_id_subject_key_fkey" FOREIGN KEY ("environment_id", "subject_key") REFERENCES "subject"("environment_id", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_environment_id_fkey" FOREIGN KEY ("environment_id") REFERENCES "environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Overrides in force by tenant, and by flag: their item's key is flag/tenant.
CREATE INDEX "item_override_tenant" ON "item" ("environment_id", split_part("key", '/', 2))
  WHERE "kind" = 'override' AND "to_number" IS NULL;
CREATE INDEX "item_override_flag" ON "item" ("environment_id", split_part("key", '/', 1))
  WHERE "kind" = 'override' AND "to_number" IS NULL;
