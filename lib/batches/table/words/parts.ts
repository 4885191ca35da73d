import type { RowField } from '@/lib/batches/plan/plan';
import {
  ASIDES,
  FIELDS,
  FILLERS,
  IDS,
  NAMES,
  OWN_IDS,
  OWN_NAMES,
  SUBJECTS,
  WEAK_FIELDS,
  type Aside,
} from './lexicon';

/** A piece of a column's name and what it contributes. `subject` is a key of `SUBJECTS`, or an unknown word itself. */
export type Part =
  | { kind: 'subject'; subject: string }
  | { kind: 'id'; subject: string | null }
  | { kind: 'name'; subject: string | null; rank: number }
  | { kind: 'field'; field: RowField; isWeak: boolean }
  | { kind: 'aside'; aside: Aside }
  | { kind: 'filler' }
  | { kind: 'unknown'; text: string };

const LEXICON = new Map<string, Part>();

function learn<Key extends string>(words: Partial<Record<Key, string>>, partOf: (key: Key) => Part): void {
  for (const key in words) for (const word of words[key]?.split(' ') ?? []) LEXICON.set(word, partOf(key));
}

// Later lines win: `编号` is an identifier, whatever else it might be.
learn({ filler: FILLERS }, () => ({ kind: 'filler' }));
learn(SUBJECTS, (subject) => ({ kind: 'subject', subject }));
learn(ASIDES, (aside) => ({ kind: 'aside', aside }));
learn(WEAK_FIELDS, (field) => ({ kind: 'field', field, isWeak: true }));
learn(FIELDS, (field) => ({ kind: 'field', field, isWeak: false }));
learn({ id: IDS }, () => ({ kind: 'id', subject: null }));
for (const [place, word] of NAMES.split(' ').entries())
  LEXICON.set(word, { kind: 'name', subject: null, rank: place });
learn(OWN_IDS, (subject) => ({ kind: 'id', subject }));
learn(OWN_NAMES, (subject) => ({ kind: 'name', subject, rank: 0 }));

function lookUp(word: string): Part | undefined {
  return LEXICON.get(word) ?? (/^[a-z]{4,}s$/.test(word) ? LEXICON.get(word.slice(0, -1)) : undefined);
}

const WORD_MAX_CHARS = 8;
/** An unknown character costs more than any word, and two short words more than one long one. */
const COST = { unknown: 10, short: 3, word: 2 };

type Cut = { cost: number; from: number; part: Part };

function bestCut(text: string, end: number, before: (Cut | undefined)[]): Cut {
  const character = text.charAt(end - 1);
  const unknown: Part = { kind: 'unknown', text: character };
  let best: Cut = { cost: (before[end - 1]?.cost ?? 0) + COST.unknown, from: end - 1, part: unknown };
  for (let from = Math.max(0, end - WORD_MAX_CHARS); from < end; from += 1) {
    const part = LEXICON.get(text.slice(from, end));
    const cost = (before[from]?.cost ?? 0) + (end - from === 1 ? COST.short : COST.word);
    if (part && cost < best.cost) best = { cost, from, part };
  }
  return best;
}

/** Neighbouring characters that nobody knows are one word. */
function joinUnknown(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'unknown' && last?.kind === 'unknown')
      joined.splice(-1, 1, { kind: 'unknown', text: last.text + part.text });
    else joined.push(part);
  }
  return joined;
}

/** A text without spaces in the words that leave the fewest characters unknown: `门店编号` → `门店`, `编号`. */
function cutText(text: string): Part[] {
  const cuts: (Cut | undefined)[] = [undefined];
  for (let end = 1; end <= text.length; end += 1) cuts[end] = bestCut(text, end, cuts);
  const parts: Part[] = [];
  for (let end = text.length; end > 0;) {
    const cut = cuts[end];
    if (!cut) break;
    parts.unshift(cut.part);
    end = cut.from;
  }
  return joinUnknown(parts);
}

/** `storeid`: two known words without anything between them, the first of which says what it is about. */
function cutLatin(word: string): Part[] {
  for (let at = 3; at <= word.length - 2; at += 1) {
    const [head, tail] = [lookUp(word.slice(0, at)), lookUp(word.slice(at))];
    if (tail && (head?.kind === 'subject' || head?.kind === 'aside')) return [head, tail];
  }
  return [{ kind: 'unknown', text: word }];
}

/** How many words may make one of the lexicon: `serial number`, `is hyaline`, `number of`. */
const JOINED_WORDS = 3;

/** @param words of `normalizeHeader` */
export function partsOf(words: string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length;) {
    let taken = Math.min(JOINED_WORDS, words.length - at);
    let known = lookUp(words.slice(at, at + taken).join(''));
    while (!known && taken > 1) known = lookUp(words.slice(at, at + (taken -= 1)).join(''));
    const word = words[at] ?? '';
    if (known) parts.push(known);
    else if (!/^\d+$/.test(word)) parts.push(...(/^[a-z]+$/.test(word) ? cutLatin(word) : cutText(word)));
    at += taken;
  }
  return parts;
}
