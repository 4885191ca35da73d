import type { Messages } from './messages';

/** A room of the catalogue, or a part of it; of the refusals of WeChat the titles alone, which lists show. */
export type TextPath =
  | { [Room in keyof Messages]: Room | `${Room}.${Extract<keyof Messages[Room], string>}` }[keyof Messages]
  | 'wechat.errors.*.title';

/** A part of a catalogue. Compiled messages are texts or lists. */
export type SentTexts = { [key: string]: unknown };

const isBranch = (value: unknown): value is SentTexts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function pick(value: unknown, steps: string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || !isBranch(value)) return value;
  const keys = step === '*' ? Object.keys(value) : [step];
  return Object.fromEntries(keys.map((key) => [key, pick(value[key], rest)]));
}

/** Both together; what only one of them has is in it as well. */
export function joinTexts(first: SentTexts, second: SentTexts): SentTexts {
  const joined: SentTexts = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const other = joined[key];
    joined[key] = isBranch(other) && isBranch(value) ? joinTexts(other, value) : value;
  }
  return joined;
}

/** What the paths name, in the shape of the catalogue. */
export function pickTexts(messages: SentTexts, paths: readonly TextPath[]): SentTexts {
  return paths.reduce<SentTexts>((picked, path) => {
    const part = pick(messages, path.split('.'));
    return isBranch(part) ? joinTexts(picked, part) : picked;
  }, {});
}
