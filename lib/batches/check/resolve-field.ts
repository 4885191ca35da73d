import type { FieldIssue } from '@/lib/errors';
import { SCENE_MAX_CHARS, utf8Bytes } from '@/lib/wechat/rules/limits';
import { encodeScene } from '@/lib/wechat/rules/scene-encoding';
import { FIELD_ENCODINGS, type FieldSource, type RowField } from '@/lib/batches/plan/plan';
import { columnsOfTemplate, type TemplatePart, type TemplatePiece } from '@/lib/batches/plan/template';
import {
  cellOf,
  columnResolver,
  fittingParts,
  issue,
  isThere,
  type Resolved,
  type Resolver,
  type ResolverRow,
  type Target,
} from './cell';
import { mend, written } from './mend';
import { liveResolver } from './resolve-live';

/** base64url takes four characters for three bytes. */
const SCENE_TEXT_MAX_BYTES = (SCENE_MAX_CHARS / 4) * 3;

/** A piece of a template; `isValue` where a scene has it as the value of a parameter, as in `t={table}`. */
type Piece = { piece: TemplatePiece; isValue: boolean };
/** Pieces that are there together. */
type Part = { part: TemplatePart; pieces: Piece[] };

/** Behind a `=` stands a value, up to the next `&`. */
function partsOf(parts: TemplatePart[], field: RowField): Part[] {
  let before = '';
  const read = (piece: TemplatePiece): Piece => {
    const isValue = field === 'scene' && /=[^&]*$/.test(before);
    if ('text' in piece) before += piece.text;
    return { piece, isValue };
  };
  return parts.map((part) => ({ part, pieces: ('optional' in part ? part.optional : [part]).map(read) }));
}

/** Whether it would make two parameters of one, also once the scene is mended: a full-width `＆` is a `&` then. */
const isParted = (text: string) => (mend('scene', text)?.after ?? text).includes('&');

function resolvePiece(
  { piece, isValue }: Piece,
  row: ResolverRow,
  target: Target & { percent: boolean },
): Resolved {
  if ('text' in piece) return { text: piece.text, issues: [] };
  const { column } = piece;
  const { text, issues } = cellOf(row, target.columns.indexOf(column), target);
  if (text === '') return { text, issues: [issue(target.field, 'emptyCell', { column })] };
  if (isValue && isParted(text))
    return { text, issues: [...issues, issue(target.field, 'separator', { column })] };
  return { text: target.percent ? encodeURIComponent(text) : text, issues };
}

function fromTemplate(parts: TemplatePart[], target: Target & { percent: boolean }): Resolver {
  const all = partsOf(parts, target.field);
  return (row) => {
    const there = all
      .filter(({ part }) => isThere(part, row, target.columns))
      .flatMap(({ pieces }) => pieces);
    const resolved = there.map((piece) => resolvePiece(piece, row, target));
    return {
      text: resolved.map(({ text }) => text).join(''),
      issues: resolved.flatMap(({ issues }) => issues),
    };
  };
}

/** Writes a finished scene in characters that a scene may hold. */
function inSceneCharacters(resolve: Resolver, field: RowField): Resolver {
  return (row) => {
    const { text, issues } = resolve(row);
    if (text === '' || issues.length > 0) return { text, issues };
    const encoded = encodeScene(text);
    if (encoded !== null) return { text: encoded, plain: text, issues };
    const values = { max: SCENE_TEXT_MAX_BYTES, actual: utf8Bytes(text) };
    return { text, issues: [issue(field, 'sceneTextTooLong', values)] };
  };
}

/** The columns that a source is made of, by their positions. */
export function columnsOfSource(source: FieldSource | undefined, columns: string[]): number[] {
  if (source?.from === 'column') return [source.column];
  if (source?.from !== 'template') return [];
  return columnsOfTemplate(source.template).map((name) => columns.indexOf(name));
}

/** The same row with plain characters in these columns: `３ 9` of a mended scene is called `39` too. */
export function withWrittenCells<Row extends ResolverRow>(row: Row, columns: number[]): Row {
  return { ...row, cells: row.cells.map((cell, at) => (columns.includes(at) ? written(cell) : cell)) };
}

function plainResolver(source: FieldSource, target: Target): Resolver | FieldIssue[] {
  if (source.from === 'fixed') return () => ({ text: source.value.trim(), issues: [] });
  if (source.from === 'column') return columnResolver(source.column, target);
  const found = fittingParts(source.template, target);
  if ('wrong' in found) return found.wrong;
  return fromTemplate(found.parts, { ...target, percent: source.encode === 'percent' });
}

/**
 * How a field is made out of a row's cells, or what is wrong with the plan for it: an unknown column, a brace without its
 * partner, an encoding that this field does not have.
 */
export function resolverOf(source: FieldSource, target: Target): Resolver | FieldIssue[] {
  const encode = source.from === 'fixed' ? undefined : source.encode;
  if (encode !== undefined && FIELD_ENCODINGS[target.field] !== encode)
    return [issue(target.field, 'encodingUnfit')];
  if (target.field === 'liveParameters') return liveResolver(source, target);
  const resolver = plainResolver(source, target);
  if (Array.isArray(resolver) || encode !== 'base64url') return resolver;
  return inSceneCharacters(resolver, target.field);
}
