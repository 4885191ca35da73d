'use client';

import { useMutation } from '@tanstack/react-query';
import { FlaskConical, Pause, Play, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { ConfirmActionPopup } from '@/components/layout/confirm-action-popup';
import { Menu, MenuContent, MenuItem, MenuLinkItem, MenuTrigger } from '@/components/ui/overlay/menu';
import { toast } from '@/components/ui/overlay/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { deleteAppAction, setAppDisabledAction } from '@/lib/apps/actions';

export type AppMenuProps = {
  app: { id: string; name: string; mode: 'LIVE' | 'SANDBOX'; disabledAt: Date | null };
  /** Why it cannot be removed; null when it can. */
  keptBy: 'codes' | 'batches' | null;
};

/** Each time that something is asked it is asked anew. */
type Asked = { what: 'disable' | 'remove'; time: number };

/** Opens at once: it is mounted by the click on its trigger. */
export function AppMenuPopup({ app, keptBy, trigger }: AppMenuProps & { trigger: ReactElement }) {
  const t = useTranslations('apps');
  const enable = useEnable(app);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (what: Asked['what']) => setAsked((before) => ({ what, time: (before?.time ?? 0) + 1 }));
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          {app.mode === 'SANDBOX' && (
            <MenuLinkItem render={<Link href={`/settings/apps/${app.id}/sandbox`} />}>
              <FlaskConical aria-hidden className="text-muted-foreground" />
              {t('sandbox')}
            </MenuLinkItem>
          )}
          {app.disabledAt ? (
            <MenuItem onClick={enable}>
              <Play aria-hidden className="text-muted-foreground" />
              {t('enable.action')}
            </MenuItem>
          ) : (
            <MenuItem onClick={() => ask('disable')}>
              <Pause aria-hidden className="text-muted-foreground" />
              {t('disable.action')}
            </MenuItem>
          )}
          <MenuItem
            variant={keptBy ? 'default' : 'danger'}
            disabled={keptBy !== null}
            onClick={() => ask('remove')}
          >
            <Trash2 aria-hidden className="self-start" />
            <span className="flex max-w-56 flex-col">
              {t('remove.action')}
              {keptBy && <span className="text-xs leading-4 whitespace-normal">{t(`remove.${keptBy}`)}</span>}
            </span>
          </MenuItem>
        </MenuContent>
      </Menu>
      {asked && <Question key={asked.time} app={app} what={asked.what} />}
    </>
  );
}

function useEnable({ id, name }: AppMenuProps['app']): () => void {
  const t = useTranslations('apps');
  const router = useRouter();
  const showError = useErrorToast();
  const { mutate } = useMutation({
    mutationFn: () => outcomeOf(setAppDisabledAction({ id, isDisabled: false })),
    onSuccess: () => {
      router.refresh();
      toast.success(t('enable.done', { name }));
    },
    onError: showError,
  });
  return () => mutate();
}

function Question({ app: { id, name }, what }: { app: AppMenuProps['app']; what: Asked['what'] }) {
  const t = useTranslations('apps');
  const action = () =>
    what === 'remove' ? deleteAppAction({ id }) : setAppDisabledAction({ id, isDisabled: true });
  return (
    <ConfirmActionPopup
      title={t(`${what}.title`, { name })}
      description={t(`${what}.text`)}
      confirmLabel={t(`${what}.action`)}
      variant={what === 'remove' ? 'danger' : 'primary'}
      action={action}
      done={t(`${what}.done`, { name })}
    />
  );
}
