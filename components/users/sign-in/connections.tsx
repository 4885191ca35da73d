'use client';

import dynamic from 'next/dynamic';
import { Card } from '@/components/ui/card';

/** Apart, so that the page of whoever has no service does not load it. */
export const Connections = dynamic(() => import('./connections-card').then((room) => room.ConnectionsCard), {
  ssr: false,
  loading: () => <Card className="min-h-40" />,
});
