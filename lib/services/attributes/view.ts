import type { AttributeBody } from '@/lib/engine/types';
import type { AttributeView } from '../subjects/types';

export const attributeView = (name: string, { type, allowed, trusted, personal }: AttributeBody): AttributeView => ({
  name,
  type,
  allowed: allowed ?? null,
  trusted,
  personal,
});
