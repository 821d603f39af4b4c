import type { Edge } from '@/lib/http/wrapper';
import { runtime } from '@/lib/runtime';
import { dependencies } from './dependencies';
import { identify } from './identify';
import { mintInstallation, mintProject, mintTenant } from './mint';

/** The admin API's way in: who asks is found out before anything is read of the body. */
export const edge: Edge = {
  async mintProject(request, project, requestId) {
    const own = await dependencies(request.headers);
    return mintProject(own, await identify(own, request, runtime().touchKey), project, requestId);
  },
  async mintTenant(request, place, requestId) {
    const own = await dependencies(request.headers);
    return mintTenant(own, await identify(own, request, runtime().touchKey), place, requestId);
  },
  async mintInstallation(request, requestId) {
    const own = await dependencies(request.headers);
    return mintInstallation(own, await identify(own, request, runtime().touchKey), requestId);
  },
  log: { error: (fields, message) => runtime().log.error(fields, message) },
};
