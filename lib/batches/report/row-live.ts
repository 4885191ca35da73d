import { z } from 'zod';
import { pairsSchema } from '@/lib/live/target';

const rowLiveSchema = z.object({ page: z.string(), parameters: pairsSchema }).nullable().catch(null);

/** What the live code of a row was made to lead to; null for other codes. */
export const readRowLive = (kept: unknown) => rowLiveSchema.parse(kept);

/** In one line, as it is read where no key is there to be told. */
export const rowLiveText = ({ page, parameters }: NonNullable<ReturnType<typeof readRowLive>>): string =>
  parameters.length > 0 ? parameters.map(([name, value]) => `${name}=${value}`).join('&') : page;
