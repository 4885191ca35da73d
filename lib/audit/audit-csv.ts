import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { minuteOf } from '@/lib/clock';
import { BOM, csvLine } from '@/lib/csv/csv-line';
import { db } from '@/lib/db/client';
import { actionText, actorText, kindText, linesOf, nameText, type TranslateAudit } from './audit-text';
import type { BuiltInKey } from '@/lib/purposes/purpose';
import { BY_STRANGERS, BY_SYSTEM, type AuditFilters } from './filters';
import { walkAudit } from './queries';
import type { AuditRow } from './rows';
import { recordAudit } from './service';

type TranslateHeads = TranslateAudit &
  ((
    key:
      | `purposes.builtIn.${BuiltInKey}.name`
      | `audit.list.${'time' | 'who' | 'what' | 'thing' | 'address'}`
      | `audit.details.${'kind' | 'id' | 'field'}`,
  ) => string);

function detailsText(row: AuditRow, t: TranslateAudit): string {
  return linesOf(row, t)
    .map(({ field, from, to }) => `${field}: ${from === null ? '' : `${from} → `}${to}`)
    .join('\n');
}

const seconds = (date: Date) => String(date.getSeconds()).padStart(2, '0');

function toLine(row: AuditRow, t: TranslateHeads): string {
  const { at, actorKind: kind, actorName: name, targetKind, targetName, targetId, address } = row;
  return csvLine([
    `${minuteOf(at)}:${seconds(at)}`,
    actorText({ kind, name }, t),
    actionText(row.action, t),
    kindText(targetKind, t),
    nameText({ kind: targetKind, id: targetId, name: targetName }, (key) =>
      t(`purposes.builtIn.${key}.name`),
    ),
    targetId,
    address,
    detailsText(row, t),
  ]);
}

async function* lines(filters: AuditFilters, t: TranslateHeads): AsyncGenerator<string> {
  const first = [t('audit.list.time'), t('audit.list.who'), t('audit.list.what')];
  const thing = [t('audit.details.kind'), t('audit.list.thing'), t('audit.details.id')];
  yield BOM + csvLine([...first, ...thing, t('audit.list.address'), t('audit.details.field')]);
  for await (const rows of walkAudit(filters)) yield rows.map((row) => toLine(row, t)).join('');
}

/** What the list was narrowed to, in words that stay true when somebody is gone or has another name. */
async function filterDetails({ who, area, from, to, q }: AuditFilters): Promise<Record<string, string>> {
  const byId = who !== '' && who !== BY_SYSTEM && who !== BY_STRANGERS;
  const member = byId ? await db().user.findUnique({ where: { id: who }, select: { name: true } }) : null;
  const by = byId ? { who: member?.name ?? who } : { whoKind: who };
  const said = { ...by, area, from, to, search: q };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));
}

/**
 * The list as CSV for spreadsheets, newest first, in the reader's language and made while it is sent. Taking it is
 * recorded too. Times are of the server, like all dates on screen.
 * @throws AppError FORBIDDEN
 */
export async function auditCsv(
  actor: Actor,
  filters: AuditFilters,
  t: TranslateHeads,
): Promise<AsyncGenerator<string>> {
  requirePermission(actor, 'audit.read');
  await recordAudit(db(), actor, { action: 'audit.export', details: await filterDetails(filters) });
  return lines(filters, t);
}
