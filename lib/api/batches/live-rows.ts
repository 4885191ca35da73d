import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { CELL_MAX_CHARS } from '@/lib/batches/limits';
import { targetField } from '@/lib/batches/plan/plan';
import type { CommonIssueKey } from '@/lib/errors';
import { textSchema } from '@/lib/input/schemas';
import { liveTextsSchema } from '@/lib/live/schema';
import type { Endpoint } from '@/lib/wechat/rules/limits';

/** What a live code leads to; whether names and pages are good, the check says row by row. */
export const liveOfRowSchema = z
  .strictObject({
    page: textSchema(CELL_MAX_CHARS).optional().meta(about('livePage')),
    parameters: liveTextsSchema,
  })
  .optional()
  .meta(about('liveOfRow'));

type Row = { scene?: string | undefined; path?: string | undefined; live?: unknown };

type Wrong = { path: PropertyKey[]; key: CommonIssueKey };

/** Of live codes every row says what it leads to. */
function wrongLive(rows: Row[], endpoint: Endpoint): Wrong[] {
  if (endpoint !== 'getwxacodeunlimit') {
    const first = rows.findIndex((row) => row.live);
    return [{ path: ['rows', first, 'live'], key: 'liveUnlimited' }];
  }
  const plain = rows.findIndex((row) => !row.live);
  return plain === -1 ? [] : [{ path: ['rows', plain, 'live'], key: 'required' }];
}

/** What is wrong with rows as a whole: of some it is not said what their codes hold. */
export function wrongRows(rows: Row[], endpoint: Endpoint): Wrong[] {
  if (rows.some((row) => row.live)) return wrongLive(rows, endpoint);
  const field = targetField({ endpoint }) === 'path' ? 'path' : 'scene';
  if (rows.length === 0 || rows.some((row) => (row[field] ?? '') !== '')) return [];
  return [{ path: ['rows', 0, field], key: 'required' }];
}
