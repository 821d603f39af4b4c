import { getTranslations } from 'next-intl/server';
import { runtime } from '@/lib/runtime';
import { isDatabaseFault } from '@/lib/services/database-fault';
import { asServiceError, serviceError, type ServiceErrorShape } from '@/lib/services/errors';
import type { ActionError } from './action-result';

function refusalOf(thrown: unknown): ServiceErrorShape | null {
  return asServiceError(thrown) ?? (isDatabaseFault(thrown) ? serviceError('unavailable') : null);
}

/** Words an error for the person who acted. What is unknown is logged, and shown without details. */
export async function actionError(thrown: unknown, requestId: string): Promise<ActionError> {
  const t = await getTranslations('errors');
  const refusal = refusalOf(thrown);
  if (!refusal) {
    runtime().log.error({ err: thrown, requestId }, 'an action failed');
    return { code: 'internal', message: t('internal'), requestId };
  }
  const { code, kind, params, issues, current, accepted } = refusal;
  const message = t.has(code) ? t(code, params ?? {}) : t(kind);
  return {
    code,
    message,
    requestId,
    ...(issues && { issues }),
    ...(accepted && { accepted }),
    ...(current !== undefined && { current }),
  };
}
