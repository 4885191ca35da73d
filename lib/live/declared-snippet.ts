import { BASE62 } from '@/lib/apps/parameters/base62';
import type { DeclaredPage, DeclaredParameter } from '@/lib/apps/parameters/declaration';

export const SNIPPET_LANGUAGES = ['js', 'ts'] as const;
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

/** Writes a type in TypeScript, and nothing in JavaScript: both files are one text. */
export type WriteType = (type: string) => string;

const TYPES = { text: 'string', number: 'number', switch: 'boolean' } as const;

function typeOf({ type, choices }: DeclaredParameter): string {
  return type === 'choice' ? choices.map((choice) => JSON.stringify(choice)).join(' | ') : TYPES[type];
}

/** All may be missing: who opens a page without a code brings none of them, and old codes not those that came later. */
function pageType({ page, parameters }: DeclaredPage): string {
  const lines = parameters.map((parameter) => `    ${parameter.name}?: ${typeOf(parameter)}`);
  return [`  ${JSON.stringify(page)}: {`, ...lines, '  }'].join('\n');
}

/** What readLiveCode answers; a page of an answer has a slash, so that an empty one is told from it. */
export function snippetTypes(declared: readonly DeclaredPage[]): string {
  return `type Pairs = Record<string, string>
type Options = Record<string, string | undefined>

export type PageParameters = {
${declared.map(pageType).join('\n')}
}

export type LiveTarget<Parameters = Pairs> =
  | { state: 'open'; page: ''; parameters: Parameters }
  | { state: 'open'; page: \`\${string}/\${string}\`; parameters: Pairs }
  | { state: 'paused'; message: string }
  | { state: 'unknown' }
  | { state: 'unavailable' }

type Declared = { name: string; short: string; type: string; isCompact: boolean; choices: string[] }

`;
}

function tableLine({ name, short, type, isCompact, choices }: DeclaredParameter): string {
  return `    ${JSON.stringify({ name, short, type, isCompact, choices })},`;
}

function pageTable({ page, parameters }: DeclaredPage): string {
  return [`  ${JSON.stringify(page)}: [`, ...parameters.map(tableLine), '  ],'].join('\n');
}

/** Scene, link or query: what a page was opened with. */
const pairsBrought = (ts: WriteType) => `function decoded(text${ts(': string')}) {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    return text
  }
}

function decodedPairs(pairs${ts(': Options')}) {
  const all${ts(': Pairs')} = {}
  Object.keys(pairs).forEach((name) => {
    all[name] = decoded(pairs[name] || '')
  })
  return all
}

function broughtBy(options${ts(': Options')}) {
  if (options.scene) return pairsOf(decoded(options.scene))
  if (!options.q) return decodedPairs(options)
  const link = decoded(options.q).split('#')[0]
  return decodedPairs(pairsOf(link.split('?')[1] || ''))
}`;

/** What pages take, and how their scenes are read. */
export function snippetReading(declared: readonly DeclaredPage[], ts: WriteType): string {
  return `const DECLARED${ts(': Record<string, Declared[]>')} = {
${declared.map(pageTable).join('\n')}
}
const DIGITS = '${BASE62}'

function fromBase62(text${ts(': string')}) {
  if (!/^-?[0-9A-Za-z]+$/.test(text)) return NaN
  const digits = text.replace('-', '')
  let size = 0
  for (let at = 0; at < digits.length; at += 1) size = size * 62 + DIGITS.indexOf(digits.charAt(at))
  return text.charAt(0) === '-' ? -size : size
}

function valueOf(one${ts(': Declared')}, text${ts(': string')}, isPacked${ts(': boolean')}) {
  const isShort = isPacked && one.isCompact
  if (one.type === 'number') {
    const number = isShort ? fromBase62(text) : /^-?\\d+$/.test(text) ? Number(text) : NaN
    return isNaN(number) ? undefined : number
  }
  if (one.type === 'switch') {
    if (text === '1' || text === 'true') return true
    return text === '0' || text === 'false' ? false : undefined
  }
  if (one.type === 'choice') {
    const choice = isShort ? one.choices[fromBase62(text)] : text
    return one.choices.indexOf(choice) < 0 ? undefined : choice
  }
  return text
}

function valuesOf(pairs${ts(': Pairs')}, page${ts(': string')}) {
  const declared = DECLARED[page] || []
  const values${ts(': Record<string, any>')} = {}
  Object.keys(pairs).forEach((key) => {
    const packed = declared.filter((one) => one.short === key)[0]
    const one = packed || declared.filter((one) => one.name === key)[0]
    const value = one ? valueOf(one, pairs[key], !!packed) : pairs[key]
    if (value !== undefined) values[one ? one.name : key] = value
  })
  return values
}

${pairsBrought(ts)}`;
}
