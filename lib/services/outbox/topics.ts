interface Topic {
  /** A sentence for the catalogue of events. */
  description: string;
  /** What `details` holds, where there are any. */
  details?: Readonly<Record<string, string>>;
}

/** Everything that webhooks can be told of. The names are those of the audit's actions, and those of the clock. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  'flag.create': { description: 'A flag was created.' },
  'flag.update': { description: 'A flag’s name, description, variants, tags or other details changed.' },
  'flag.archive': { description: 'A flag was archived.' },
  'flag.restore': { description: 'An archived flag was taken back into use.' },
  'flag.delete': { description: 'A flag was deleted for good.' },
  'flag.declare': { description: 'An application declared a flag in code.' },
  'flag.withdraw': { description: 'An application no longer declares a flag.' },
  'config.change': { description: 'A flag’s configuration in an environment changed.' },
  'config.enable': { description: 'A flag was turned on.' },
  'config.disable': { description: 'A flag was turned off.' },
  'config.followDefault': { description: 'A flag follows its code default again.' },
  'config.kill': { description: 'A flag was killed: it serves its off variant to everybody at once.' },
  'config.revive': { description: 'A killed flag was revived.' },
  'config.revert': { description: 'A configuration was set back to an earlier version.' },
  'config.undo': { description: 'A change of a configuration was undone.' },
  'override.set': { description: 'A tenant’s override of a flag was set.' },
  'override.clear': { description: 'A tenant’s override of a flag was cleared.' },
  'tenant.create': { description: 'A tenant was created.' },
  'tenant.update': { description: 'A tenant’s name or attributes changed.' },
  'tenant.delete': { description: 'A tenant was deleted.' },
  'tenant.addAdmin': { description: 'Somebody became an administrator of a tenant.' },
  'tenant.removeAdmin': { description: 'Somebody is no longer an administrator of a tenant.' },
  'tenant.setRoles': { description: 'The subject roles of a tenant changed.' },
  'segment.create': { description: 'A segment was created.' },
  'segment.update': { description: 'A segment’s rules changed in an environment.' },
  'segment.addMembers': { description: 'Subjects were added to a segment, one event for a batch of up to 500.' },
  'segment.removeMembers': { description: 'Subjects were removed from a segment, one event for a batch of up to 500.' },
  'segment.delete': { description: 'A segment was deleted.' },
  'membership.create': { description: 'A membership was added to a flag.' },
  'membership.update': { description: 'A membership’s window, variant or note changed.' },
  'membership.remove': { description: 'A membership was removed.' },
  'membership.addMany': { description: 'Memberships were added to a flag from a list.' },
  'membership.sync': { description: 'A part of a flag’s group was brought up to date.' },
  'changeRequest.create': { description: 'A change was sent for approval.' },
  'changeRequest.approve': { description: 'Somebody approved a change request.' },
  'changeRequest.requestChanges': { description: 'Somebody asked for changes to a change request.' },
  'changeRequest.reject': { description: 'A change request was rejected.' },
  'changeRequest.comment': { description: 'Somebody wrote a comment on a change request.' },
  'changeRequest.cancel': { description: 'A change request was cancelled.' },
  'changeRequest.rebase': { description: 'A change request was brought up to date with what changed since.' },
  'changeRequest.schedule': { description: 'An approved change request was given its time.' },
  'changeRequest.apply': { description: 'An approved change request was applied.' },
  'approval.bypass': { description: 'Somebody made a change without the approvals that its environment wants.' },
  'subject.create': { description: 'A subject was created by hand.' },
  'subject.identify': { description: 'An application told of a subject for the first time.' },
  'subject.update': { description: 'A subject’s attributes changed.' },
  'subject.move': { description: 'A subject came to another stage.' },
  'subject.erase': { description: 'A subject was erased.' },
  'onboarding.update': { description: 'Stages, milestones or subject roles were redefined.' },
  'attribute.put': { description: 'An attribute was defined, or its definition changed.' },
  'attribute.remove': { description: 'The definition of an attribute was removed.' },
  'environment.create': { description: 'An environment was created.' },
  'environment.update': { description: 'An environment’s name or policies changed.' },
  'environment.delete': { description: 'An environment was deleted.' },
  'environment.renewSecret': { description: 'An environment got a new signing secret.' },
  'project.create': { description: 'The project was created.' },
  'project.update': { description: 'The project’s name or description changed.' },
  'key.create': { description: 'An API key was created.' },
  'key.revoke': { description: 'An API key was revoked.' },
  'webhook.create': { description: 'A webhook was created.' },
  'webhook.update': { description: 'A webhook’s name, address or choice of events changed.' },
  'webhook.disable': { description: 'A webhook was turned off, by somebody or because nothing could be delivered.' },
  'webhook.enable': { description: 'A webhook was turned on again.' },
  'webhook.rotateSecret': { description: 'A webhook got a new signing secret.' },
  'webhook.delete': { description: 'A webhook was deleted.' },
};

/** Written to the audit, and of no interest to others: telling of a delivery would make another. */
const QUIET: readonly string[] = ['webhook.test', 'webhook.redeliver'];

export const isTopic = (name: string): boolean => Object.hasOwn(TOPICS, name);
export const isQuiet = (action: string): boolean => QUIET.includes(action);

/** The topic of a test, which only the webhook that is tested gets. */
export const TEST_TOPIC = 'webhook.test';
