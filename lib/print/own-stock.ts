// Paper and labels that somebody measured themselves. Millimetres.

export const OWN_KINDS = ['labels', 'paper'] as const;

/** `labels`: a grid that is cut already, `left` and `top` before its first label; `paper`: as many pieces as there is room for within margins of `left` and `top`. */
export type OwnStock = {
  kind: (typeof OWN_KINDS)[number];
  /** As it is kept for the team; empty where it is not. */
  name: string;
} & Record<OwnField, number>;

/** As large as printers of large sheets and rolls take. */
export const OWN_LIMITS = {
  width: { min: 15, max: 620 },
  height: { min: 15, max: 900 },
  left: { min: 0, max: 100 },
  top: { min: 0, max: 100 },
  columns: { min: 1, max: 40 },
  rows: { min: 1, max: 60 },
  labelWidth: { min: 10, max: 620 },
  labelHeight: { min: 10, max: 900 },
  gapX: { min: 0, max: 100 },
  gapY: { min: 0, max: 100 },
} as const;
export type OwnField = keyof typeof OWN_LIMITS;

/** Labels of one sheet. */
const OWN_LABELS_MAX = 200;
export const STOCK_NAME_MAX_CHARS = 60;
/** Kept for a team. */
export const STOCKS_MAX = 100;

const PAPER_FIELDS = ['width', 'height', 'left', 'top'] as const;
const LABEL_FIELDS = [
  ...PAPER_FIELDS,
  ...(['columns', 'rows', 'labelWidth', 'labelHeight', 'gapX', 'gapY'] as const),
] as const;

/** What a kind is described by. */
export function fieldsOf(kind: OwnStock['kind']): readonly OwnField[] {
  return kind === 'paper' ? PAPER_FIELDS : LABEL_FIELDS;
}

export const USUAL_OWN: OwnStock = {
  ...{ kind: 'labels', name: '', width: 210, height: 297, left: 10, top: 13.5 },
  ...{ columns: 3, rows: 9, labelWidth: 63, labelHeight: 30, gapX: 0.5, gapY: 0 },
};

/** Its text stands under `exports.issues`. */
export type OwnIssue = {
  field: OwnField;
  key: 'ownRange' | 'ownTooWide' | 'ownTooHigh' | 'ownTooMany';
  values: Record<string, number>;
};

const isInteger = (field: OwnField) => field === 'columns' || field === 'rows';

function outOfRange(own: OwnStock): OwnIssue[] {
  return fieldsOf(own.kind).flatMap((field) => {
    const value = own[field];
    const { min, max } = OWN_LIMITS[field];
    const isGood = value >= min && value <= max && (!isInteger(field) || Number.isInteger(value));
    return isGood ? [] : [{ field, key: 'ownRange' as const, values: { min, max } }];
  });
}

/** Figures of rulers and inches are not exact. */
const DUST_MM = 0.01;

/** What has to be left of paper between its margins. */
const LEAST_MM = 10;

const tenth = (mm: number) => Math.round(mm * 10) / 10;

/** What labels take from the edge on, in millimetres. */
function takes(own: OwnStock) {
  return {
    x: own.left + own.columns * own.labelWidth + (own.columns - 1) * own.gapX,
    y: own.top + own.rows * own.labelHeight + (own.rows - 1) * own.gapY,
  };
}

function outOfPaper(own: OwnStock): OwnIssue[] {
  const used = own.kind === 'paper' ? { x: 2 * own.left + LEAST_MM, y: 2 * own.top + LEAST_MM } : takes(own);
  const issues: OwnIssue[] = [];
  const of = own.kind === 'paper' ? (['left', 'top'] as const) : (['columns', 'rows'] as const);
  if (used.x > own.width + DUST_MM)
    issues.push({ field: of[0], key: 'ownTooWide', values: { used: tenth(used.x), max: own.width } });
  if (used.y > own.height + DUST_MM)
    issues.push({ field: of[1], key: 'ownTooHigh', values: { used: tenth(used.y), max: own.height } });
  return issues;
}

function tooMany(own: OwnStock): OwnIssue[] {
  const count = own.columns * own.rows;
  if (own.kind === 'paper' || count <= OWN_LABELS_MAX) return [];
  return [{ field: 'rows', key: 'ownTooMany', values: { count, max: OWN_LABELS_MAX } }];
}

/** What is wrong with it, by the field; for the form and the use case alike. */
export function ownProblems(own: OwnStock): OwnIssue[] {
  const range = outOfRange(own);
  return range.length > 0 ? range : [...outOfPaper(own), ...tooMany(own)];
}
