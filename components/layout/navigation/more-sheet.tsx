'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { NavGroups } from './nav-list';
import { mainGroups, type ShellCan } from './nav-items';
import { settingsGroups } from './settings-items';
import type { PressingQuota } from '@/lib/quota/pressing';
import { QuotaBadge } from './quota-badge';
import { UserMenu } from './user-menu';
import type { ShellUser } from './user-menu-popup';
import { useOpenHere } from './use-open-here';

export type MoreProps = { can: ShellCan; user: ShellUser; quota: PressingQuota | null };

/** Everything that the bar of phones has no room for. Following a link closes it. */
export function MoreSheet({ can, user, quota, trigger }: MoreProps & { trigger: ReactElement }) {
  const t = useTranslations();
  return (
    <Sheet {...useOpenHere()}>
      <SheetTrigger render={trigger} />
      <SheetContent side="bottom" title={t('layout.nav.more')} closeLabel={t('common.close')}>
        <div className="flex flex-col gap-5">
          <nav aria-label={t('layout.nav.label')} className="-mx-2.5 flex flex-col gap-4">
            <NavGroups groups={[...mainGroups(can), ...settingsGroups(can)]} />
          </nav>
          {quota && <QuotaBadge quota={quota} />}
          <div className="-mx-2 border-t border-border pt-3">
            <UserMenu user={user} />
          </div>
        </div>
      </SheetContent>
    </Sheet>
  );
}
