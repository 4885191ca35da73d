import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './doors/doors';

type Row = { lines: string[]; verdict: string; why: string };

/** The lines of levels 1 and 2 in each chapter of ASVS 5.0. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

const page = readFileSync(join(ROOT, 'docs/security-checklist.md'), 'utf8');
const rows = [...page.matchAll(/^\| (\d[\d., ]*?) +\| .*? \| ([✓○—✗]) +\| (.*?) +\|$/gm)].map(
  ([, lines = '', verdict = '', why = '']): Row => ({ lines: lines.split(', '), verdict, why }),
);

test('has every line of the standard once', () => {
  const lines = rows.flatMap((row) => row.lines);
  expect(new Set(lines).size).toBe(lines.length);
  const counts = CHAPTERS.map((_, at) => lines.filter((line) => line.startsWith(`${at + 1}.`)).length);
  expect(counts).toEqual(CHAPTERS);
});

test('names a test for each line that is ticked, a reason for all others, and no file that is gone', () => {
  const files = [...page.matchAll(/`((?:lib|e2e|components|scripts)\/[^`\s]+)`/g)].map(
    ([, file = '']) => file,
  );
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  const bare = rows.filter(
    ({ verdict, why }) => why === '' || (verdict === '✓' && !/\.(?:test|spec)\.ts`/.test(why)),
  );
  expect(bare).toEqual([]);
});

test('counts them as they are', () => {
  const count = (verdict: string) =>
    rows.filter((row) => row.verdict === verdict).reduce((sum, { lines }) => sum + lines.length, 0);
  const said = ['✓', '○', '—', '✗'].map((verdict) => `${count(verdict)} ${verdict}`).join(', ');
  expect(page).toContain(`: ${said}.`);
});
