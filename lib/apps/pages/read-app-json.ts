import { AppError, type IssueValues } from '@/lib/errors';
import { isStorable } from '@/lib/input/text';
import { utf8Bytes } from '@/lib/wechat/rules/limits';
import type { AppJsonIssueKey } from './issues';
import { jsonFault } from './json-fault';
import { APP_JSON_MAX_KB, PAGE_MAX_BYTES, PAGES_MAX } from './limits';

/** The pages that an app.json names, each once and without a leading slash, in its order. */
export type AppPages = { pages: string[]; entryPage: string };

function refuse(key: AppJsonIssueKey, values: IssueValues = {}): AppError {
  return new AppError('INVALID_INPUT', {
    issues: [{ field: 'text', key: `appPages.issues.${key}`, values }],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, near, isComment } = jsonFault(text);
    throw refuse(isComment ? 'comment' : 'syntax', { line, near });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param list where it stands, as people find it: `pages`, `subPackages[0].pages` */
function pageOf(entry: unknown, list: string, number: number): string {
  // uni-app and the like have a pages.json of objects, and make the app.json of it.
  if (isRecord(entry)) throw refuse('pageObject', { list });
  const page = typeof entry === 'string' ? entry.replace(/^\/+/, '') : '';
  if (page === '' || !isStorable(page) || /[\s?#]/.test(page)) throw refuse('pageText', { list, number });
  return page;
}

function pagesOf(entries: unknown, list: string): string[] {
  if (!Array.isArray(entries)) throw refuse('noPages', { list });
  return entries.map((entry, index) => pageOf(entry, list, index + 1));
}

/** Both spellings are WeChat's. */
function subpackagesOf(app: Record<string, unknown>): [string, unknown][] {
  return ['subPackages', 'subpackages'].flatMap((name) => {
    const list = app[name] ?? [];
    if (!Array.isArray(list)) throw refuse('subpackage', { list: name });
    return list.map((entry, index): [string, unknown] => [`${name}[${index}]`, entry]);
  });
}

function pagesOfSubpackage([list, entry]: [string, unknown]): string[] {
  if (!isRecord(entry) || typeof entry.root !== 'string') throw refuse('subpackage', { list });
  const root = entry.root.replace(/^\/+|\/+$/g, '');
  return pagesOf(entry.pages, `${list}.pages`).map((page) => (root === '' ? page : `${root}/${page}`));
}

function requireLimits(pages: string[]): void {
  if (pages.length > PAGES_MAX) throw refuse('tooManyPages', { max: PAGES_MAX, count: pages.length });
  const long = pages.find((page) => utf8Bytes(page) > PAGE_MAX_BYTES);
  if (long !== undefined)
    throw refuse('pageTooLong', { page: long.slice(0, PAGE_MAX_BYTES), max: PAGE_MAX_BYTES });
}

/**
 * Reads the app.json of a Mini Program, subpackages too.
 * @throws AppError INVALID_INPUT that says what is missing, and where
 */
export function readAppJson(text: string): AppPages {
  const bytes = utf8Bytes(text);
  if (bytes > APP_JSON_MAX_KB * 1000)
    throw refuse('tooLarge', { max: APP_JSON_MAX_KB, actual: Math.ceil(bytes / 1000) });
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') throw refuse('empty');
  const app = parse(json);
  if (!isRecord(app)) throw refuse('notObject');
  const main = pagesOf(app.pages, 'pages');
  const [home] = main;
  if (home === undefined) throw refuse('noPages', { list: 'pages' });
  const pages = [...new Set([...main, ...subpackagesOf(app).flatMap(pagesOfSubpackage)])];
  requireLimits(pages);
  const entry = typeof app.entryPagePath === 'string' ? app.entryPagePath.replace(/^\/+/, '') : '';
  // One that names no page of the list is a mistake that WeChat's tools report.
  return { pages, entryPage: pages.includes(entry) ? entry : home };
}
