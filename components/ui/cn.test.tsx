// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { twMerge } from 'tailwind-merge';
import { expect, test } from 'vitest';
import { cn } from './cn';

/** Every word in quotes that tailwind-merge takes for a class: it leaves one of two, which it does with no other word. */
function classesInSources(): string[] {
  const words = new Set(
    ['app', 'components', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /(?<!\.test|^cn)\.tsx?$/.test(entry.name))
        .flatMap((entry) => [
          ...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/(['"`])([^'"`\n]*)\1/g),
        ])
        .flatMap(([, , text = '']) => text.split(/\s+/)),
    ),
  );
  return [...words].filter((word) => word !== '' && twMerge(`${word} ${word}`) === word);
}

const classes = classesInSources();
const baseOf = (name: string) => name.replace(/^(?:[^:[(]|\[[^\]]*\]|\([^)]*\))*:/, '');

/** One of those that differ in a number only. */
function oneOfEach(names: string[]): string[] {
  return [...new Map(names.map((name) => [name.replace(/\d[\d.]*/g, '0'), name])).values()];
}

/** Pairs of which another class stays than with tailwind-merge. */
function differences(names: string[], others: (name: string) => string[]): string[] {
  return names.flatMap((first) =>
    others(first)
      // The same word twice does no harm, where a class has no values that could contradict each other.
      .filter((second) => first !== second && cn(first, second) !== twMerge(first, second))
      .map((second) => `${first} ${second}`),
  );
}

const bases = oneOfEach(classes.map(baseOf));
const letterOf = (name: string) => name.replace('-', '').charAt(0);

test('of two classes the same one stays as with tailwind-merge', () => {
  expect(bases.length).toBeGreaterThan(250);
  const alike = (first: string) => bases.filter((second) => letterOf(second) === letterOf(first));
  expect(differences(bases, alike), 'pairs that components/ui/cn.ts has no group for').toEqual([]);
});

test('of many classes the same ones stay as with tailwind-merge', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...bases), { maxLength: 24 }), (names) => {
      expect(cn(names)).toBe(twMerge(names));
    }),
    { numRuns: 3_000 },
  );
});

test('under a state only what is said of the same state counts', () => {
  const states = oneOfEach(classes.filter((name) => baseOf(name) !== name));
  expect(states.length).toBeGreaterThan(100);
  expect(differences(states, (name) => [...states.slice(0, 20), baseOf(name), `md:${baseOf(name)}`])).toEqual(
    [],
  );
});

test('classes that are unknown stay, in their order, and so do those that are important', () => {
  expect(cn('group p-2', false, ['shimmer', { 'p-4': true }], 'p-3!')).toBe('group shimmer p-4 p-3!');
  expect(cn('hover:bg-[url(a:b)]', 'hover:bg-muted', 'dark:hover:bg-surface')).toBe(
    'hover:bg-muted dark:hover:bg-surface',
  );
});
