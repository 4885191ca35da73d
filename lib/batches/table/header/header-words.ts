import type { RowField } from '@/lib/batches/plan/plan';
import type { Aside } from '@/lib/batches/table/words/lexicon';
import { normalizeHeader } from '@/lib/batches/table/words/normalize';
import { partsOf, type Part } from '@/lib/batches/table/words/parts';

/**
 * What a column is for, by its name alone. `subject` is what it speaks of (`store` of `门店编号` and of `Shop Code`), null
 * when it does not say; `rank` of a name is lower for the better one.
 */
export type Meaning =
  | { kind: 'field'; field: RowField; isWeak: boolean }
  | { kind: 'id'; subject: string | null }
  | { kind: 'name'; subject: string | null; rank: number }
  | { kind: 'subject'; subject: string }
  | { kind: 'aside'; aside: Aside };

/** Whatever else stands in the name, it is this: `员工电话` is no employee, `联系人姓名` names no row. */
const DECISIVE: readonly Aside[] = [
  'price',
  'phone',
  'address',
  'person',
  'email',
  'paper',
  'percent',
  'link',
];

const aside = (of: Aside): Meaning => ({ kind: 'aside', aside: of });

function subjectOf(parts: Part[]): string | null {
  const known = parts.findLast((part) => part.kind === 'subject' && part.subject !== 'code');
  if (known?.kind === 'subject') return known.subject;
  const code = parts.find((part) => part.kind === 'subject');
  const unknown = parts.find((part) => part.kind === 'unknown');
  return code?.kind === 'subject' ? code.subject : unknown?.kind === 'unknown' ? unknown.text : null;
}

/** An identifier or a name, of which the parts before say of what. */
function labelOf(head: Extract<Part, { kind: 'id' | 'name' }>, before: Part[]): Meaning {
  const modifier = before.find((part) => part.kind === 'aside');
  if (modifier?.kind === 'aside') return aside(modifier.aside);
  const subject = head.subject ?? subjectOf(before);
  if (head.kind === 'name') return { ...head, subject };
  const field = before.find((part) => part.kind === 'field');
  if (field?.kind !== 'field') return { kind: 'id', subject };
  return field.field === 'scene' ? { ...field, isWeak: false } : aside('serial');
}

/** `商品宽度` is no width of a code, `商品描述` is a note all the same. */
function fieldOf(head: Extract<Part, { kind: 'field' }>, before: Part[]): Meaning {
  const isLook = !['scene', 'path', 'page', 'note'].includes(head.field);
  const isOfSomething = before.some((part) => part.kind === 'subject' && part.subject !== 'code');
  return isLook && isOfSomething ? aside('trait') : head;
}

/** The last word that is known decides, as in `门店编号` and `store code`; the ones before it say more. */
function meaningOfParts(parts: Part[]): Meaning | null {
  const decisive = parts.find((part) => part.kind === 'aside' && DECISIVE.includes(part.aside));
  if (decisive?.kind === 'aside') return aside(decisive.aside);
  const at = parts.findLastIndex(({ kind }) => kind !== 'unknown');
  const head = parts[at];
  const before = parts.toSpliced(at, 1);
  switch (head?.kind) {
    case 'id':
    case 'name':
      return labelOf(head, before);
    case 'field':
      return fieldOf(head, before);
    case 'subject':
      return before.some((part) => part.kind === 'aside' && part.aside === 'quantity')
        ? aside('quantity')
        : head;
    case 'aside':
      return head;
    default:
      return null;
  }
}

/** These number the rows of a list when they stand alone, and something of their own after a word. */
const ALONE: readonly string[] = ['no', '#', 'num'];

type Reading = { meaning: Meaning | null; isSure: boolean };

function read(header: string): Reading {
  const { words, hint } = normalizeHeader(header);
  const parts = partsOf(words);
  // `name of the store` is `store name`.
  const turned = words.includes('of') ? parts.toReversed() : parts;
  const known = turned.filter(({ kind }) => kind !== 'filler');
  const isSure = known.every(({ kind }) => kind !== 'unknown') && !/\d/.test(words.join(''));
  const isAlone = words.length === 1 && ALONE.includes(words.join(''));
  const meaning = isAlone ? aside('serial') : meaningOfParts(known);
  return { meaning: withHint(meaning, known, partsOf(hint)), isSure };
}

/** What stands in brackets says more where the name itself says little: `门店（编号）`, `编号（门店）`. */
function withHint(meaning: Meaning | null, parts: Part[], hint: Part[]): Meaning | null {
  const isLabel = (part: Part) => part.kind === 'id' || part.kind === 'name';
  if (meaning?.kind === 'subject' && hint.some(isLabel)) return meaningOfParts([...parts, ...hint]);
  const isBare = (meaning?.kind === 'id' || meaning?.kind === 'name') && meaning.subject === null;
  return isBare && hint.some(({ kind }) => kind === 'subject')
    ? meaningOfParts([...hint.filter(({ kind }) => kind === 'subject'), ...parts])
    : meaning;
}

/** What a column of this name is for, as far as the name tells. */
export function meaningOfHeader(header: string): Meaning | null {
  return read(header).meaning;
}

/** A path, a link or a query is a value, whatever words are in it. */
const VALUE = /=|:\/\/|^\/?(?:(?:[\w-]+\/)*pages\/\w|(?:page|sub\w*|package\w*)\/[\w-]+\/)/i;

/**
 * Whether a text is what people call columns by, and not one of the values under such a name: every word of it is
 * known, and no number is in it. `subject` is what a row is about, `aside` what is said of it beside.
 */
export function fieldOfHeader(header: string): RowField | 'subject' | 'aside' | null {
  if (VALUE.test(header)) return null;
  const { meaning, isSure } = read(header);
  if (!meaning || !isSure) return null;
  if (meaning.kind === 'field') return meaning.field;
  if (meaning.kind === 'name') return 'name';
  return meaning.kind === 'id' ? 'subject' : meaning.kind;
}
