/** A piece of a template: text as it is, or a column whose cell is put in. */
export type TemplatePiece = { text: string } | { column: string };

/** `optional`: pieces that are left out together where a cell of theirs is empty. */
export type TemplatePart = TemplatePiece | { optional: TemplatePiece[] };

/** `brace`: position (1 for the first character) of a brace without its partner. */
export type ParsedTemplate = { parts: TemplatePart[] } | { brace: number };

// In this order: a doubled brace is a literal one, a column stands in single ones, pieces with a column in `{?…}`.
const PIECE = /\{\{|\}\}|\{([^{}]+)\}|[^{}]+/g;
const PART = /\{\{|\}\}|\{([^{}]+)\}|\{\?((?:\{\{|\}\}|\{[^{}]+\}|[^{}])+)\}|[^{}]+/gy;

function pieceOf([piece, column]: RegExpExecArray): TemplatePiece {
  if (column !== undefined) return { column: column.trim() };
  return { text: piece === '{{' || piece === '}}' ? piece.slice(1) : piece };
}

function partOf(match: RegExpExecArray): TemplatePart {
  const optional = match[2];
  return optional === undefined
    ? pieceOf(match)
    : { optional: [...optional.matchAll(PIECE)].map((piece) => pieceOf(piece)) };
}

/** `t={table}{?&s={store}}` in pieces; `{{` and `}}` are literal braces, what stands in `{?…}` is left out where a cell of it is empty. */
export function parseTemplate(template: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  PART.lastIndex = 0;
  let end = 0;
  for (let match = PART.exec(template); match; match = PART.exec(template)) {
    parts.push(partOf(match));
    end = PART.lastIndex;
  }
  return end === template.length ? { parts } : { brace: end + 1 };
}

function columnsOf(template: string, piecesOf: (part: TemplatePart) => TemplatePiece[]): string[] {
  const parsed = parseTemplate(template);
  const pieces = 'parts' in parsed ? parsed.parts.flatMap(piecesOf) : [];
  return pieces.flatMap((piece) => ('column' in piece ? [piece.column] : []));
}

/** The columns that a template names; none of one that cannot be read. */
export function columnsOfTemplate(template: string): string[] {
  return columnsOf(template, (part) => ('optional' in part ? part.optional : [part]));
}

/** Those of them that a row may lack. */
export function optionalColumns(template: string): string[] {
  return columnsOf(template, (part) => ('optional' in part ? part.optional : []));
}

/** Text as a template that makes exactly it. */
export function escapeTemplate(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}
