import { firstLoadKb, firstLoadScripts } from '@/lib/testing/first-load';
import type { Figure } from '../measure';
import type { Visitor } from '../visitor';
import { largestLibraries } from './libraries';

const PAGES = [
  ...['/sign-in', '/', '/codes', '/codes?view=table', '/codes/new', '/batches', '/batches/new'],
  ...[
    '/exports',
    '/exports/new?app=all',
    '/print/new?app=all',
    '/quota',
    '/settings/apps',
    '/settings/account',
  ],
];

async function weigh(visitor: Visitor, path: string): Promise<Figure> {
  const html = await (await visitor.fetch(path)).text();
  const value = await firstLoadKb(
    html,
    async (script) => new Uint8Array(await (await visitor.fetch(script)).arrayBuffer()),
  );
  return {
    name: `first-load JavaScript of ${path}`,
    value,
    unit: 'kB',
    bound: '≤ 200',
    detail: largestLibraries(firstLoadScripts(html)),
  };
}

/** The scripts of a first visit, and the libraries that weigh most in them. Signs in on the way. */
export async function weighPages(visitor: Visitor, more: string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const path of [...PAGES, ...more]) {
    if (path === '/') await visitor.signIn();
    figures.push(await weigh(visitor, path));
  }
  return figures;
}
