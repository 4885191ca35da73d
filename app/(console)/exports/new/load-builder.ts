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
 * What is there of the codes that the address names.
 * @returns null for an address that names none, or names them wrongly
 */
export async function loadNamed<T extends object>(
  params: SearchParams,
  load: (fields: URLSearchParams) => Promise<T>,
): Promise<(T & { scopeFields: [string, string][] }) | null> {
  const scopeFields = toFields(params);
  try {
    requireStorableFields(scopeFields);
    return { ...(await orNotFound(load(new URLSearchParams(scopeFields)))), scopeFields };
  } catch (error) {
    if (isAppError(error) && error.code === 'INVALID_INPUT') return null;
    throw error;
  }
}

/** Which codes the address names, and how they were exported before. @returns null as `loadNamed` */
export function loadBuilder(actor: Actor, params: SearchParams) {
  return loadNamed(params, async (fields) => {
    const [outline, options] = await Promise.all([
      outlineExport(actor, fields),
      startingOptions(actor, fields.get('export')),
    ]);
    return { outline, options };
  });
}
