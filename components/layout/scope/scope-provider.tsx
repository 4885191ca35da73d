'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type ReactNode } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { switchAppAction } from '@/lib/apps/actions';
import { onlySandboxIn } from './only-sandbox';
import { ScopeContextProvider, type ShellApp } from './scope-context';

export type ScopeProviderProps = {
  apps: readonly ShellApp[];
  appId: string | null;
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

export function ScopeProvider({ apps, appId, children }: ScopeProviderProps) {
  const showError = useErrorToast();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const change = async (id: string | null, then?: () => void) => {
    try {
      if (id !== appId) await outcomeOf(switchAppAction({ id }));
    } catch (error) {
      return showError(error);
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
