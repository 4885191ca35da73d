import type { FieldIssue, IssueValues } from '@/lib/errors';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';
import { utf8Bytes } from '@/lib/wechat/rules/limits';
import { encodeScene } from '@/lib/wechat/rules/scene-encoding';
import type { BatchIssueKey } from '@/lib/batches/issues';
import type { Encoding, FieldSource, RowField } from '@/lib/batches/plan/plan';
import { parseTemplate, type TemplatePart } from '@/lib/batches/plan/template';

/**
 * What a field of one row says: `issues` only when it cannot be told, `plain` what people read where `text` is encoded.
 */
export type Resolved = { text: string; plain?: string; issues: FieldIssue[] };
export type Resolver = (cells: string[]) => Resolved;

/** What Excel writes into a cell whose formula failed; each of them would be a legal scene. */
const CELL_ERROR = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;

/** base64url takes four characters for three bytes. */
const SCENE_TEXT_MAX_BYTES = (SCENE_MAX_CHARS / 4) * 3;

/** The encodings that each field can be written with. */
export const FIELD_ENCODINGS: Partial<Record<RowField, Encoding>> = { scene: 'base64url', path: 'percent' };

type Target = { field: RowField; columns: string[] };

function issue(field: string, key: BatchIssueKey, values: IssueValues = {}): FieldIssue {
  return { field, key: `batchIssues.${key}`, values };
}

function cellOf(cells: string[], index: number, { field, columns }: Target): Resolved {
  const text = (cells[index] ?? '').trim();
  if (!CELL_ERROR.test(text)) return { text, issues: [] };
  return { text, issues: [issue(field, 'cellError', { column: columns[index] ?? '', value: text })] };
}

function pieceOf(part: TemplatePart, cells: string[], target: Target & { percent: boolean }): Resolved {
  if ('text' in part) return { text: part.text, issues: [] };
  const { text, issues } = cellOf(cells, target.columns.indexOf(part.column), target);
  if (text === '') return { text, issues: [issue(target.field, 'emptyCell', { column: part.column })] };
  return { text: target.percent ? encodeURIComponent(text) : text, issues };
}

function fromTemplate(parts: TemplatePart[], target: Target & { percent: boolean }): Resolver {
  return (cells) => {
    const pieces = parts.map((part) => pieceOf(part, cells, target));
    return { text: pieces.map(({ text }) => text).join(''), issues: pieces.flatMap(({ issues }) => issues) };
  };
}

/** Writes a finished scene in characters that a scene may hold. */
function inSceneCharacters(resolve: Resolver, field: RowField): Resolver {
  return (cells) => {
    const { text, issues } = resolve(cells);
    if (text === '' || issues.length > 0) return { text, issues };
    const encoded = encodeScene(text);
    if (encoded !== null) return { text: encoded, plain: text, issues };
    const values = { max: SCENE_TEXT_MAX_BYTES, actual: utf8Bytes(text) };
    return { text, issues: [issue(field, 'sceneTextTooLong', values)] };
  };
}

function plainResolver(source: FieldSource, target: Target): Resolver | FieldIssue[] {
  const { field, columns } = target;
  if (source.from === 'fixed') return () => ({ text: source.value.trim(), issues: [] });
  if (source.from === 'column') {
    const isThere = source.column < columns.length;
    if (!isThere) return [issue(field, 'columnMissing', { column: source.column + 1 })];
    return (cells) => cellOf(cells, source.column, target);
  }
  const parsed = parseTemplate(source.template);
  if ('brace' in parsed) return [issue(field, 'templateBrace', { position: parsed.brace })];
  const unknown = parsed.parts.flatMap((part) =>
    'column' in part && !columns.includes(part.column) ? [part.column] : [],
  );
  if (unknown.length > 0) return unknown.map((name) => issue(field, 'templateColumn', { name }));
  return fromTemplate(parsed.parts, { ...target, percent: source.encode === 'percent' });
}

/**
 * How a field is made out of a row's cells, or what is wrong with the plan for it: an unknown column, a brace without its
 * partner, an encoding that this field does not have.
 */
export function resolverOf(source: FieldSource, target: Target): Resolver | FieldIssue[] {
  const encode = source.from === 'fixed' ? undefined : source.encode;
  if (encode !== undefined && FIELD_ENCODINGS[target.field] !== encode)
    return [issue(target.field, 'encodingUnfit')];
  const resolver = plainResolver(source, target);
  if (Array.isArray(resolver) || encode !== 'base64url') return resolver;
  return inSceneCharacters(resolver, target.field);
}
