import { redirect } from 'next/navigation';
import { ACCOUNT, settingsGroups } from '@/components/layout/navigation/settings-items';
import { pageActor } from '@/lib/auth/session';
import { shellCan } from '../shell-can';

/** Leads to the first row that this person may use. */
export default async function SettingsPage(): Promise<never> {
  const { role } = await pageActor();
  redirect((settingsGroups(shellCan(role))[0]?.items[0] ?? ACCOUNT).href);
}
