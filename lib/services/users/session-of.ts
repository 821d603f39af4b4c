import type { InstallationScope, ServiceContext } from '../context';
import type { Session } from './sign-in';

/** A session for a user who has just proved who they are. */
export async function sessionOf({ db }: ServiceContext<InstallationScope>, userId: string): Promise<Session> {
  const { sessionEpoch } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { sessionEpoch: true } });
  return { userId, epoch: sessionEpoch };
}
