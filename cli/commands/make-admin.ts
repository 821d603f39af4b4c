import { parseArgs } from 'node:util';
import { makeAdmin } from '@/lib/services/users/make-admin';
import type { ExitCode, Io } from '../io';
import { needed, UsageError } from '../usage-error';

async function passwordOf(io: Io, given: string | undefined, isPiped: boolean): Promise<string> {
  if (given !== undefined && isPiped) throw new UsageError('give --password or --password-stdin, not both');
  const password = isPiped ? (await io.stdin()).replace(/\r?\n$/, '') : given;
  return needed(password, '--password or --password-stdin');
}

export async function makeAdminCommand(argv: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      password: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const email = needed(values.email, '--email');
  const password = await passwordOf(io, values.password, values['password-stdin']);
  const user = await io.withInstallation((ctx) => makeAdmin(ctx, { email, password, name: values.name }));
  io.out(values.json ? JSON.stringify(user) : `${user.email} is an administrator and can sign in.`);
  return 0;
}
