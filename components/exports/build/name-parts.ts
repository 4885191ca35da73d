import { parseTemplate } from '@/lib/exports/names/name-template';
import { DEFAULT_NAMES } from '@/lib/exports/options';

/** `folder`: a token that begins the names and makes their folders; empty for none. */
export type NameParts = { folder: string; name: string };

/** The tokens that are offered as folders. A column with a brace in its name has no token. */
export function folderTokens(columns: readonly string[]): string[] {
  const nameable = columns.filter((column) => !/[{}]/.test(column));
  return ['{folder}', '{tags}', '{app}', '{date}', ...nameable.map((column) => `{col:${column}}`)];
}

/** Names that use columns of another batch begin anew. */
export function splitNames(names: string, columns: readonly string[]): NameParts {
  const template = parseTemplate(names, columns).issue ? DEFAULT_NAMES : names;
  const folder = folderTokens(columns).find((token) => template.startsWith(`${token}/`)) ?? '';
  return { folder, name: folder ? template.slice(folder.length + 1) : template };
}

export function templateOf({ folder, name }: NameParts): string {
  return folder ? `${folder}/${name}` : name;
}
