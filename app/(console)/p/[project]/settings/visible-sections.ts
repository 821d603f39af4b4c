import type { SettingsSection } from '@/components/settings/settings-nav';
import type { Abilities } from '@/lib/permissions/abilities';

/** The account is everybody's own; the rest is there for those who may manage it. */
export function visibleSections(can: Abilities): SettingsSection[] {
  const sections: (SettingsSection | false)[] = [
    can.manageSettings && 'environments',
    can.manageSettings && 'onboarding',
    can.manageSettings && 'attributes',
    can.manageKeys && 'keys',
    can.manageSettings && 'webhooks',
    can.manageUsers && 'users',
    can.manageUsers && 'roles',
    can.manageSettings && 'project',
    can.manageInstallation && 'jobs',
    'account',
  ];
  return sections.filter((section) => section !== false);
}
