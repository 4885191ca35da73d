import { expect } from '@playwright/test';

/** What scripts/e2e-ground.ts answers. */
type Ground = { sandboxId: string; ids: string[] };

async function ask(mark: string, count: number): Promise<Ground> {
  const door = `http://127.0.0.1:${process.env.E2E_GROUND_PORT}`;
  const response = await fetch(door, { method: 'POST', body: JSON.stringify({ mark, count }) });
  const text = await response.text();
  expect(response.ok, `making ${count} codes: ${text}`).toBe(true);
  return JSON.parse(text);
}

/**
 * Codes that a journey only stands on, with the scenes `<mark>-1`, `<mark>-2` …: the newest has the highest number. They
 * do not come through the form, which journeys/generate-code.spec.ts tries.
 * @returns their ids, in the same order
 */
export async function makeCodes(mark: string, count: number): Promise<string[]> {
  return (await ask(mark, count)).ids;
}

let sandbox: Promise<string> | undefined;

/** The id of the sandbox that an installation comes with. */
export function sandboxId(): Promise<string> {
  sandbox ??= ask('none', 0).then((ground) => ground.sandboxId);
  return sandbox;
}
