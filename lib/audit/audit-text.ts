import { PERMISSIONS, type Permission } from '@/lib/auth/permissions';
import {
  AUDIT_AREAS,
  isAuditAction,
  TARGET_KINDS,
  type AuditAction,
  type AuditArea,
  type TargetKind,
} from './catalogue';
import { isBuiltIn, type BuiltInKey } from '@/lib/purposes/purpose';
import type { AuditItem } from './audit-types';
import { AUDIT_FIELDS, AUDIT_VALUES, type AuditField } from './audit-words';

type ValueKey = (typeof AUDIT_VALUES)[number] | 'yes' | 'no' | 'none' | 'forever';

/** next-intl's translator over whole message keys. */
export type TranslateAudit = (
  key:
    | `audit.actions.${AuditAction}`
    | `audit.fields.${AuditField}`
    | `audit.kinds.${TargetKind}`
    | `audit.permissions.${Permission}`
    | `audit.values.${ValueKey}`
    | `audit.areas.${AuditArea}`
    | 'audit.list.system'
    | 'audit.list.stranger'
    | 'audit.list.apiKey',
  values?: { name: string },
) => string;

const among =
  <Word extends string>(words: readonly Word[]) =>
  (text: unknown): text is Word =>
    words.some((word) => word === text);

const isField = among(AUDIT_FIELDS);
const isValue = among(AUDIT_VALUES);
const isKind = among(TARGET_KINDS);
const isArea = among(AUDIT_AREAS);
const isPermission = (text: unknown): text is Permission => typeof text === 'string' && text in PERMISSIONS;

/** “Changed a tag”; what another version recorded stands as it is. */
export function actionText(action: string, t: TranslateAudit): string {
  return isAuditAction(action) ? t(`audit.actions.${action}`) : action;
}

export function actorText(actor: AuditItem['actor'], t: TranslateAudit): string {
  if (actor.kind === 'system') return t('audit.list.system');
  if (actor.kind === 'apiKey') return t('audit.list.apiKey', { name: actor.name });
  return actor.kind === 'stranger' ? t('audit.list.stranger') : actor.name;
}

type Target = { kind: string | null; id: string | null; name: string | null };

/**
 * What a thing is called; null where nothing is known.
 * @param nameOfOurs of a purpose that the product comes with, whose name nobody wrote
 */
export function nameText({ kind, id, name }: Target, nameOfOurs: (key: BuiltInKey) => string): string | null {
  if (name !== null) return name;
  return kind === 'purpose' && id !== null && isBuiltIn(id) ? nameOfOurs(id) : null;
}

export function kindText(kind: string | null, t: TranslateAudit): string {
  return isKind(kind) ? t(`audit.kinds.${kind}`) : (kind ?? '');
}

/** What people typed stands as it is, also where it is one of our words. */
const TYPED: readonly AuditField[] = [
  'name',
  'note',
  'folder',
  'tags',
  'query',
  'email',
  'tokenUrl',
  'tokenHeaderName',
  'releasedPages',
  'heir',
  'pattern',
  'summary',
  'nameTemplate',
  'fields',
  'pages',
  'passkey',
  'who',
  'search',
  'service',
  'page',
  'parameters',
  'message',
];
const isTyped = among(TYPED);

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function wordFor(field: string, value: string, t: TranslateAudit): string {
  if (isTyped(field)) return value;
  if (field === 'kind') return actionText(`code.${value}`, t);
  if (field === 'area' && isArea(value)) return t(`audit.areas.${value}`);
  if (isPermission(value)) return t(`audit.permissions.${value}`);
  return isValue(value) ? t(`audit.values.${value}`) : value;
}

const partText = (field: string, part: unknown, t: TranslateAudit) =>
  field === 'permissions' && isPermission(part) ? t(`audit.permissions.${part}`) : String(part);

function valueText(field: string, value: unknown, t: TranslateAudit): string {
  if (field === 'expires' && value === '') return t('audit.values.forever');
  if (isNothing(value)) return t('audit.values.none');
  // Names of things, whatever they are called.
  if (Array.isArray(value)) return value.map((one) => partText(field, one, t)).join(', ');
  if (typeof value === 'boolean') return t(value ? 'audit.values.yes' : 'audit.values.no');
  if (field === 'keepDays' && value === 0) return t('audit.values.forever');
  return wordFor(field, String(value), t);
}

/** A secret that stayed. */
const isUntouched = (field: string, value: unknown) => field.endsWith('Changed') && value === false;

/** One line of what is known of an event; `from` is null where nothing was before. */
export type AuditLine = { field: string; from: string | null; to: string };

/** What changed, and beside it what else is known. */
export function linesOf(
  { changes, details }: Pick<AuditItem, 'changes' | 'details'>,
  t: TranslateAudit,
): AuditLine[] {
  const label = (field: string) => (isField(field) ? t(`audit.fields.${field}`) : field);
  const text = (field: string, value: unknown) => valueText(field, value, t);
  const changed = Object.entries(changes ?? {}).map(([field, { from, to }]) => ({
    ...{ field: label(field), from: text(field, from), to: text(field, to) },
  }));
  // Once somebody changed settings, those that stayed say nothing.
  const isSetting = changes !== null;
  const known = Object.entries(details ?? {}).filter(
    ([field, value]) =>
      isField(field) && field !== 'name' && !isUntouched(field, value) && (!isSetting || value === true),
  );
  return [
    ...changed,
    ...known.map(([field, value]) => ({ field: label(field), from: null, to: text(field, value) })),
  ];
}
