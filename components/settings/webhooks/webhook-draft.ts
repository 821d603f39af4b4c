import type { WebhookFormat, WebhookView } from '@/lib/services/webhooks/types';

/** A webhook as its form holds it. */
export interface WebhookDraft {
  name: string;
  url: string;
  format: WebhookFormat;
  /** All events, or the chosen ones. */
  wantsAll: boolean;
  topics: string[];
  environments: string[];
}

export const NEW_WEBHOOK: WebhookDraft = {
  name: '',
  url: '',
  format: 'standard',
  wantsAll: true,
  topics: [],
  environments: [],
};

/** A Slack address is not shown again: its field begins empty, and stays so unless it is to change. */
export const draftOf = ({ name, url, format, topics, environments }: WebhookView): WebhookDraft => ({
  name,
  url: format === 'slack' ? '' : url,
  format,
  wantsAll: topics.length === 0,
  topics,
  environments,
});

const shared = ({ name, wantsAll, topics, environments }: WebhookDraft) => ({
  name: name.trim(),
  topics: wantsAll ? [] : topics,
  environments,
});

export const createInput = (draft: WebhookDraft) => ({
  ...shared(draft),
  url: draft.url.trim(),
  format: draft.format,
});

export const updateInput = (draft: WebhookDraft, { id, version }: WebhookView) => ({
  ...shared(draft),
  id,
  version,
  ...(draft.url.trim() !== '' && { url: draft.url.trim() }),
});

/** Whether it says enough to be sent. */
export const isComplete = (draft: WebhookDraft, isNew: boolean): boolean =>
  draft.name.trim() !== '' &&
  (draft.url.trim() !== '' || (!isNew && draft.format === 'slack')) &&
  (draft.wantsAll || draft.topics.length > 0);
