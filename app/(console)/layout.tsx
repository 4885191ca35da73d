import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { BulkConsole } from '@/components/codes/bulk/bulk-console';
import { AddressCheck } from '@/components/layout/address-check';
import { ConsoleShell } from '@/components/layout/console-shell';
import { KeptTheme } from '@/components/layout/navigation/kept-theme';
import { withTexts } from '@/components/layout/page/send-texts';
import { NoticeBell } from '@/components/notices/notice-bell';
import { loadScope } from '@/lib/apps/scope';
import { env } from '@/lib/env';
import { currentSession, pageActor } from '@/lib/auth/session';
import { requestedHost } from '@/lib/http/origin/own-origin';
import { pressingQuota } from '@/lib/quota/pressing';
import { isTheme } from '@/lib/users/theme';
import { shellCan } from './shell-can';

async function seenHost(): Promise<string> {
  return requestedHost(Object.fromEntries(await headers()));
}

// The shell shows names and signed-in people only. It guards nothing: each page asks for its own actor.
async function ConsoleLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [{ apps, app }, session] = await Promise.all([loadScope(actor), currentSession()]);
  const theme = session?.user.theme;
  const can = shellCan(actor.role);
  const shown = apps.map(({ id, name, appId, mode }) => ({ id, name, appId, mode }));

  return (
    <ConsoleShell
      apps={shown}
      scopeAppId={app?.id ?? null}
      quota={pressingQuota(apps, app?.id ?? null)}
      user={{ name: actor.name, email: actor.email, role: actor.role }}
      can={can}
      bell={<NoticeBell />}
    >
      {actor.role === 'ADMIN' && <AddressCheck seenHost={await seenHost()} appUrl={env().APP_URL ?? null} />}
      {isTheme(theme) && <KeptTheme theme={theme} />}
      <BulkConsole canWrite={can.generate} />
      {children}
    </ConsoleShell>
  );
}

export default withTexts(ConsoleLayout, ['layout', 'bulk', 'notices.bell']);
