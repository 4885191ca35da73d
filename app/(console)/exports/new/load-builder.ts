import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { isAppError } from '@/lib/errors';
import { outlineExport } from '@/lib/exports/scope/outline';
import { startingOptions } from '@/lib/exports/queries';
import { orNotFound } from '@/lib/http/page';
import { requireStorableFields } from '@/lib/input/require-storable';

export type SearchParams = Record<string, string | string[] | undefined>;

function toFields(params: SearchParams): [string, string][] {
  return Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
}

/**
 * Which codes the address names, and how they were exported before.
 * @returns null for an address that names none, or names them wrongly
 */
export async function loadBuilder(actor: Actor, params: SearchParams) {
  const scopeFields = toFields(params);
  const fields = new URLSearchParams(scopeFields);
  try {
    requireStorableFields(scopeFields);
    const [outline, options] = await Promise.all([
      orNotFound(outlineExport(actor, fields)),
      startingOptions(actor, fields.get('export')),
    ]);
    return { outline, options, scopeFields };
  } catch (error) {
    if (isAppError(error) && error.code === 'INVALID_INPUT') return null;
    throw error;
  }
}
