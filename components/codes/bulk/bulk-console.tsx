'use client';

import dynamic from 'next/dynamic';

// After the first paint: an action that is at work, or one to take back, has nothing to do with what a page shows first.
export const BulkConsole = dynamic(() => import('./bulk-keys').then((room) => room.BulkKeys), { ssr: false });
