const NAME = /^[a-zA-Z0-9._-]{1,100}$/;

/** Whether a text can name a tracked event, and so a counter. */
export const isEventName = (name: unknown): name is string => typeof name === 'string' && NAME.test(name);
