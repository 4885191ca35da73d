import type { CreateDraftInput } from '@/lib/batches/draft/draft-types';
import { DEFAULT_LOOK, type BatchPlan, type FieldSource, type RowField } from '@/lib/batches/plan/plan';

/** A file as a browser sends it. */
function fileOf(content: string | Uint8Array<ArrayBuffer>, name = '桌码.csv'): File {
  return new File([content], name);
}

export function fileDraft(
  miniProgramId: string,
  content: string | Uint8Array<ArrayBuffer>,
): CreateDraftInput {
  return { miniProgramId, source: { kind: 'file', file: fileOf(content) } };
}

/** A plan for `getwxacodeunlimit` whose scene is the first column, unless `fields` say otherwise. */
export function planOf(
  fields: Partial<Record<RowField, FieldSource | undefined>> = {},
  overrides: Partial<BatchPlan> = {},
): BatchPlan {
  const scene: FieldSource = { from: 'column', column: 0 };
  return {
    endpoint: 'getwxacodeunlimit',
    fields: { scene, ...fields },
    look: DEFAULT_LOOK,
    policy: 'skip',
    ...overrides,
  };
}
