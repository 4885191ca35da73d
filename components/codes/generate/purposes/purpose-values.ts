import { splitPath } from '@/lib/codes/picture/split-path';
import { buildPath, buildScene, isBuilt, nextValues, readTarget, suggestName } from '@/lib/purposes/build';
import { parametersText, type LiveParameters } from '@/lib/live/parameters-text';
import { BLANK, type FieldValues, type KeptPurpose, type Purpose } from '@/lib/purposes/purpose';
import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { blankValues, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { withSize } from './size-values';

// What follows from what in the short form. Each function answers with what changes and leaves alone what the person has
// written by themselves: a name, a page, a scene.

type Values = GenerateFormValues;
type Changes = Partial<Values>;

export function pageFor(purpose: Purpose, miniProgramId: string): string {
  return purpose.pages[miniProgramId] ?? '';
}

function targetOf(purpose: Purpose, fields: FieldValues, page: string): Changes {
  return { scene: buildScene(purpose, fields), path: buildPath(purpose, fields, page) };
}

/** Whether the name is the person's own and not the one that was suggested. */
function hasOwnName(purpose: Purpose, { name, fields }: Values): boolean {
  return name !== '' && name !== suggestName(purpose, fields);
}

export function withFields(purpose: Purpose, values: Values, fields: FieldValues): Changes {
  return {
    fields,
    ...(isBuilt(purpose, values.fields, values) ? targetOf(purpose, fields, values.page) : {}),
    ...(hasOwnName(purpose, values) ? {} : { name: suggestName(purpose, fields) }),
  };
}

/** The page is the scene's neighbour, and the beginning of a path. */
export function withPage(purpose: Purpose, values: Values, page: string): Changes {
  const built = isBuilt(purpose, values.fields, values);
  return { page, ...(built ? targetOf(purpose, values.fields, page) : {}) };
}

/** Another Mini Program has another page, unless somebody has typed one. */
export function withApp(purpose: Purpose, values: Values, miniProgramId: string): Changes {
  const untouched = values.page === pageFor(purpose, values.miniProgramId);
  const page = untouched ? pageFor(purpose, miniProgramId) : values.page;
  return { miniProgramId, ...withPage(purpose, values, page) };
}

/** What still is as the purpose before proposed it is as the next one does. */
export function withPurpose(before: Purpose, next: Purpose, values: Values): Changes {
  const app = values.miniProgramId;
  const page = values.page === pageFor(before, app) ? pageFor(next, app) : values.page;
  const built = isBuilt(before, values.fields, values);
  return {
    purpose: next.key,
    page,
    ...(values.endpoint === before.endpoint ? { endpoint: next.endpoint } : {}),
    ...(values.printCm === before.printCm ? withSize(next.printCm) : {}),
    ...(built ? targetOf(next, values.fields, page) : {}),
    ...(hasOwnName(before, values) ? {} : { name: suggestName(next, values.fields) }),
  };
}

/** Scene and path by what the fields say, whatever stands there now. */
export function rebuilt(purpose: Purpose, values: Values): Changes {
  return targetOf(purpose, values.fields, values.page);
}

/** Back from all parameters: a scene that the fields could have made becomes their values; another one stays as it is. */
export function toPurposeView(purpose: Purpose, values: Values): Changes {
  const read = readTarget(purpose, values);
  if (!read) return { view: 'purpose' };
  const fields = { ...values.fields, ...read.values };
  const name = hasOwnName(purpose, values) ? values.name : suggestName(purpose, fields);
  return { view: 'purpose', fields, page: read.page, name };
}

/** A stored code that the form starts with. */
export type FormSource = {
  miniProgramId: string;
  name: string;
  parameters: CodeParameters;
  purpose: KeptPurpose | null;
  /** It stands already, so the next one is meant: the number goes up. */
  isMade: boolean;
  /** What it leads to now, of a live code. */
  live: LiveParameters | null;
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
  if (!source?.purpose || !source.isMade || !purpose) return false;
  const { values } = source.purpose;
  const next = nextValues(purpose, values);
  const target = { ...blankValues(''), ...source.parameters };
  return isBuilt(purpose, values, target) && purpose.fields.some(({ key }) => next[key] !== values[key]);
}

function sourceValues(start: FormStart, source: FormSource, purposes: readonly Purpose[]): Values {
  const purpose = startPurpose(start, purposes);
  const live = source.live && { isLive: true, liveParameters: parametersText(source.live), scene: '' };
  const stored = { ...blankValues(source.miniProgramId), ...source.parameters, ...live };
  if (!purpose || purpose.key !== source.purpose?.key)
    return { ...stored, name: source.name, purpose: purpose?.key ?? '', view: 'all' };
  const { values: fields, printCm } = source.purpose;
  const split = stored.endpoint === 'getwxacodeunlimit' ? stored.page : splitPath(stored.path).page;
  const again: Values = { ...stored, purpose: purpose.key, view: 'purpose', fields, printCm, page: split };
  const next = countsUp(start, purposes) ? nextValues(purpose, fields) : fields;
  return {
    ...again,
    name: suggestName(purpose, fields),
    ...withFields(purpose, { ...again, name: '' }, next),
  };
}

/** What the form begins with. */
export function startValues(start: FormStart, purposes: readonly Purpose[]): Values {
  if (start.source) return sourceValues(start, start.source, purposes);
  const purpose = startPurpose(start, purposes);
  if (!purpose || start.endpoint)
    return {
      ...blankValues(start.miniProgramId),
      purpose: purpose?.key ?? '',
      ...(start.endpoint && { endpoint: start.endpoint }),
    };
  return emptyStart(start, purpose);
}
