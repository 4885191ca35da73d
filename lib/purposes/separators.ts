/** The signs that part parameters: a value with one of them would be read as two. */
const SEPARATORS = /[&=]/g;

export function separatorsIn(value: string): string[] {
  return value.match(SEPARATORS) ?? [];
}
