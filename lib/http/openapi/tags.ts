/** The groups of the documentation, in reading order, each with the start of the paths that belong to it. */
const TAGS: readonly (readonly [name: string, description: string, path: RegExp])[] = [
  ['Evaluation', 'What applications call: flags for a context, with a client or server key.', /^\/(api\/flags|ofrep)/],
  ['Events', 'Being told of changes, and telling what happened.', /^\/api\/(stream|events|identify|ruleset)/],
  [
    'Configurations',
    'A flag’s state, targets, rules and default in one environment.',
    /\/flags\/\{key\}\/environments/,
  ],
  [
    'Memberships',
    'Who is on a flag from when to when.',
    /\/projects\/\{project\}\/(memberships|flags\/\{key\}\/memberships)/,
  ],
  ['Flags', 'What a flag is in every environment.', /\/projects\/\{project\}\/flags/],
  ['Registry', 'Flags that applications declare in code, with their defaults.', /\/projects\/\{project\}\/registry/],
  [
    'Subjects',
    'Who flags are evaluated for, as far as applications told of them, and what may be asked of them.',
    /\/projects\/\{project\}\/(subjects|attributes)/,
  ],
  ['Segments', 'Reusable groups with rules and listed members.', /\/projects\/\{project\}\/segments/],
  ['Schedules', 'Changes at an instant, or again and again.', /\/projects\/\{project\}\/(schedules|calendar)/],
  ['Plans', 'Rollouts in steps, with gates and guardrails on signals.', /\/projects\/\{project\}\/(plans|signals)/],
  ['Change requests', 'Changes that wait for people to approve them.', /\/projects\/\{project\}\/change-requests/],
  ['Webhooks', 'Where events are sent.', /\/projects\/\{project\}\/webhooks/],
  ['Environments', 'Where flags have their own configuration.', /\/projects\/\{project\}\/environments/],
  ['Onboarding', 'Stages, milestones and subject roles, and how far subjects got.', /\/(onboarding|user\/progress)/],
  [
    'Tenants',
    'Customer organisations, their overrides of flags and their own administrators.',
    /\/projects\/\{project\}\/(tenants|overrides|system)/,
  ],
  ['API keys', 'Client, server and admin keys. Secrets are shown once.', /\/projects\/\{project\}\/keys/],
  ['Audit', 'Who did what, when and from where, in a chain that shows tampering.', /\/projects\/\{project\}\/audit/],
  ['Projects', 'Namespaces of flags.', /^\/api\/admin\/projects/],
  ['Users and roles', 'Who signs in, and what they may do.', /^\/api\/admin\/(users|roles|me|audit)/],
  ['Jobs', 'Clock work: what ran, what it did, and running it now.', /^\/api\/(cron|admin\/jobs)/],
  ['Service', 'The server itself.', /^\/api\//],
];

/** The group a path belongs to: the first that fits. */
export const tagOf = (path: string): string => TAGS.find(([, , start]) => start.test(path))?.[0] ?? 'Service';

export const tagList = (used: ReadonlySet<string>): { name: string; description: string }[] =>
  TAGS.filter(([name]) => used.has(name)).map(([name, description]) => ({ name, description }));
