import { literalPattern } from '@/lib/input/literal-pattern';
import { parseTemplate, type TemplatePiece } from './template';

/**
 * What a text that a template made says of the columns. Columns that a row lacks are left out.
 * @returns null where it does not say it for sure
 */
export function readTemplate(template: string, text: string): Map<string, string> | null {
  const parsed = parseTemplate(template);
  if (!('parts' in parsed)) return null;
  const columns: string[] = [];
  const patternOf = (piece: TemplatePiece): string => {
    if ('text' in piece) return literalPattern(piece.text);
    const known = columns.indexOf(piece.column);
    if (known !== -1) return `\\${known + 1}`;
    columns.push(piece.column);
    return '(.+?)';
  };
  const pattern = parsed.parts
    .map((part) => ('optional' in part ? `(?:${part.optional.map(patternOf).join('')})?` : patternOf(part)))
    .join('');
  // Nothing says where one of them ends and the other begins.
  if (pattern.includes('(.+?)(.+?)')) return null;
  const match = new RegExp(`^${pattern}$`, 'u').exec(text);
  if (!match) return null;
  return new Map(
    columns.flatMap((column, at) => (match[at + 1] === undefined ? [] : [[column, match[at + 1] ?? '']])),
  );
}
