import { Ending } from './exit';

/** `name=value`, as an option takes it once for each. @throws Ending */
export function pairsOf(option: string, given: string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new Ending('wrongUse', `${option} takes name=value, not "${text}"`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
