import { format } from 'oxfmt';
import rules from '@/.oxfmtrc.json';

/** What `npm run format` would make of a written file. */
export async function formatted(file: string, text: string): Promise<string> {
  const { code, errors } = await format(file, text, rules);
  if (errors.length > 0) throw new Error(`${file} cannot be formatted: ${JSON.stringify(errors)}`);
  return code;
}
