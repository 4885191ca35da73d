'use client';

import { useRouter } from 'next/navigation';
import { lazy, useState } from 'react';
import { OnceWanted } from '@/components/ui/once-wanted';
import { GENERATE } from './nav-items';
import { useShortcuts } from './use-shortcuts';

const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet').then((room) => ({ default: room.ShortcutSheet })),
);

/** The keys that work on every page behind the sign-in. */
export function ConsoleKeys({ canGenerate }: { canGenerate: boolean }) {
  const router = useRouter();
  const [helping, setHelping] = useState(false);
  useShortcuts({
    help: () => setHelping(true),
    create: canGenerate ? () => router.push(GENERATE.href) : undefined,
  });
  return (
    <OnceWanted when={helping}>
      <ShortcutSheet open={helping} onOpenChange={setHelping} writer={canGenerate} />
    </OnceWanted>
  );
}
