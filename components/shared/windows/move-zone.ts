import { readLocal, writeLocal } from '@/components/shared/local-date-time';

/** The instant at which clocks of another zone show what clocks of this one show; as it is if it cannot be read. */
export function moveZone(instant: string, from: string, to: string): string {
  return readLocal(writeLocal(instant, from), to)?.instant ?? instant;
}
