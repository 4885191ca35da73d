'use client';

import { Ban, Pencil, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/overlay/menu';
import { ChangeKeyDialog, RevokeKeyDialog, RotateKeyDialog, type KeyDialogProps } from './key-dialogs';

const DIALOGS = { change: ChangeKeyDialog, rotate: RotateKeyDialog, revoke: RevokeKeyDialog };

/** Each time that something is asked it is asked anew. */
type Asked = { what: keyof typeof DIALOGS; time: number };

/** Opens at once: it is mounted by the click on its trigger. */
export function KeyMenuPopup({ trigger, ...props }: KeyDialogProps & { trigger: ReactElement }) {
  const t = useTranslations('apiKeys');
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (what: Asked['what']) => () => setAsked({ what, time: (asked?.time ?? 0) + 1 });
  const Asking = asked && DIALOGS[asked.what];
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          <MenuItem onClick={ask('change')}>
            <Pencil aria-hidden className="text-muted-foreground" />
            {t('change.action')}
          </MenuItem>
          <MenuItem onClick={ask('rotate')}>
            <RefreshCw aria-hidden className="text-muted-foreground" />
            {t('rotate.action')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem variant="danger" onClick={ask('revoke')}>
            <Ban aria-hidden />
            {t('revoke.action')}
          </MenuItem>
        </MenuContent>
      </Menu>
      {Asking && <Asking key={asked.time} {...props} />}
    </>
  );
}
