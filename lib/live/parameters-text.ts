/** Names and values as a Mini Program's page gets them. */
export type LiveParameters = Record<string, string>;

/** What a parameter is called that nobody gave a name: as a page that is scanned reads a scene. */
export const UNNAMED = 'scene';

/** What people type or paste: `name=value`, one a line, or a query as `a=1&b=2`, also with the page before it. */
export function readParametersText(text: string): LiveParameters {
  const query = text.trim().replace(/^[^\s=]*\?/, '');
  const isQuery = !query.includes('\n') && query.includes('&');
  const parts = (isQuery ? query.split('&') : query.split('\n')).map((part) => part.trim());
  const pairs = parts.filter((part) => part !== '').map((part) => pairOf(part, isQuery));
  return Object.fromEntries(pairs);
}

function pairOf(part: string, isQuery: boolean): [string, string] {
  const [name = '', ...rest] = part.split('=');
  const value = rest.join('=').trim();
  return [name.trim(), isQuery ? decoded(value) : value];
}

/** Percent-encoded text as it is meant; any other text as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One a line, as `readParametersText` reads it again. */
export function parametersText(parameters: LiveParameters): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}
