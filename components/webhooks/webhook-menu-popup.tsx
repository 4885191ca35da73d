'use client';

import { List, Pencil, Power, RefreshCw, Send, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/overlay/menu';
import { toast } from '@/components/ui/overlay/toast';
import type { ActionResult } from '@/lib/actions/outcome';
import { setWebhookOffAction, testWebhookAction } from '@/lib/webhooks/actions';
import {
  ChangeWebhookDialog,
  DeleteWebhookDialog,
  OffWebhookDialog,
  RotateWebhookDialog,
  type WebhookDialogProps,
} from './webhook-dialogs';

const DIALOGS = {
  change: ChangeWebhookDialog,
  rotate: RotateWebhookDialog,
  off: OffWebhookDialog,
  delete: DeleteWebhookDialog,
};

/** Each time that something is asked it is asked anew. */
type Asked = { what: keyof typeof DIALOGS; time: number };

/** Opens at once: it is mounted by the click on its trigger. */
export function WebhookMenuPopup({ trigger, ...props }: WebhookDialogProps & { trigger: ReactElement }) {
  const t = useTranslations('webhooks');
  const router = useRouter();
  const reach = useReach();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (what: Asked['what']) => () => setAsked({ what, time: (asked?.time ?? 0) + 1 });
  const Asking = asked && DIALOGS[asked.what];
  const { id, name, isOff, robot } = props.item;
  const run = (action: () => Promise<ActionResult<unknown>>, done: string) => async () => {
    const { serverError } = await reach(action());
    if (serverError) return void toast.error(serverError.message);
    toast.success(done);
    router.refresh();
  };
  const test = run(() => testWebhookAction({ id }), t('test.done'));
  const turnOn = run(() => setWebhookOffAction({ id, isOff: false }), t('on.done', { name }));
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          <MenuItem onClick={() => router.push(`/settings/webhooks/${id}`)}>
            <List aria-hidden className="text-muted-foreground" />
            {t('log.action')}
          </MenuItem>
          {!isOff && (
            <MenuItem onClick={test}>
              <Send aria-hidden className="text-muted-foreground" />
              {t('test.action')}
            </MenuItem>
          )}
          <MenuItem onClick={ask('change')}>
            <Pencil aria-hidden className="text-muted-foreground" />
            {t('change.action')}
          </MenuItem>
          {robot === null && (
            <MenuItem onClick={ask('rotate')}>
              <RefreshCw aria-hidden className="text-muted-foreground" />
              {t('rotate.action')}
            </MenuItem>
          )}
          <MenuItem onClick={isOff ? turnOn : ask('off')}>
            <Power aria-hidden className="text-muted-foreground" />
            {isOff ? t('on.action') : t('off.action')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem variant="danger" onClick={ask('delete')}>
            <Trash2 aria-hidden />
            {t('delete.action')}
          </MenuItem>
        </MenuContent>
      </Menu>
      {Asking && <Asking key={asked.time} {...props} />}
    </>
  );
}
