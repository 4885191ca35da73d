import { createHash } from 'node:crypto';

import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { buildRequest } from './request';

/**
 * Identity of a code: SHA-256 (64 hex digits) over the AppID, the endpoint and every field that is sent, in canonical
 * order. WeChat counts equal parameters once, so equal fingerprints cost no quota.
 */
export function fingerprint(appId: string, parameters: CodeParameters): string {
  const { path, fields } = buildRequest(parameters);
  return createHash('sha256')
    .update(JSON.stringify([appId, path, sorted(fields)]))
    .digest('hex');
}

/** Key order must not matter: a later edition may send the same fields in another one. */
function sorted(fields: Record<string, unknown>): [string, unknown][] {
  return Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
