/** One file per name in each messages/<locale>/. A new namespace is one line here and a file per locale. */
export const NAMESPACES = [
  'common',
  'frame',
  'flags',
  'targeting',
  'changes',
  'explain',
  'segments',
  'audit',
  'settings',
  'auth',
  'errors',
  'history',
  'analytics',
  'docs',
  'onboarding',
  'people',
] as const;
