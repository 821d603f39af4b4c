-- Memberships in force of a flag in the order of lists, and those of a subject or a tenant.
CREATE INDEX IF NOT EXISTS "item_membership_flag" ON "item"
  ("environment_id", split_part("key", '/', 1), ("body"->>'startsAt') COLLATE "C", "key" COLLATE "C")
  WHERE "kind" = 'membership' AND "to_number" IS NULL;
CREATE INDEX IF NOT EXISTS "item_membership_subject" ON "item" ("environment_id", ("body"->>'subject'))
  WHERE "kind" = 'membership' AND "to_number" IS NULL;
CREATE INDEX IF NOT EXISTS "item_membership_tenant" ON "item" ("environment_id", ("body"->>'tenant'))
  WHERE "kind" = 'membership' AND "to_number" IS NULL;
