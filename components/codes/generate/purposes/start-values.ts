import { splitPath } from '@/lib/codes/picture/split-path';
import { parametersText, type LiveParameters } from '@/lib/live/parameters-text';
import { isBuilt, nextValues, readTarget, suggestName } from '@/lib/purposes/build';
import { BLANK, type KeptPurpose, type Purpose } from '@/lib/purposes/purpose';
import { readName } from '@/lib/purposes/read-name';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { blankValues, targetOf, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { pageFor, withFields } from './purpose-values';
import { withSize } from './size-values';

// What the form begins with. The server works it out, so that no browser loads it.

type Values = GenerateFormValues;

/** A stored code that the form starts with. */
export type FormSource = {
  miniProgramId: string;
  name: string;
  note: string;
  parameters: CodeParameters;
  purpose: KeptPurpose | null;
  /** It stands already, so the next one is meant: the number goes up. */
  isMade: boolean;
  /** What it leads to now, of a live code. */
  live: LiveParameters | null;
  /** Its id, when the new code shall stand in for it: nothing changes by itself then. */
  replaces: string | null;
};

export type FormStart = {
  /** Empty: it is asked. */
  miniProgramId: string;
  endpoint?: Endpoint | undefined;
  /** Key of the purpose to begin with. */
  purpose?: string | undefined;
  source?: FormSource | undefined;
};

function emptyStart(start: FormStart, purpose: Purpose): Values {
  const blank = { ...blankValues(start.miniProgramId), purpose: purpose.key };
  const page = pageFor(purpose, start.miniProgramId);
  return {
    ...blank,
    view: 'purpose',
    endpoint: purpose.endpoint,
    page,
    path: page,
    ...withSize(purpose.printCm),
  };
}

/** The purpose that a form begins with: what was asked for, else the first. */
function startPurpose({ purpose, source, endpoint }: FormStart, purposes: readonly Purpose[]) {
  const find = (key: string | undefined) => purposes.find((one) => one.key === key);
  const all = find(BLANK) ?? purposes.at(-1);
  if (source) return find(source.purpose?.key) ?? all;
  return find(purpose) ?? (endpoint ? all : (purposes.find(({ hidden }) => !hidden) ?? all));
}

/** Whether a code like the source is made with the next number. */
export function countsUp({ source }: FormStart, purposes: readonly Purpose[]): boolean {
  const purpose = purposes.find(({ key }) => key === source?.purpose?.key);
  if (!source?.purpose || !source.isMade || source.replaces || !purpose) return false;
  const { values } = source.purpose;
  const next = nextValues(purpose, values);
  const target = { ...blankValues(''), ...source.parameters };
  return isBuilt(purpose, values, target) && purpose.fields.some(({ key }) => next[key] !== values[key]);
}

function readBy(purpose: Purpose, target: Values) {
  if (purpose.hidden || purpose.key === BLANK || purpose.endpoint !== target.endpoint) return null;
  const read = readTarget(purpose, target);
  return read && purpose.fields.every(({ key, required }) => !required || read.values[key]) ? read : null;
}

/** A code of a batch that is replaced, with the purpose whose fields say what it holds: a table is changed as a table. */
function withPurposeRead(source: FormSource, purposes: readonly Purpose[]): FormSource {
  if (source.replaces === null || source.purpose || source.live) return source;
  const target = { ...blankValues(source.miniProgramId), ...source.parameters };
  for (const purpose of purposes) {
    const read = readBy(purpose, target);
    if (!read) continue;
    const values = readName(purpose, source.name, read.values) ?? read.values;
    return { ...source, purpose: { key: purpose.key, values, printCm: null } };
  }
  return source;
}

/** What a new code takes over of the one that it stands in for. */
function inPlaceOf({ replaces: id, name, note, parameters, purpose }: FormSource): Partial<Values> {
  if (id === null) return {};
  const target = targetOf({ ...blankValues(''), ...parameters });
  return { note, replaces: { id, name, target, fields: purpose?.values ?? {} } };
}

function sourceValues(start: FormStart, source: FormSource, purposes: readonly Purpose[]): Values {
  const purpose = startPurpose(start, purposes);
  const live = source.live && { isLive: true, liveParameters: parametersText(source.live), scene: '' };
  const stored = {
    ...blankValues(source.miniProgramId),
    ...source.parameters,
    ...live,
    ...inPlaceOf(source),
  };
  if (!purpose || purpose.key !== source.purpose?.key)
    return { ...stored, name: source.name, purpose: purpose?.key ?? '', view: 'all' };
  const { values: fields, printCm } = source.purpose;
  const split = stored.endpoint === 'getwxacodeunlimit' ? stored.page : splitPath(stored.path).page;
  const again: Values = { ...stored, purpose: purpose.key, view: 'purpose', fields, printCm, page: split };
  if (source.replaces) return { ...again, name: source.name };
  const next = countsUp(start, purposes) ? nextValues(purpose, fields) : fields;
  return {
    ...again,
    name: suggestName(purpose, fields),
    ...withFields(purpose, { ...again, name: '' }, next),
  };
}

/** What the form begins with. */
export function startValues(start: FormStart, purposes: readonly Purpose[]): Values {
  if (start.source) {
    const source = withPurposeRead(start.source, purposes);
    return sourceValues({ ...start, source }, source, purposes);
  }
  const purpose = startPurpose(start, purposes);
  if (!purpose || start.endpoint)
    return {
      ...blankValues(start.miniProgramId),
      purpose: purpose?.key ?? '',
      ...(start.endpoint && { endpoint: start.endpoint }),
    };
  return emptyStart(start, purpose);
}
