'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { ConnectionFailure } from '@/lib/apps/test-connection';
import { FailureWords } from '../connection-result';
import { WhitelistPicture } from './console-pictures';

type Props = {
  failure: ConnectionFailure;
  /** Keeps what was entered although it does not work yet. */
  onKeep: () => void;
};

/** Why WeChat gave no token, and what to do about it, brought before the eyes. */
export function ConnectRefused({ failure, onKeep }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  return (
    // Above the button that lies over a phone's lower edge.
    <div ref={box} className="scroll-mt-4 scroll-mb-28">
      <Refusal failure={failure} onKeep={onKeep} />
    </div>
  );
}

/** What is wrong with a field stands at the field. */
function Refusal({ failure, onKeep }: Props) {
  const t = useTranslations();
  const { address, explanation, field } = failure;
  if (address)
    return (
      <Alert tone="warning" role="alert" title={t('apps.connect.ip.title')}>
        <AddressSteps address={address} />
        <Foot failure={failure} onKeep={onKeep} />
      </Alert>
    );
  return (
    <Alert tone="danger" role="alert" title={t(`wechat.errors.${explanation.key}.title`)}>
      {!field && (
        <>
          <p>{t(`wechat.errors.${explanation.key}.cause`)}</p>
          <p>{t(`wechat.errors.${explanation.key}.remedy`)}</p>
        </>
      )}
      <Foot failure={failure} onKeep={onKeep} />
    </Alert>
  );
}

/** The address comes from WeChat's own answer: it is the one that WeChat saw, whatever stands between. */
function AddressSteps({ address }: { address: string }) {
  const t = useTranslations();
  return (
    <div className="flex flex-col gap-3">
      <p>{t('apps.connect.ip.text')}</p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="rounded-md border border-border bg-surface px-3 py-1.5 font-mono text-base font-semibold break-all">
          {address}
        </code>
        <CopyButton
          text={address}
          label={t('apps.connect.ip.copy')}
          copiedLabel={t('common.copied')}
          showLabel
          variant="secondary"
        />
        <CopyButton
          text={t('apps.connect.ip.message', { address })}
          label={t('apps.connect.ip.forColleague')}
          copiedLabel={t('common.copied')}
          showLabel
        />
      </p>
      <WhitelistPicture address={address} />
      <p>{t('apps.connect.ip.again')}</p>
    </div>
  );
}

/** An AppID that WeChat does not know is not kept: it could never be changed. */
function Foot({ failure, onKeep }: Props) {
  const t = useTranslations('apps.connect');
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <FailureWords failure={failure} />
      {failure.field !== 'appId' && (
        <Button variant="secondary" size="sm" onClick={onKeep}>
          {t('keep')}
        </Button>
      )}
    </div>
  );
}
