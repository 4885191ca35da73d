'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useScope, type ShellApp } from './scope-context';

type Mode = ShellApp['mode'] | undefined;

/** What WeChat cannot open, among others that it can: where all are of sandboxes the frame says so once. */
export function useIsOddSandbox(mode: Mode): boolean {
  const { onlySandbox } = useScope();
  return mode === 'SANDBOX' && !onlySandbox;
}

export function SandboxBadge({ mode }: { mode: Mode }) {
  const t = useTranslations('layout.apps');
  return useIsOddSandbox(mode) ? <Badge tone="info">{t('sandbox')}</Badge> : null;
}
