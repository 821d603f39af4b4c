import type { InstallationScope, ServiceContext } from '@/lib/services/context';
import type { Secrets } from '@/lib/services/secrets';

/** What a command may touch of the world; tests hand in their own. */
export interface Io {
  out(line: string): void;
  err(line: string): void;
  /** All of standard input. */
  stdin(): Promise<string>;
  readFile(path: string): Promise<string>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  withInstallation<T>(work: (ctx: ServiceContext<InstallationScope>) => Promise<T>): Promise<T>;
  secrets(): Secrets;
  /** `FLAGSTAFF_URL` and `FLAGSTAFF_KEY`. */
  defaults(): { url: string | undefined; key: string | undefined };
}

/** 0 done, 1 refused or failed, 2 called wrongly. */
export type ExitCode = 0 | 1 | 2;
