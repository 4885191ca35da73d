'use client';

import { lazy, useSyncExternalStore } from 'react';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';

const AddressAlert = lazy(() => import('./address-alert').then((room) => ({ default: room.AddressAlert })));

const never = () => () => undefined;

export type AddressCheckProps = { seenHost: string; appUrl: string | null };

/**
 * For administrators: says when the page is open at an address that the server does not know as its own, since every
 * change is refused there. Only the browser knows where it is.
 */
export function AddressCheck({ seenHost, appUrl }: AddressCheckProps) {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  );
  if (origin === null || origin === appUrl || new URL(origin).host === seenHost) return null;
  return (
    <OnceWanted when>
      <AddressAlert origin={origin} host={seenHost} appUrl={appUrl} />
    </OnceWanted>
  );
}
