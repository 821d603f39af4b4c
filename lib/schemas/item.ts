import { z } from 'zod';
import { upcast } from '@/lib/changes/upcast';
import type { Item, ItemKind, JsonObject, JsonValue, VariantValue } from '@/lib/engine/types';
import { storedConfigurationSchema, storedGroupShape, storedRecurrenceSchema } from './stored-configuration';

const v = z.literal(1);
const text = z.string();
const optionalText = text.optional();

/** A shallow look: what is inside came out of a JSON column. */
const variantValue = z.custom<VariantValue>((value) =>
  typeof value === 'object' ? value !== null && !Array.isArray(value) : value !== undefined,
);

/** Looked at by hand: a record's schema would lose an own `__proto__`. */
const metadata = z.custom<Record<string, boolean | string | number>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((part) => ['boolean', 'string', 'number'].includes(typeof part)),
);

const definition = z.object({
  v,
  id: text,
  type: z.enum(['boolean', 'string', 'number', 'json']),
  variants: z.array(z.object({ key: text, value: variantValue, name: optionalText })),
  salt: text,
  algorithm: text,
  metadata,
  clientVisible: z.boolean(),
  tenantManaged: z.boolean(),
  archived: z.boolean(),
});
const segment = z.object({ v, version: z.number(), ...storedGroupShape });
const membership = z.object({
  v,
  subject: optionalText,
  tenant: optionalText,
  startsAt: text,
  endsAt: text,
  variant: optionalText,
  startDate: optionalText,
  endDate: optionalText,
  timezone: optionalText,
  recurring: storedRecurrenceSchema.optional(),
  note: optionalText,
  version: z.number().optional(),
});
const attribute = z.object({
  v,
  type: z.enum(['string', 'number', 'boolean', 'date', 'semver', 'list', 'json']),
  allowed: z.array(z.custom<JsonValue>(() => true)).optional(),
  trusted: z.boolean(),
  personal: z.boolean(),
});
const apiKey = z.object({
  v,
  kind: z.enum(['client', 'server']),
  hash: text,
  edge: z.boolean(),
  origins: z.array(text),
  expiresAt: optionalText,
});
/** Looked at by hand, as `metadata` is. */
const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const tenant = z.object({
  v,
  attributes: jsonObject,
  roles: z.array(z.object({ key: text, ranksWith: text })).optional(),
});

const item = <K extends ItemKind, S extends z.ZodType>(kind: K, body: S) =>
  z.object({ kind: z.literal(kind), key: text, body });

const itemSchema: z.ZodType<Item> = z.discriminatedUnion('kind', [
  item('flag', definition),
  item('config', storedConfigurationSchema),
  item('segment', segment),
  item('member', z.object({ v })),
  item('override', z.object({ v, variant: text, expiresAt: optionalText, note: optionalText })),
  item('membership', membership),
  item('codeDefault', z.object({ v, variant: text })),
  item('attribute', attribute),
  item('apiKey', apiKey),
  item('environment', z.object({ v, publicRead: z.boolean(), requireProof: z.boolean().optional() })),
  item('tenant', tenant),
  item('onboarding', z.object({ v, stages: z.array(text), roles: z.array(text) })),
]);

const KINDS: Record<ItemKind, true> = {
  flag: true,
  config: true,
  segment: true,
  member: true,
  override: true,
  membership: true,
  codeDefault: true,
  attribute: true,
  apiKey: true,
  environment: true,
  tenant: true,
  onboarding: true,
};

/** Why a row is not an item: a kind this release does not know, or a body it cannot read. */
export type ItemProblem = 'unknown_kind' | 'unreadable_body';
export type ItemResult = { item: Item; problem?: undefined } | { item?: undefined; problem: ItemProblem };

export function isItemKind(kind: string): kind is ItemKind {
  return Object.hasOwn(KINDS, kind);
}

/**
 * Reads a stored row or a piece of a ruleset. What this release cannot read is a problem and never thrown: whoever
 * loads decides whether the flags that need it become error entries.
 */
export function parseItem({ kind, key, body }: { kind: string; key: string; body: unknown }): ItemResult {
  if (!isItemKind(kind)) return { problem: 'unknown_kind' };
  const current = kind === 'config' ? upcast('configuration', body) : body;
  const parsed = itemSchema.safeParse({ kind, key, body: current });
  return parsed.success ? { item: parsed.data } : { problem: 'unreadable_body' };
}
