import { AccountSettings } from '@/components/settings/account/account-settings';
import { requireUser } from '@/lib/auth/page-context';

export default async function AccountPage() {
  const { actor } = await requireUser();
  return <AccountSettings name={actor.name} email={actor.email} />;
}
