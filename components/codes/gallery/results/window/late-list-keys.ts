'use client';

import dynamic from 'next/dynamic';

/** The keys of the list: of use once somebody has looked at it. */
export const ListKeys = dynamic(() => import('./list-keys').then((room) => room.ListKeys), { ssr: false });
