import {
  AlarmClock,
  Building2,
  CalendarClock,
  CalendarDays,
  Flag,
  GitPullRequest,
  ListChecks,
  ScrollText,
  Settings,
  SquareDashed,
  Users,
} from 'lucide-react';
import type { FrameAbilities, NavigationItem } from './frame-types';

type Label =
  | 'nav.flags'
  | 'nav.segments'
  | 'nav.tenants'
  | 'nav.memberships'
  | 'nav.people'
  | 'nav.schedules'
  | 'nav.calendar'
  | 'nav.plans'
  | 'nav.requests'
  | 'nav.audit'
  | 'nav.settings';

/** How many change requests wait for the reader. */
const waiting = (count = 0): NavigationItem['badge'] =>
  count > 0 && (
    <span className="rounded-full bg-primary px-1.5 text-[11px] leading-4 font-medium text-primary-foreground tabular-nums">
      {count > 99 ? '99+' : count}
    </span>
  );

/** The left rail of a project. `t` is the `frame` namespace's translator. */
export function navigationItems(project: string, can: FrameAbilities, t: (key: Label) => string): NavigationItem[] {
  const item = (id: string, label: string, icon: NavigationItem['icon']): NavigationItem => ({
    id,
    label,
    icon,
    href: `/p/${project}/${id}`,
  });
  return [
    ...(can.viewFlags ? [item('flags', t('nav.flags'), <Flag key="icon" />)] : []),
    ...(can.viewFlags ? [item('segments', t('nav.segments'), <SquareDashed key="icon" />)] : []),
    ...(can.viewFlags ? [item('tenants', t('nav.tenants'), <Building2 key="icon" />)] : []),
    ...(can.viewFlags ? [item('memberships', t('nav.memberships'), <CalendarClock key="icon" />)] : []),
    ...(can.viewSubjects ? [item('people', t('nav.people'), <Users key="icon" />)] : []),
    ...(can.viewFlags ? [item('plans', t('nav.plans'), <ListChecks key="icon" />)] : []),
    ...(can.viewFlags ? [item('schedules', t('nav.schedules'), <AlarmClock key="icon" />)] : []),
    ...(can.viewFlags ? [item('calendar', t('nav.calendar'), <CalendarDays key="icon" />)] : []),
    ...(can.viewFlags
      ? [{ ...item('change-requests', t('nav.requests'), <GitPullRequest key="icon" />), badge: waiting(can.waiting) }]
      : []),
    ...(can.viewAudit ? [item('audit', t('nav.audit'), <ScrollText key="icon" />)] : []),
    ...(can.viewSettings ? [item('settings', t('nav.settings'), <Settings key="icon" />)] : []),
  ];
}
