import type { FieldIssue, IssueValues } from '@/lib/errors';
import { DECLARED_MAX, type DeclaredParameter } from './declaration';
import type { DeclareIssueKey } from './issues';
import { unfitCharacters } from './pack';

const KEY = /^[A-Za-z]\w*$/;

/** What a page gets of WeChat itself under these names. */
const RESERVED = new Set(['scene', 'q', 'scancode_time', 'scancode_type']);

type Fault = { part: 'name' | 'short' | 'type' | 'choices' | 'isCompact'; key: DeclareIssueKey } & {
  values?: IssueValues;
};

export const declareIssue = (field: string, key: DeclareIssueKey, values: IssueValues = {}): FieldIssue => ({
  field,
  key: `appPages.declareIssues.${key}`,
  values,
});

function* faultsOfKeys({ name, short }: DeclaredParameter): Generator<Fault> {
  if (!KEY.test(name)) yield { part: 'name', key: 'name' };
  if (short !== '' && !KEY.test(short)) yield { part: 'short', key: 'short' };
  if (RESERVED.has(name)) yield { part: 'name', key: 'reserved', values: { name } };
  if (RESERVED.has(short)) yield { part: 'short', key: 'reserved', values: { name: short } };
}

function* faultsOfChoices({ type, choices, isCompact }: DeclaredParameter): Generator<Fault> {
  if (type !== 'choice') return;
  if (choices.length === 0) yield { part: 'choices', key: 'choices' };
  const twice = choices.find((choice, at) => choices.indexOf(choice) !== at);
  if (twice !== undefined) yield { part: 'choices', key: 'choiceTwice', values: { choice: twice } };
  const unfit = isCompact ? undefined : choices.find((choice) => unfitCharacters(choice).length > 0);
  if (unfit !== undefined) yield { part: 'choices', key: 'choiceCharacters', values: { choice: unfit } };
}

function* faultsOfCompact({ name, short, type, isCompact }: DeclaredParameter): Generator<Fault> {
  if (!isCompact) return;
  if (type !== 'number' && type !== 'choice') yield { part: 'isCompact', key: 'compactUnfit' };
  // Behind its name a value is as people read it, so that what was printed before stays what it is.
  if (short === '' || short === name) yield { part: 'short', key: 'shortMissing' };
}

/** What was printed is read by these. */
function* faultsOfChange(before: DeclaredParameter | undefined, now: DeclaredParameter): Generator<Fault> {
  if (!before) return;
  const values = { name: now.name };
  if (before.short !== now.short) yield { part: 'short', key: 'fixed', values };
  if (before.type !== now.type) yield { part: 'type', key: 'fixed', values };
  else if (before.isCompact !== now.isCompact) yield { part: 'isCompact', key: 'fixed', values };
  if (before.choices.some((choice, at) => now.choices[at] !== choice))
    yield { part: 'choices', key: 'choiceOrder', values };
}

/** Each key stands for one parameter, whether it is in use or removed. */
function takenIssues(now: readonly DeclaredParameter[], left: readonly DeclaredParameter[]): FieldIssue[] {
  const taken = new Set(left.flatMap(({ name, short }) => [name, short]));
  return now.flatMap(({ name, short }, at) => {
    const keys = [
      ['name', name] as const,
      ...(short === '' || short === name ? [] : [['short', short] as const]),
    ];
    return keys.flatMap(([part, key]) => {
      const isTaken = taken.has(key);
      taken.add(key);
      return isTaken ? [declareIssue(`parameters.${at}.${part}`, 'taken', { name: key })] : [];
    });
  });
}

const leftOut = (before: readonly DeclaredParameter[], now: readonly DeclaredParameter[]) =>
  before.filter(({ name }) => !now.some((other) => other.name === name));

/** What is kept of a declaration: all that was there before, in the order of the new one, what it leaves out as removed. */
export function keptAll(
  before: readonly DeclaredParameter[],
  now: readonly DeclaredParameter[],
): DeclaredParameter[] {
  return [...now, ...leftOut(before, now).map((parameter) => ({ ...parameter, isRemoved: true }))];
}

/** Why a declaration cannot take the place of the one before. */
export function declareIssues(
  before: readonly DeclaredParameter[],
  now: readonly DeclaredParameter[],
): FieldIssue[] {
  const left = leftOut(before, now);
  if (now.length + left.length > DECLARED_MAX)
    return [declareIssue('parameters', 'tooMany', { max: DECLARED_MAX })];
  const single = now.flatMap((parameter, at) => {
    const known = before.find(({ name }) => name === parameter.name);
    const faults = [
      ...faultsOfKeys(parameter),
      ...faultsOfChoices(parameter),
      ...faultsOfCompact(parameter),
      ...faultsOfChange(known, parameter),
    ];
    return faults.map(({ part, key, values }) => declareIssue(`parameters.${at}.${part}`, key, values));
  });
  return [...single, ...takenIssues(now, left)];
}
