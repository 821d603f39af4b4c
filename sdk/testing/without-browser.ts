const BROWSER = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'screen', 'EventSource'];

/** Takes away what only browsers have, and what newer versions of Node borrowed of it; throws if something stays. */
export function withoutBrowser(): void {
  for (const name of BROWSER) Reflect.deleteProperty(globalThis, name);
  const left = BROWSER.filter((name) => name in globalThis);
  if (left.length > 0) throw new Error(`there still is ${left.join(', ')}`);
}
