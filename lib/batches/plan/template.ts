/** A template in pieces: text as it is, and columns whose cell is put in. */
export type TemplatePart = { text: string } | { column: string };

/** `brace`: position (1 for the first character) of a brace without its partner. */
export type ParsedTemplate = { parts: TemplatePart[] } | { brace: number };

// In this order: a doubled brace is a literal one, a column stands in single ones.
const PIECE = /\{\{|\}\}|\{([^{}]+)\}|[^{}]+/gy;

function partOf(match: RegExpExecArray): TemplatePart {
  const [piece, column] = match;
  if (column !== undefined) return { column: column.trim() };
  return { text: piece === '{{' || piece === '}}' ? piece.slice(1) : piece };
}

/** `t={table}&s={store}` in pieces; `{{` and `}}` are literal braces. */
export function parseTemplate(template: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  PIECE.lastIndex = 0;
  let end = 0;
  for (let match = PIECE.exec(template); match; match = PIECE.exec(template)) {
    parts.push(partOf(match));
    end = PIECE.lastIndex;
  }
  return end === template.length ? { parts } : { brace: end + 1 };
}

/** The columns that a template names; none of one that cannot be read. */
export function columnsOfTemplate(template: string): string[] {
  const parsed = parseTemplate(template);
  return 'parts' in parsed ? parsed.parts.flatMap((part) => ('column' in part ? [part.column] : [])) : [];
}

/** Text as a template that makes exactly it. */
export function escapeTemplate(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}
