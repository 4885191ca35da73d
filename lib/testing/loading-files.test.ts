import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { expect, test } from 'vitest';

const CONSOLE = join('app', '(console)');

/** What these show is there at once: a redirect, and a form that reads nothing. */
const AT_ONCE = ['settings', 'settings/apps/connect'];

const roomOf = (page: string) => dirname(page).split(sep).join('/');
const isOfOne = (room: string) => room.includes('[');
const rooms = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' })
  .filter((file) => basename(file) === 'page.tsx')
  .map(roomOf);

/** The folders from a room up to the whole product. */
const above = (room: string) => room.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
const hasLoading = (room: string) => existsSync(join(CONSOLE, room, 'loading.tsx'));

test('a page that reads something has its shape to show until it stands', () => {
  const reading = rooms.filter((room) => !isOfOne(room) && !AT_ONCE.includes(room));
  expect(reading.length).toBeGreaterThan(20);
  expect(reading.filter((room) => !hasLoading(room))).toEqual([]);
});

test('nothing is streamed before a page of one thing has said whether there is such a thing', () => {
  const ofOne = rooms.filter(isOfOne);
  expect(ofOne.length).toBeGreaterThan(5);
  expect(ofOne.filter((room) => [room, ...above(room)].some(hasLoading))).toEqual([]);
});
