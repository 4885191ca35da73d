'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition, type ReactNode } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import { onlySandboxIn } from './only-sandbox';
import { ScopeContextProvider, type ShellApp } from './scope-context';

export type ScopeProviderProps = {
  apps: readonly ShellApp[];
  appId: string | null;
  onSwitchApp: (appId: string | null) => Promise<void>;
  children: ReactNode;
};

/** Lists whose address may name a Mini Program of its own. */
const LISTS = ['/codes', '/batches', '/exports'] as const;

/** The address of a list without its own Mini Program; null when it names none. */
function withoutApp({ pathname, search }: Location) {
  const params = new URLSearchParams(search);
  const list = LISTS.find((path) => path === pathname);
  if (!list || !params.has('app')) return null;
  params.delete('app');
  return `${list}?${params}` as const;
}

export function ScopeProvider({ apps, appId, onSwitchApp, children }: ScopeProviderProps) {
  const t = useTranslations('layout.apps');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const change = async (id: string | null, then?: () => void) => {
    try {
      if (id !== appId) await onSwitchApp(id);
    } catch {
      return void toast.error(t('failed'));
    }
    const address = withoutApp(window.location);
    if (address) router.replace(address);
    then?.();
  };
  const switchTo = (id: string | null, then?: () => void) => startTransition(() => change(id, then));
  const onlySandbox = onlySandboxIn(apps, appId);
  return (
    <ScopeContextProvider value={{ apps, appId, onlySandbox, pending, switchTo }}>
      {children}
    </ScopeContextProvider>
  );
}
