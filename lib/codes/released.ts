import type { Code } from '@/lib/db/generated/client';

/** It opens the trial or the development version: nobody can but developers and testers. A code of createwxaqrcode knows no versions. */
export const isUnreleased = ({ envVersion }: Pick<Code, 'envVersion'>): boolean =>
  envVersion !== null && envVersion !== 'release';
