/** Where this run's databases come from: a folder to copy, or a server with a database to clone. */
export type Databases = { kind: 'embedded'; templateDir: string } | { kind: 'server'; url: string };

/** The migrated database that every test's database is cloned from. */
export const TEMPLATE = 'flagstaff_template';

declare module 'vitest' {
  export interface ProvidedContext {
    databases: Databases;
  }
}
