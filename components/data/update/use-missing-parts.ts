'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { PART_MISSING } from '@/components/ui/overlay/late-boundary';
import { keepTyped } from './kept-fields';
import { offerReload } from './offer-reload';

const OURS = '/_next/static/';

function addressOf(node: EventTarget | null): string | null {
  if (node instanceof HTMLScriptElement) return node.src;
  return node instanceof HTMLLinkElement && node.rel === 'stylesheet' ? node.href : null;
}

/** Why a file of the page did not come: the server has it no more, or nothing was learned. Null when it comes by now. */
async function reasonOf(address: string): Promise<'update' | 'unloaded' | 'offline' | null> {
  if (!navigator.onLine) return 'offline';
  const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer?.ok) return null;
  return answer?.status === 404 ? 'update' : 'unloaded';
}

/**
 * Pages fetch dialogs and editors when they are wanted. A server that was updated meanwhile has other files: then the
 * person is told, and what they typed is kept over the reload, whether a dialog is missing or a whole page.
 */
export function useMissingParts(): void {
  const t = useTranslations('common.failure');
  useEffect(() => {
    let missing: string | null = null;
    const say = async () => {
      const reason = missing === null ? 'unloaded' : await reasonOf(missing);
      if (reason) offerReload(t(reason), t('reload'));
    };
    const look = ({ target }: Event) => {
      const address = addressOf(target);
      if (!address || !new URL(address).pathname.startsWith(OURS)) return;
      missing = address;
      // At once: what wanted it may be taken off the page with all its fields.
      keepTyped();
      void say();
    };
    const repeat = () => void say();
    window.addEventListener('error', look, true);
    window.addEventListener(PART_MISSING, repeat);
    return () => {
      window.removeEventListener('error', look, true);
      window.removeEventListener(PART_MISSING, repeat);
    };
  }, [t]);
}
