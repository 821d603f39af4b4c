export const VARIANT_COLOR_COUNT = 8;

/**
 * The colour of the variant at this place in its flag's definition, as a CSS value that follows the theme.
 * Charts and dots use it, so a variant looks the same everywhere. From the ninth on colours repeat.
 */
export function variantColor(index: number): string {
  return `var(--variant-${(Math.max(0, Math.trunc(index)) % VARIANT_COLOR_COUNT) + 1})`;
}
