import { withoutCounters } from '@/lib/batches/check/mend';
import { meaningOfHeader, type Meaning } from '@/lib/batches/table/header/header-words';
import { isTotal } from '@/lib/batches/table/left-out/totals';
import type { Aside } from '@/lib/batches/table/words/lexicon';
import type { Table } from '@/lib/batches/table/table';
import { isSceneText } from '@/lib/wechat/rules/limits';

const PROBE_ROWS = 1_000;

/** A column as a guess sees it. `meaning` is what its name says, or else what its values look like. */
export type Column = {
  index: number;
  name: string;
  meaning: Meaning | null;
  /** Whether its name told, and not its values. */
  isByName: boolean;
  values: string[];
  /** What a scene takes of them: of `15号桌` under a name that tells of tables the 15. */
  sent: string[];
  /** Most of `sent` may stand in a scene. */
  fits: boolean;
  /** Most of them count something: `1号桌`, `2号桌` … */
  isCounted: boolean;
  /** Different values per value, from 0 to 1. */
  distinct: number;
};

export const isPath = (value: string) => /^\/?(?:pages?|sub\w*|packages?)\/[\w\-./]+(?:\?.*)?$/i.test(value);
/** `s=1&t=7`, as a page reads its parameters. */
export const isQuery = (value: string) => /^[\w-]+=[^&=?]+(?:&[\w-]+=[^&=?]+)*$/.test(value);
export const isLink = (value: string) => /^(?:https?:\/\/\S+|#小程序:\/\/\S+|weixin:\/\/\S+)$/i.test(value);

/** Whether more than nine of ten values that are there pass. */
export function mostly(values: string[], test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(test).length * 10 > filled.length * 9;
}

/** In a list of so many rows or more one cell may be a mistake; what a column is called outweighs one in three. */
export const MISTAKES_FROM = 5;
export const NAMED_MISTAKES_FROM = 3;

/** As `mostly`; of a short list one may be a mistake, too. */
export function allButMistakes(
  values: string[],
  test: (value: string) => boolean,
  from = MISTAKES_FROM,
): boolean {
  const filled = values.filter((value) => value !== '');
  const isOne = filled.length >= from && filled.filter(test).length >= filled.length - 1;
  return isOne || mostly(values, test);
}

/** 1, 2, 3 … (or from 0) down the list. */
function isRunning(values: string[]): boolean {
  const first = Number(values[0]);
  return (
    values.length > 1 &&
    (first === 0 || first === 1) &&
    values.every((value, index) => /^\d+$/.test(value) && Number(value) === first + index)
  );
}

const LOOKS: [Aside, RegExp][] = [
  [
    'phone',
    /^(?:\+?86[- ]?)?1[3-9]\d{9}$|^(?:\(?0\d{2,3}\)?[- ]?)\d{7,8}(?:-\d+)?$|^400[- ]?\d{3}[- ]?\d{4}$/,
  ],
  ['email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['paper', /^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$/],
  ['time', /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}.*)?|\d{1,2}:\d{2}(?::\d{2})?)$/],
  ['percent', /^[\d.]+%$/],
  ['price', /^[¥￥$€]\s?[\d,.]+$|^\d+\.\d{1,2}$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/],
  ['address', /(?:[路街巷道弄]|大道)\s*[\dA-Za-z一二三四五六七八九十]+.*[号弄室楼]|^.{2,}省.{2,}市/],
  ['region', /^[\p{Script=Han}]{1,8}[省市区县州]$/u],
  ['link', /^https?:\/\/\S+$/i],
];

/** What values tell that have no telling name above them. */
function meaningOfValues(values: string[]): Meaning | null {
  if (isRunning(values)) return { kind: 'aside', aside: 'serial' };
  if (mostly(values, isPath)) return { kind: 'field', field: 'path', isWeak: true };
  if (mostly(values, isQuery)) return { kind: 'field', field: 'scene', isWeak: true };
  const look = LOOKS.find(([, pattern]) => mostly(values, (value) => pattern.test(value)));
  return look ? { kind: 'aside', aside: look[0] } : null;
}

/** Values that say that the name means something else: an `地址` of pages, an `id` of `s=1`, numbers of rows under `编号`. */
function corrected(meaning: Meaning | null, values: string[]): Meaning | null {
  if (meaning === null) return meaningOfValues(values);
  const isLinkish = meaning.kind === 'aside' && (meaning.aside === 'address' || meaning.aside === 'link');
  if (isLinkish && mostly(values, isPath)) return { kind: 'field', field: 'path', isWeak: true };
  const isSerialNumber = meaning.kind === 'id' && meaning.subject === 'device';
  if (isSerialNumber && isRunning(values)) return { kind: 'aside', aside: 'serial' };
  return meaning;
}

/** The columns of a table's first rows, its totals left out also where a person keeps them. */
export function columnsOf({ columns, rows }: Table): Column[] {
  const probe = rows.slice(0, PROBE_ROWS).filter((row) => !isTotal(row, columns.length));
  return columns.map((name, index) => {
    const values = probe.map(({ cells }) => (cells[index] ?? '').trim());
    const filled = values.filter((value) => value !== '');
    const named = meaningOfHeader(name);
    const isTold = named?.kind === 'id' || named?.kind === 'subject';
    const isCount = (value: string) => !isSceneText(value) && isSceneText(withoutCounters(value));
    const isCounted = isTold && mostly(values, isCount);
    const sent = isCounted ? values.map(withoutCounters) : values;
    return {
      ...{ index, name, values, sent, isCounted, isByName: named !== null },
      meaning: corrected(named, values),
      fits:
        allButMistakes(sent, isSceneText, isTold ? NAMED_MISTAKES_FROM : MISTAKES_FROM) &&
        filled.length * 2 > values.length,
      distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    };
  });
}

/** Whether it only counts the rows, whatever it is called. */
export function countsRows({ values }: Column): boolean {
  return isRunning(values);
}
