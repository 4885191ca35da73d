import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMessages } from './messages';

const FOLDERS = ['app', 'components', 'lib'];
const NOT_SOURCE = /\.(?:test|fixture)\.tsx?$|[\\/](?:generated|testing)[\\/]|\.d\.ts$/;

/** Keys that no source spells out, each with the place that makes them. */
const COMPUTED: [key: RegExp, why: string][] = [
  [/^errors\.codes\./, 'translate-error.ts: the code of an AppError is its key'],
  [/^(?:errors|wechat|exports)\.issues\.|^batchIssues\./, 'issue-text.ts: the key of a FieldIssue'],
  [/^wechat\.errors\./, 'failure.ts: the key of a refusal of WeChat'],
  [/^exports\.table\./, 'new-table.ts: the heads of a table have the names of its columns'],
  [/^audit\.(?:actions|fields|values|kinds|permissions)\./, 'audit-text.ts: what was recorded is the key'],
  [/^exports\.(?:build|print)\.(?:nothing|unnamed)\./, 'nothing-to-export.tsx: what there is none of'],
  [/^webhooks\.eventNames\./, 'event-name.ts: the name of an event is its key'],
  [/^notices\.(?:kinds|hints)\./, 'notice-choices.tsx: the name of a kind is its key'],
  [/^notices\.told\./, 'words.ts: the name of an event is its key'],
  [/^apiKeys\.permissions\./, 'key-form.tsx: the name of a permission is its key'],
  [/^signIn\.settings\.forbidden\./, 'forbidden-page.tsx: the page of the settings is its key'],
  [/^apiReference\.(?:fields|answers)\./, 'descriptions.ts: the name of a field is its key'],
  [/^bulk\.places\./, 'place-tabs.tsx: the place of the filters is its key'],
  [
    /^codes\.generate\.(?:path|scene|page)\./,
    'text-parameter.tsx: the name of the parameter is the namespace',
  ],
];

function keysOf(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
}

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !NOT_SOURCE.test(path)),
).map((path) => readFileSync(path, 'utf8'));

const HOLE = '\0';
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** The namespaces that a file opens; texts given on to it by their whole key have none. */
function namespacesOf(source: string): string[] {
  return ['', ...all(source, /(?:useTranslations|getTranslations)\(\s*'([^']+)'/g).map((name) => `${name}.`)];
}

/** Words in quotes as they are; a template with its holes, and `t(variable)` as one hole. */
function spelled(source: string): string[] {
  const words = all(source, /'([\w.-]+)'/g);
  const templates = all(source, /`([^`\n]*\$\{[^`\n]*)`/g).map((text) => text.replace(/\$\{[^}]*\}/g, HOLE));
  const variables = /\bt\w*\(\s*[a-z]\w*(?:\.\w+)*\s*[,)]|useTranslations\([^)]*\)\(\w+\)/.test(source)
    ? [HOLE]
    : [];
  return [...words, ...templates, ...variables];
}

/** Whole keys as they are; with holes, the text of a pattern. */
function candidates(): Set<string> {
  return new Set(
    sources.flatMap((source) =>
      namespacesOf(source).flatMap((namespace) => spelled(source).map((word) => namespace + word)),
    ),
  );
}

function usedKeys(): (key: string) => boolean {
  const found = candidates();
  const patterns = [...found]
    // A template that is all hole would match every key there is.
    .filter((key) => key.includes(HOLE) && key !== HOLE && /^[\w.\0-]+$/.test(key))
    .map((key) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(HOLE, '[^.]+')}$`));
  return (key) => found.has(key) || patterns.some((pattern) => pattern.test(key));
}

test('every text is shown somewhere', () => {
  const isUsed = usedKeys();
  const unused = keysOf(loadMessages('zh-CN')).filter(
    (key) => !isUsed(key) && !COMPUTED.some(([pattern]) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test('the list of computed keys names none that is not there', () => {
  const keys = keysOf(loadMessages('zh-CN'));
  for (const [pattern, why] of COMPUTED)
    expect(
      keys.some((key) => pattern.test(key)),
      why,
    ).toBe(true);
});
