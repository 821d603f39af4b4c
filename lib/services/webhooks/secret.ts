import type { ServiceContext } from '../context';

const SECRET_BYTES = 32;

/** A signing secret in the form that libraries for Standard Webhooks take. */
export function newWebhookSecret({ randomText }: Pick<ServiceContext, 'randomText'>): string {
  return `whsec_${Buffer.from(randomText(SECRET_BYTES), 'base64url').toString('base64')}`;
}
