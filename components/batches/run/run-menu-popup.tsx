'use client';

import { CircleStop } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/overlay/menu';
import { CancelDialog, type CancelDialogProps } from './cancel-dialog';

export type RunMenuProps = Pick<CancelDialogProps, 'batch' | 'left'>;

/** Opens at once: it is mounted by the click on its trigger. */
export function RunMenuPopup({ batch, left, trigger }: RunMenuProps & { trigger: ReactElement }) {
  const t = useTranslations('batches.run');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          <MenuItem variant="danger" onClick={() => setAsking(true)}>
            <CircleStop aria-hidden />
            {t('cancel')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <CancelDialog batch={batch} left={left} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
