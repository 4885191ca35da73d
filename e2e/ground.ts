import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';

/** What scripts/e2e-ground.ts answers. */
type Ground = { sandboxId: string; ids: string[]; scenes: string[]; folderId: string };

async function ask<Answer>(wanted: Record<string, string | number | boolean>): Promise<Answer> {
  const door = `http://127.0.0.1:${process.env.E2E_GROUND_PORT}`;
  const response = await fetch(door, { method: 'POST', body: JSON.stringify(wanted) });
  const text = await response.text();
  expect(response.ok, `making ground: ${text}`).toBe(true);
  return JSON.parse(text);
}

/**
 * Codes that a journey only stands on, with the scenes `<mark>-1`, `<mark>-2` …: the newest has the highest number. They
 * do not come through the form, which journeys/generate-code.spec.ts tries.
 * @returns their ids, in the same order
 */
export async function makeCodes(mark: string, count: number): Promise<string[]> {
  return (await ask<Ground>({ mark, count })).ids;
}

/** Live codes with the names `<mark>-1`, `<mark>-2` … that lead to `table=1` and so on. @returns their keys, in this order */
export async function makeLiveCodes(mark: string, count: number): Promise<string[]> {
  return (await ask<Ground>({ mark, count, live: true })).scenes;
}

/** Two live codes as above, in a folder of their own. @returns the key of the first, and the id of the folder */
export async function makeLiveFolder(mark: string): Promise<{ key: string; folderId: string }> {
  const { scenes, folderId } = await ask<Ground>({ mark, count: 2, live: true, folder: mark });
  return { key: scenes[0] ?? '', folderId };
}

let sandbox: Promise<string> | undefined;

/** The id of the sandbox that an installation comes with. */
export function sandboxId(): Promise<string> {
  sandbox ??= ask<Ground>({ mark: 'none', count: 0 }).then((ground) => ground.sandboxId);
  return sandbox;
}

/** A member of its own, for a journey after which others could not sign in as before. */
export async function makeMember(): Promise<{ email: string; password: string }> {
  const member = { email: `${randomUUID()}@suncode.test`, password: 'a sentence of their own' };
  await ask(member);
  return member;
}
