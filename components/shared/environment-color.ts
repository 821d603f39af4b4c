export const ENVIRONMENT_COLORS = ['gray', 'blue', 'teal', 'green', 'amber', 'red', 'violet', 'pink'] as const;
export type EnvironmentColor = (typeof ENVIRONMENT_COLORS)[number];

// A map: a key may be the name of an object's inherited property.
const USUAL = new Map<string, EnvironmentColor>([
  ['production', 'red'],
  ['prod', 'red'],
  ['live', 'red'],
  ['staging', 'amber'],
  ['stage', 'amber'],
  ['preview', 'violet'],
  ['test', 'teal'],
  ['qa', 'teal'],
  ['development', 'green'],
  ['dev', 'green'],
  ['local', 'gray'],
]);

function isEnvironmentColor(color: string): color is EnvironmentColor {
  return ENVIRONMENT_COLORS.some((known) => known === color);
}

/** The chosen colour, else the usual one for the key, else one derived from the key. A CSS value. */
export function environmentColor(environment: { key: string; color?: string | null }): string {
  const { key, color } = environment;
  const name = color && isEnvironmentColor(color) ? color : (USUAL.get(key.toLowerCase()) ?? derived(key));
  return `var(--env-${name})`;
}

function derived(key: string): EnvironmentColor {
  let sum = 0;
  for (const character of key) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return ENVIRONMENT_COLORS[sum % ENVIRONMENT_COLORS.length] ?? 'gray';
}
