import 'server-only';
import { cache } from 'react';
import type { Actor } from '@/lib/auth/actor';
import { openBatch } from '@/lib/batches/report/queries';
import { idOrNotFound, orNotFound } from '@/lib/http/page';

/** Once per request: the title and the page ask for the same batch. */
export const loadBatch = cache((actor: Actor, batchId: string) =>
  orNotFound(openBatch(actor, idOrNotFound(batchId))),
);
