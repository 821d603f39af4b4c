import type { CalendarKind } from '@/lib/services/calendar/types';

/** Colours of kinds are those of charts: neighbours differ without colour vision, too. Words always say the kind. */
export const KIND_COLORS: Readonly<Record<CalendarKind, string>> = {
  schedule: 'var(--variant-1)',
  plan: 'var(--variant-4)',
  request: 'var(--variant-6)',
  ramp: 'var(--variant-2)',
  window: 'var(--variant-5)',
  membership: 'var(--variant-3)',
  override: 'var(--variant-7)',
};
