import { z } from 'zod';
import { about } from '@/lib/api/descriptions';

/** The filters of the gallery, as an address has them. */
export const filterFields = {
  q: z.string().optional(),
  app: z.string().optional(),
  endpoint: z.string().optional().meta(about('endpoints')),
  status: z.string().optional(),
  cause: z.string().optional(),
  creator: z.string().optional(),
  batch: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  tag: z.string().optional(),
  folder: z.string().optional(),
  place: z.enum(['archived', 'trash']).optional(),
  scans: z.enum(['never']).optional(),
  sort: z.enum(['oldest', 'name', 'changed', 'scans']).optional(),
};

/** What is said of them, in an address. */
export function filterQuery(filters: Record<string, string | undefined>): URLSearchParams {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) said.set(name, value);
  return said;
}
