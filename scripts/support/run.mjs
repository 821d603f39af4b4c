import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, showing what it prints. Answers its exit code; 128 and more for a signal.
 * @param {string} command @param {string[]} args @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: options.cwd, env: { ...process.env, ...options.env } });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 128 : (code ?? 1)));
  });
}

/** Runs a program of `node_modules`, by the path of its script there. @param {string} script @param {string[]} args @param {{ env?: NodeJS.ProcessEnv }} [options] */
export function runModule(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options);
}

/** @param {string} step @param {Promise<number>} running */
export async function must(step, running) {
  const code = await running;
  if (code === 0) return;
  console.error(`${step} failed`);
  process.exit(code);
}
