'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { getQueryClient } from '@/lib/query/client';

// After the first paint: what was typed before is noted (instrumentation-client.ts), and a toast only ever answers something
// that the viewer has done.
const LateParts = dynamic(() => import('@/components/layout/late-parts').then((room) => room.LateParts), {
  ssr: false,
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={getQueryClient()}>
      {children}
      <LateParts />
    </QueryClientProvider>
  );
}
