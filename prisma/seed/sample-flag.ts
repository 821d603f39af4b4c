import type { FlagKind } from '@/lib/services/flags/types';

/** A flag of the sample product, a bicycle rental called Pedalo, and how it is set up in each environment. */
export interface SampleFlag {
  create: {
    key: string;
    name: string;
    description: string;
    kind: FlagKind;
    type: 'boolean' | 'string' | 'number' | 'json';
    variants?: { key: string; value: boolean | string | number | object; name?: string }[];
    tags: string[];
    owner: string;
    clientVisible: boolean;
    links?: { title: string; url: string }[];
  };
  /** Instructions per environment, each list one saved change with its comment. */
  changes: Partial<Record<'development' | 'staging' | 'production', { comment: string; instructions: object[] }[]>>;
  /** Evaluations a day in production, by variant. */
  traffic: Record<string, number>;
}

/** The one change that turns a flag on. */
export const on = (comment = 'Ready to try'): { comment: string; instructions: object[] } => ({
  comment,
  instructions: [{ kind: 'turnOn' }],
});
