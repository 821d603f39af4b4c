import type { ReactNode } from 'react';
import type { EnvironmentLike } from '@/components/shared/environment-badge';

export interface FrameProject {
  key: string;
  name: string;
}

export interface FrameEnvironment extends EnvironmentLike {
  protected: boolean;
}

export interface FrameUser {
  name: string;
  email: string;
}

/** What the signed-in user may do somewhere in this project; decides which navigation items are there. */
export interface FrameAbilities {
  viewFlags: boolean;
  viewSubjects: boolean;
  viewAudit: boolean;
  viewSettings: boolean;
  /** Change requests that wait for their approval. */
  waiting?: number;
}

export interface NavigationItem {
  /** Also the part of the address after `/p/<project>/`. */
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
  /** A small figure or mark at the right. */
  badge?: ReactNode;
}
