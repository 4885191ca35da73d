import { fromHex } from '@/lib/codes/generate/parameters';
import type { FieldIssue } from '@/lib/errors';
import { readYesNo } from '@/lib/input/yes-no';
import type { EnvVersion } from '@/lib/wechat/rules/limits';
import type { LineColor } from '@/lib/wechat/rules/parameters';
import type { BatchIssueKey } from '@/lib/batches/issues';
import type { BatchLook, RowField } from '@/lib/batches/plan/plan';

type Read<T> = { value: T } | { problem: BatchIssueKey };

const VERSIONS: Record<EnvVersion, string[]> = {
  release: ['release', '正式版', '正式'],
  trial: ['trial', '体验版', '体验'],
  develop: ['develop', 'dev', '开发版', '开发'],
};

function readNumber(text: string): Read<number> {
  const digits = text
    .replace(/(?:px|像素)$/i, '')
    .replaceAll(',', '')
    .trim();
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? { value: Number(digits) } : { problem: 'numberUnclear' };
}

function readSwitch(text: string): Read<boolean> {
  const value = readYesNo(text);
  return value === null ? { problem: 'switchUnclear' } : { value };
}

function readVersion(text: string): Read<EnvVersion> {
  const word = text.toLowerCase();
  if (VERSIONS.release.includes(word)) return { value: 'release' };
  if (VERSIONS.trial.includes(word)) return { value: 'trial' };
  return VERSIONS.develop.includes(word) ? { value: 'develop' } : { problem: 'versionUnclear' };
}

/** `#8b2e16`, `8b2e16`, `#fff` or `139,46,22`, also inside `rgb(…)`; whether its parts are in range the schema says. */
function readColor(text: string): Read<LineColor> {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text)?.[1];
  if (hex) return { value: fromHex(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex) };
  const [, r, g, b] = /^(?:rgb\()?\s*(\d+)[\s,，]+(\d+)[\s,，]+(\d+)\s*\)?$/i.exec(text) ?? [];
  return b === undefined
    ? { problem: 'colorUnclear' }
    : { value: { r: Number(r), g: Number(g), b: Number(b) } };
}

const READERS = {
  width: readNumber,
  lineColor: readColor,
  autoColor: readSwitch,
  isHyaline: readSwitch,
  envVersion: readVersion,
  checkPath: readSwitch,
} satisfies { [Field in keyof BatchLook]: (text: string) => Read<BatchLook[Field]> };

export type LookField = keyof typeof READERS;

export function isLookField(field: RowField): field is LookField {
  return field in READERS;
}

/** Whether a text says something of this setting, in whatever words. */
export function readsAs(field: LookField, text: string): boolean {
  return 'value' in READERS[field](text);
}

/**
 * What a row says of its own look, in the words that people write into cells; where it says nothing (an empty cell) the
 * common setting holds.
 */
export function readLook(
  texts: [LookField, string][],
  common: BatchLook,
): { look: BatchLook; issues: FieldIssue[] } {
  const look: Record<string, unknown> = { ...common };
  const issues: FieldIssue[] = [];
  for (const [field, text] of texts) {
    if (text === '') continue;
    const read = READERS[field](text);
    if ('problem' in read)
      issues.push({ field, key: `batchIssues.${read.problem}`, values: { value: text } });
    else look[field] = read.value;
  }
  return { look: { ...common, ...look }, issues };
}
