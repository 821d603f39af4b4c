import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { declarationPageAnswer, registryAnswer } from '@/lib/schemas/openapi/registry-answers';
import { declareFlags } from '@/lib/services/registry/declare';
import { listDeclarations } from '@/lib/services/registry/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/registry', {
  GET: inProject(listDeclarations, {
    summary: 'List what applications declare',
    description: 'By environment, flag and source; those that a source no longer declares are included.',
    answer: declarationPageAnswer,
  }),
  POST: inProject(declareFlags, {
    summary: 'Declare flags in code',
    description:
      'All the flags that one application knows in one environment, with their defaults. Idempotent. A new flag is ' +
      'made, follows its default here and is off elsewhere; one that was made in the dashboard keeps its state. The ' +
      'default in force stays while a source declares it; sources that disagree are reported. Another type ' +
      'than the stored one is a conflict, and nothing is stored then.',
    answer: registryAnswer,
    example: {
      environment: 'development',
      source: 'web',
      version: '1.4.2',
      flags: [{ key: 'new-checkout', description: 'The checkout of 2026', type: 'boolean', default: false }],
    },
  }),
});
