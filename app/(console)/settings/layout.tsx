import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/layout/navigation/settings-nav';
import { pageActor } from '@/lib/auth/session';
import { shellCan } from '../shell-can';

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { role } = await pageActor();
  return (
    <div className="xl:grid xl:grid-cols-[10.5rem_minmax(0,1fr)] xl:gap-10">
      <SettingsNav can={shellCan(role)} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
