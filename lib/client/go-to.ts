/** Leaves this page for another of this site by a fresh load: who one is has changed. */
export const goTo = (path: string): void => window.location.assign(path);
