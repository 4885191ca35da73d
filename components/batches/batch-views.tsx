'use client';

import dynamic from 'next/dynamic';

// A draft and a batch that was started share an address and little else: each page loads the code of what it shows.
export const DraftEditor = dynamic(() => import('./draft/draft-editor').then((room) => room.DraftEditor));
export const DraftView = dynamic(() => import('./draft/draft-view').then((room) => room.DraftView));
export const BatchRun = dynamic(() => import('./run/batch-run').then((room) => room.BatchRun));
