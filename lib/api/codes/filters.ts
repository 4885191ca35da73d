import { z } from 'zod';
import { CODE_STATUSES } from '@/lib/codes/limits';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';

const list = (of: readonly string[]) => z.string().meta({ description: `Comma-separated: ${of.join(', ')}` });

/** The filters of the gallery, as an address has them. */
export const filterFields = {
  q: z.string().optional().meta({ description: 'In name, note, path, page and scene' }),
  app: z.string().optional().meta({ description: 'Id of a Mini Program; all of them when left out' }),
  endpoint: list(ENDPOINTS).optional(),
  status: list(CODE_STATUSES).optional(),
  cause: z.string().optional().meta({ description: 'failureKey of failed codes' }),
  creator: z.string().optional(),
  batch: z.string().optional(),
  from: z.string().optional().meta({ description: 'YYYY-MM-DD' }),
  to: z.string().optional().meta({ description: 'YYYY-MM-DD, included' }),
  tag: z.string().optional().meta({ description: 'Comma-separated ids; any of them' }),
  folder: z.string().optional().meta({ description: 'An id, or none' }),
  place: z.enum(['archived', 'trash']).optional(),
  sort: z.enum(['oldest', 'name', 'changed']).optional(),
};

/** What is said of them, in an address. */
export function filterQuery(filters: Record<string, string | undefined>): URLSearchParams {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) said.set(name, value);
  return said;
}
