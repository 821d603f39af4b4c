'use client';

import { DateTimeInput } from '@/components/shared/date-time-input';
import type { JsonValue } from '@/lib/engine/types';
import { useOwnZone } from '../serve/use-own-zone';

export interface InstantValueInputProps {
  value: JsonValue | undefined;
  onChange: (value: string | undefined) => void;
  label: string;
  isInvalid: boolean;
  disabled?: boolean;
}

/** An instant, in a zone of one's choice; stored in UTC. Epoch milliseconds are shown as the instant they are. */
export function InstantValueInput({ value, onChange, label, isInvalid, disabled }: InstantValueInputProps) {
  const [zone, setZone] = useOwnZone();
  const instant = typeof value === 'number' ? new Date(value).toISOString() : value;
  return (
    <DateTimeInput
      value={typeof instant === 'string' && instant !== '' ? instant : null}
      timeZone={zone}
      onChange={(next) => onChange(next ?? undefined)}
      onTimeZoneChange={setZone}
      aria-label={label}
      aria-invalid={isInvalid}
      disabled={disabled}
    />
  );
}
