import type { Matched } from './match-path';
import { type DeliveryRequest, headerOf } from './request';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9._/@-]{0,39}$/;

/** What counts call the client: what it says it is, else how it asks. Browsers alone send an origin. */
export function sdkName(request: DeliveryRequest, { protocol }: Matched): string {
  const said = headerOf(request, 'x-flagstaff-sdk');
  if (said !== undefined && NAME.test(said)) return said;
  const where = headerOf(request, 'origin') === undefined ? 'server' : 'web';
  return protocol === 'ofrep' ? `ofrep-${where}` : `http-${where}`;
}
