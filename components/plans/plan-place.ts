import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';

/** A project and its environments, as the pages of plans need them. */
export interface PlansPlace {
  project: string;
  environments: readonly FlagEnvironment[];
}

type Where = Pick<PlansPlace, 'project'>;

export const plansPath = ({ project }: Where): string => `/p/${project}/plans`;
export const planPath = (place: Where, id: string): string => `${plansPath(place)}/${encodeURIComponent(id)}`;
export const newPlanPath = (place: Where, asked: { template?: string; flag?: string } = {}): string => {
  const query = new URLSearchParams(Object.entries(asked));
  return `${plansPath(place)}/new${query.size > 0 ? `?${query}` : ''}`;
};

/** The environments of these keys; one that is gone is shown by its key. */
export function environmentsOf(place: PlansPlace, keys: readonly string[]): EnvironmentOfPlan[] {
  return keys.map((key) => place.environments.find((each) => each.key === key) ?? { key, name: key, protected: false });
}

export interface EnvironmentOfPlan {
  key: string;
  name: string;
  color?: string | null;
  protected: boolean;
  requireComment?: boolean;
}

/** Whether somebody may change plans of all these environments. */
export const mayEdit = (place: PlansPlace, keys: readonly string[]): boolean =>
  keys.every((key) => place.environments.find((each) => each.key === key)?.can.editPlans ?? true);
