import { describe, expect, it } from 'vitest';
import { type Abilities, abilitiesOf } from './abilities';
import type { Grant } from './allows';
import { ROLE_TABLE } from './table';

const DEVELOPMENT = { key: 'development', id: 'env-dev', protected: false };
const PRODUCTION = { key: 'production', id: 'env-prod', protected: true };

const can = (...grants: Grant[]): Abilities['environments'] =>
  abilitiesOf(grants, 'shop', [DEVELOPMENT, PRODUCTION]).environments;
const everywhere = (role: keyof typeof ROLE_TABLE): Grant => ({
  ...ROLE_TABLE[role],
  projectId: 'shop',
  environmentId: null,
});

describe('asking for a change', () => {
  it('is for who may edit in some environment, also where they may not', () => {
    expect(can(everywhere('developer'))).toMatchObject({
      development: { edit: true, request: true },
      production: { edit: false, request: true },
    });
    const narrow = { ...everywhere('editor'), environmentId: DEVELOPMENT.id };
    expect(can(narrow).production).toMatchObject({ edit: false, request: true });
  });

  it('is for nobody who may only look, belongs elsewhere, or administers a tenant alone', () => {
    const nowhere = { edit: false, request: false };
    expect(can(everywhere('viewer')).production).toMatchObject(nowhere);
    expect(can({ ...everywhere('editor'), projectId: 'other' }).production).toMatchObject(nowhere);
    expect(can().production).toMatchObject(nowhere);
  });
});
