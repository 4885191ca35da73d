'use client';

import { useMutation } from '@tanstack/react-query';
import { RotateCcw, TimerOff, UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { endSandboxTokensAction, resetSandboxAction } from '@/lib/apps/sandbox/actions';
import { SandboxSection } from './sandbox-section';

/** What happens once, at the press of a button. */
export function SandboxTools({ id }: { id: string }) {
  const t = useTranslations('sandbox.tools');
  const end = useMutation({
    mutationFn: (how: 'expire' | 'replace') => endSandboxTokensAction({ id, how }),
    onSuccess: ({ serverError }) =>
      serverError ? toast.error(serverError.message) : toast.success(t('ended')),
  });
  const button = (how: 'expire' | 'replace', icon: ReactNode) => (
    <Button
      variant="secondary"
      size="sm"
      pending={end.isPending && end.variables === how}
      onClick={() => end.mutate(how)}
    >
      {icon}
      {t(how)}
    </Button>
  );
  return (
    <SandboxSection name="tools">
      <Tool text={t('expireHint')}>{button('expire', <TimerOff aria-hidden />)}</Tool>
      <Tool text={t('replaceHint')}>{button('replace', <UserRoundPlus aria-hidden />)}</Tool>
      <Tool text={t('resetHint')}>
        <ResetButton id={id} />
      </Tool>
    </SandboxSection>
  );
}

function Tool({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="min-w-0 flex-1 basis-72 text-[0.8125rem] leading-5 text-muted-foreground">{text}</p>
      {children}
    </div>
  );
}

function ResetButton({ id }: { id: string }) {
  const t = useTranslations('sandbox.tools');
  return (
    <ConfirmAction
      trigger={
        <Button variant="secondary" size="sm">
          <RotateCcw aria-hidden />
          {t('reset')}
        </Button>
      }
      title={t('resetTitle')}
      description={t('resetHint')}
      confirmLabel={t('reset')}
      action={() => resetSandboxAction({ id })}
      done={t('resetDone')}
    />
  );
}
