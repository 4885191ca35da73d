import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The doors of Suncode, found on disk: whoever adds one cannot forget it.

export const ROOT = join(import.meta.dirname, '../../..');

/** The files below a folder whose path matches, with `/` whatever the system. */
export function filesUnder(folder: string, name: RegExp): string[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return found.map((file) => file.replaceAll('\\', '/')).filter((file) => name.test(file));
}

const placeOf = (file: string) => file.replace(/\/?(?:route|page)\.tsx?$/, '');

/** Places below `app`: `api/codes/[codeId]/image` */
export const ROUTES = filesUnder('app', /(?:^|\/)route\.ts$/)
  .map(placeOf)
  .toSorted();
/** Answered before Next, by what `scripts/serve.ts` hangs in front of it: `r/[key]` */
export const FRONT = filesUnder('lib', /\.ts$/).flatMap((file) => {
  const source = readFileSync(join(ROOT, 'lib', file), 'utf8');
  if (!/^ {2}answers\(request: IncomingMessage/m.test(source)) return [];
  const places = /_PLACES = \[(.*)\] as const/.exec(source)?.[1];
  if (places === undefined) throw new Error(`lib/${file} does not say what it answers`);
  return [...places.matchAll(/'\/([^']+)'/g)].map(([, place = '']) => place);
});
/** Places below `app`: `(console)/codes/new` */
export const PAGES = filesUnder('app', /(?:^|\/)page\.tsx$/)
  .map(placeOf)
  .toSorted();
/** Files below `lib` whose exports are server actions. */
export const ACTION_FILES = filesUnder('lib', /actions\.ts$/).toSorted();

/** `codes/actions#generateCodeAction` */
export const ACTIONS = ACTION_FILES.flatMap((file) => {
  const source = readFileSync(join(ROOT, 'lib', file), 'utf8');
  const names = [...source.matchAll(/^export (?:const|async function) (\w+)/gm)].map(([, name = '']) => name);
  return names.map((name) => `${file.replace(/\.ts$/, '')}#${name}`);
});

export const paramNames = (place: string): string[] =>
  [...place.matchAll(/\[(?:\.{3})?(\w+)\]/g)].map(([, name = '']) => name);

/** What Next throws to lead somewhere else, or to say that there is nothing. */
export function isNavigation(error: unknown): error is { digest: string } {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : '';
  return typeof digest === 'string' && digest.startsWith('NEXT_');
}

type Element = { type: unknown; props: { children?: unknown } };
type Visit = (element: Element) => void;

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'type' in node && 'props' in node;

/** Runs the parts of a page that read, as the server does: those that are asynchronous. @param visit sees every element */
export async function renderPage(node: unknown, visit: Visit = () => undefined): Promise<void> {
  if (Array.isArray(node)) for (const child of node) await renderPage(child, visit);
  if (!isElement(node)) return;
  visit(node);
  const { type, props } = node;
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction')
    await renderPage(await type(props), visit);
  await renderPage(props.children, visit);
}
