'use client';

import dynamic from 'next/dynamic';

// After the first paint: nothing on a page waits for what happened elsewhere. Its place is kept.
export const NoticeBell = dynamic(() => import('./live-bell').then((room) => room.LiveBell), {
  ssr: false,
  loading: () => <span className="size-10 shrink-0" />,
});
