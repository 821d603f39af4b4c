import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Child = {
  process: ChildProcess;
  pid: number;
  /** The next line it prints; null once it has ended. */
  line: () => Promise<string | null>;
  kill: (signal?: NodeJS.Signals) => Promise<void>;
};

/** Starts a TypeScript file as a process of its own, without a wrapper: a signal reaches the process itself. */
export function startChild(file: string, args: string[]): Child {
  const nodeArguments = ['--import', 'tsx', '--disable-warning=ExperimentalWarning', file, ...args];
  const child = spawn(process.execPath, nodeArguments, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    pid: child.pid ?? 0,
    line: async () => {
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await exited;
    },
  };
}
