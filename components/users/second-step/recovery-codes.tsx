'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';

export type RecoveryCodesProps = { codes: readonly string[]; email: string; onKept: () => void };

/** Shown only now: to be copied, or kept as a file. */
export function RecoveryCodes({ codes, email, onKept }: RecoveryCodesProps) {
  const t = useTranslations('secondStep.recovery');
  const file = `Suncode\n${t('fileTitle', { email })}\n\n${codes.join('\n')}\n`;
  return (
    <div className="flex flex-col gap-4">
      <Alert tone="warning">{t('once')}</Alert>
      <ul
        aria-label={t('title')}
        className="grid grid-cols-[repeat(auto-fill,minmax(15.5rem,1fr))] gap-x-6 gap-y-1.5 rounded-lg border border-border bg-muted/60 px-4 py-3.5 font-mono text-sm leading-6 dark:bg-background"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton
          text={codes.join('\n')}
          label={t('copy')}
          copiedLabel={t('copied')}
          variant="secondary"
          showLabel
        />
        <Button
          variant="secondary"
          size="sm"
          render={
            <a
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
              download="suncode-recovery-codes.txt"
            />
          }
        >
          <Download aria-hidden />
          {t('download')}
        </Button>
      </div>
      <div className="flex sm:justify-end">
        <Button onClick={onKept} className="w-full sm:w-auto">
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
