import type { FlagView } from '@/lib/services/flags/types';
import type { VariantsForm } from '../variants-form';

export type MetadataType = 'string' | 'number' | 'boolean';

/** One entry of the metadata, as it is typed. */
export interface MetadataRow {
  name: string;
  type: MetadataType;
  text: string;
}

/** What the Details form holds. */
export interface DetailsValues
  extends VariantsForm,
    Pick<FlagView, 'name' | 'description' | 'kind' | 'tags' | 'links' | 'clientVisible' | 'tenantManaged'> {
  /** Empty for nobody. */
  owner: string;
  metadata: MetadataRow[];
}

const typeOf = (value: boolean | string | number): MetadataType =>
  typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'string';

/** A stored flag, as the form shows it. */
export function detailsOf(flag: FlagView): DetailsValues {
  const { name, description, kind, tags, links, clientVisible, tenantManaged, variants, owner, metadata } = flag;
  return {
    ...{ name, description, kind, tags, links, clientVisible, tenantManaged, variants },
    owner: owner ?? '',
    metadata: Object.entries(metadata).map(([key, value]) => ({ name: key, type: typeOf(value), text: String(value) })),
  };
}
