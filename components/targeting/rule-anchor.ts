/** The element that opens a rule, to be led to from elsewhere. */
export const ruleAnchor = (id: string): string => `rule-${id}`;

/** Scrolls to a rule and puts the focus on it. */
export function revealRule(id: string): void {
  const element = document.getElementById(ruleAnchor(id));
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
