import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMessages } from './messages';
import { joinTexts, pickTexts } from './sent-texts';

/** Files whose texts the scan below cannot tell: keys that come as values. */
const KNOWN: Record<string, string[]> = {
  // Names every kind of issue, as a type.
  'lib/errors.ts': [],
  // Forms say what any schema refuses; what WeChat's rules and those of batches refuse only where their schema is loaded.
  'lib/validation.ts': ['errors.issues'],
  'lib/wechat/rules/parameters.ts': ['wechat.issues', 'wechat.characters'],
  // Of characters speak only those whose rules refuse them.
  'lib/i18n/character-words.ts': [],
  'components/codes/generate/purposes/use-problem-text.ts': ['purposes.problems', 'wechat.characters'],
  'components/batches/use-issue-text.ts': [
    'errors.issues',
    'wechat.issues',
    'wechat.characters',
    'batchIssues',
    'batches',
  ],
};

const source = (path: string) => readFileSync(path, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const catalogue = loadMessages('zh-CN');

function fileOf(from: string, specifier: string): string | null {
  const base = specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(from), specifier);
  return [`${base}.tsx`, `${base}.ts`].find((path) => existsSync(path)) ?? null;
}

/** What a file loads of ours, at once or later; types load nothing. */
function importsOf(path: string): string[] {
  const text = source(path);
  const named = all(text, /^(?:import|export)\s+(?!type\b)[^'";]*?from\s+'((?:@\/|\.)[^']+)'/gm);
  const late = all(text, /import\(\s*'((?:@\/|\.)[^']+)'/g);
  return [...named, ...late].flatMap((specifier) => fileOf(path, specifier) ?? []);
}

const startsWith = (path: string, directive: string) => source(path).trimStart().startsWith(`'${directive}'`);
/** Runs on the server only: what it loads stays there. */
const staysOnServer = (path: string) =>
  startsWith(path, 'use server') || source(path).includes("'server-only'");

/** The files that run in the browser when these are rendered: from `'use client'` on, everything that is loaded. */
function clientFiles(entries: string[]): Set<string> {
  const seen = new Map<string, boolean>();
  const visit = (path: string, inClient: boolean) => {
    const client = inClient || startsWith(path, 'use client');
    if (seen.get(path) || (seen.has(path) && !client) || (client && staysOnServer(path))) return;
    seen.set(path, client);
    for (const next of importsOf(path)) visit(next, client);
  };
  for (const entry of entries) visit(entry, false);
  return new Set([...seen].filter(([, client]) => client).map(([path]) => path));
}

/** A template as a path: each hole is any one key. */
const withHoles = (text: string) => text.replace(/\$\{[^}]*\}/g, '*').replace(/(?:\.\*)+$/, '');

/** Whether the catalogue has something there; a star is any one key. */
function isInCatalogue(path: string): boolean {
  const found = path.split('.').reduce<unknown[]>(
    (values, step) =>
      values.flatMap((value) => {
        if (typeof value !== 'object' || value === null) return [];
        return Object.entries(value).flatMap(([key, inner]) => (step === '*' || step === key ? [inner] : []));
      }),
    [catalogue],
  );
  return found.length > 0;
}

/** The parts of the catalogue that a file reads: namespaces that it opens, and keys that it spells out whole. */
function textsOf(path: string): string[] {
  const known = KNOWN[path];
  if (known) return known;
  const text = source(path);
  const opened = all(text, /useTranslations\(\s*['`]([^'`]+)['`]/g);
  const keys = all(text, /['`]([a-zA-Z]+\.[\w.${}]+)['`]/g);
  const whole = /useTranslations\(\)|FieldIssue|issue: \{|TranslateIssue/.test(text) ? keys : [];
  return [...opened, ...whole.map(withHoles).filter(isInCatalogue)].map(withHoles);
}

const covers = (sent: string, needed: string) => needed === sent || needed.startsWith(`${sent}.`);

function neededBy(entries: string[]): Map<string, string> {
  const needed = new Map<string, string>();
  for (const path of clientFiles(entries)) for (const text of textsOf(path)) needed.set(text, path);
  return needed;
}

/** What the file says that it sends: a list at its end; the root layout says it within its provider. */
function sentBy(path: string): string[] {
  const lists = all(source(path), /(?:withTexts\(\s*\w+,\s*|<SendTexts\s+of=\{)\[([^\]]*)\]/g);
  return lists.flatMap((list) => all(list, /'([^']+)'/g));
}

const FILES = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((path) => join('app', path));

/** The layouts that a file of `app` is drawn in, from the outermost on; a layout is not in itself. */
function layoutsAround(file: string): string[] {
  const folders = dirname(file)
    .split('/')
    .map((_, index, all) => all.slice(0, index + 1).join('/'));
  return folders
    .map((folder) => `${folder}/layout.tsx`)
    .filter((layout) => layout !== file && FILES.includes(layout));
}

/** What Next draws inside of a layout beside the pages, such as `error.tsx`: it has the texts of that layout. */
const besides = (layout: string) =>
  FILES.filter(
    (file) =>
      /\/(?:error|not-found|loading|template|default)\.tsx$/.test(file) &&
      layoutsAround(file).at(-1) === layout,
  );

const places = FILES.filter((file) => /\/(?:page|layout)\.tsx$/.test(file)).map((file) => ({
  file,
  entries: file.endsWith('layout.tsx') ? [file, ...besides(file)] : [file],
}));

const LIST = 'export default withTexts(Page, […])';

test.each(places)('$file sends the texts that its client components say, and no others', (place) => {
  const own = sentBy(place.file);
  const outer = layoutsAround(place.file).flatMap(sentBy);
  const needed = neededBy(place.entries);
  const unsent = [...needed].filter(([text]) => ![...own, ...outer].some((sent) => covers(sent, text)));
  const missing = unsent
    .filter(([text]) => !unsent.some(([other]) => other !== text && covers(other, text)))
    .map(([text, path]) => `add '${text}' to ${LIST} of ${place.file}: ${path} says it`);
  const idle = own
    .filter(
      (sent) =>
        outer.some((other) => covers(other, sent)) || ![...needed.keys()].some((text) => covers(sent, text)),
    )
    .map(
      (sent) => `take '${sent}' out of ${LIST} of ${place.file}: nothing there says it, or a layout sends it`,
    );
  expect([...missing, ...idle]).toEqual([]);
});

test('the scan sees what a page loads late, and nothing that stays on the server', () => {
  const files = clientFiles(['app/(console)/codes/(gallery)/page.tsx']);
  expect(files).toContain('components/codes/gallery/lightbox/lightbox.tsx');
  expect([...files].filter(staysOnServer)).toEqual([]);
  expect(files).not.toContain('lib/codes/find/queries.ts');
});

test('texts are picked with their path, and joined with those that are there', () => {
  const texts = {
    a: { b: { c: '1', d: '2' }, e: '3' },
    wechat: { errors: { x: { title: 'X', cause: 'Y' } } },
  };
  // @ts-expect-error rooms of another catalogue
  expect(pickTexts(texts, ['a.b', 'wechat.errors.*.title', 'nowhere.at.all'])).toEqual({
    ...{ a: { b: { c: '1', d: '2' } }, wechat: { errors: { x: { title: 'X' } } }, nowhere: undefined },
  });
  expect(joinTexts({ a: { b: '1' } }, { a: { c: '2' }, d: '3' })).toEqual({ a: { b: '1', c: '2' }, d: '3' });
});
