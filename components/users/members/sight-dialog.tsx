'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDialogAction } from '@/components/data/actions/use-dialog-action';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { changeSightAction } from '@/lib/users/member-actions';
import type { Member } from '@/lib/users/members';
import { SightField } from '@/components/data/sight/sight-field';
import type { AppChoice, Sight } from '@/components/data/sight/sight-text';

/** Which Mini Programs a member sees. */
export function SightDialog({ member, apps }: { member: Member; apps: readonly AppChoice[] }) {
  const t = useTranslations();
  const { id, name } = member;
  // Those that are gone cannot be chosen, and would be refused.
  const known = member.appIds?.filter((appId) => apps.some((app) => app.id === appId)) ?? null;
  const [appIds, setAppIds] = useState<Sight>(known);
  const [error, setError] = useState<string>();
  const { open, setOpen, pending, run } = useDialogAction(t('members.sight.done', { name }));
  const submit = () => {
    if (appIds?.length === 0) return setError(t('members.sight.none'));
    run(() => changeSightAction({ id, appIds }));
  };
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('members.sight.title', { name })}
        description={t('members.sight.text')}
        closeLabel={t('common.close')}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
            <Button pending={pending} onClick={submit}>
              {t('members.sight.submit')}
            </Button>
          </>
        }
      >
        <SightField
          apps={apps}
          value={appIds}
          error={error}
          onChange={(chosen) => {
            setError(undefined);
            setAppIds(chosen);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
