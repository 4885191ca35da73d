import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { Purpose as PurposeRow } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { builtInPurposes } from './built-in';
import { BLANK, BUILT_IN_KEYS, type Purpose, type PurposeDefinition } from './purpose';
import { pagesSchema, purposeDefinitionSchema } from './schema';

/** What the row says; a definition that no longer fits (of another version of the product) does not count. */
function storedDefinition(row: PurposeRow | undefined): PurposeDefinition | null {
  return purposeDefinitionSchema.safeParse(row?.definition).data ?? null;
}

/** Pages are proposed for Mini Programs: for those that are seen. */
function storedSettings({ sees }: Actor, row: PurposeRow | undefined): Pick<Purpose, 'hidden' | 'pages'> {
  const pages = Object.entries(pagesSchema.safeParse(row?.pages).data ?? {});
  const seen = pages.filter(([appId]) => sees === 'all' || sees.includes(appId));
  return { hidden: row?.hidden ?? false, pages: Object.fromEntries(seen) };
}

/** Those without a place keep their order, behind those that have one. */
function inOrder(purposes: Purpose[], rows: PurposeRow[]): Purpose[] {
  const placeOf = ({ key }: Purpose) =>
    rows.find(({ id, builtIn }) => key === (builtIn ?? id))?.position ?? Number.POSITIVE_INFINITY;
  const placed = purposes.map((purpose) => ({ purpose, place: placeOf(purpose) }));
  return placed
    .toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    .map(({ purpose }) => purpose);
}

/**
 * Every purpose, hidden ones too, in the order that an administrator gave them; without one the built-in ones, then those of
 * the team by age. The blank one stands last.
 * @param locale of what comes with the product; what an administrator wrote stands in one language
 */
export async function listPurposes(actor: Actor, locale: Locale): Promise<Purpose[]> {
  requirePermission(actor, 'codes.read');
  return knownPurposes(actor, locale);
}

/** The same for a guess, which has to be the same for everybody who plans a batch. */
export async function knownPurposes(actor: Actor, locale: Locale): Promise<Purpose[]> {
  const rows = await db().purpose.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const comesWith = builtInPurposes(locale);
  const builtIn = BUILT_IN_KEYS.map((key): Purpose => {
    const row = rows.find((one) => one.builtIn === key);
    const changed = storedDefinition(row);
    const definition = changed ?? comesWith[key];
    return { key, origin: changed ? 'changed' : 'builtIn', ...definition, ...storedSettings(actor, row) };
  });
  const own = rows.flatMap((row): Purpose[] => {
    const definition = row.builtIn === null && storedDefinition(row);
    return definition ? [{ key: row.id, origin: 'own', ...definition, ...storedSettings(actor, row) }] : [];
  });
  return [
    ...inOrder([...builtIn.filter(({ key }) => key !== BLANK), ...own], rows),
    ...builtIn.filter(({ key }) => key === BLANK),
  ];
}

/**
 * One of them, to be changed.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function getPurpose(actor: Actor, key: string, locale: Locale): Promise<Purpose> {
  requirePermission(actor, 'purposes.manage');
  const purpose = (await listPurposes(actor, locale)).find((one) => one.key === key);
  if (!purpose) throw new AppError('NOT_FOUND');
  return purpose;
}
