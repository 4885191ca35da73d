/** The first thing that is wrong with a field, or with a part of it. */
export function errorOf(fields: Record<string, string>, field: string): string | undefined {
  return Object.entries(fields).find(([name]) => name === field || name.startsWith(`${field}.`))?.[1];
}
