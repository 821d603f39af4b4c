import { createHash, timingSafeEqual } from 'node:crypto';
import { serviceError } from '@/lib/services/errors';
import { readBearer } from './admin-key';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets who knows the secret of the clock routes pass. Without one configured they are closed, and say so. */
export function requireCronSecret(headers: Headers, secret: string | undefined): void {
  if (secret === undefined || secret === '') throw serviceError('unavailable', 'cron_closed');
  const given = readBearer(headers);
  if (given === null || !timingSafeEqual(digest(given), digest(secret))) throw serviceError('unauthenticated');
}
