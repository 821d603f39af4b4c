import { StatePanel, type StatePanelProps } from './state-panel';

/** Nothing here yet, or nothing found: say which, and offer the next step. */
export function EmptyState(props: Omit<StatePanelProps, 'tone' | 'role'>) {
  return <StatePanel {...props} />;
}
