import { buildPath, buildScene, isBuilt, readTarget, suggestName } from '@/lib/purposes/build';
import { followName } from '@/lib/purposes/read-name';
import type { FieldValues, Purpose } from '@/lib/purposes/purpose';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';
import { withSize } from './size-values';

// What follows from what in the short form. Each function answers with what changes and leaves alone what the person has
// written by themselves: a name, a page, a scene.

type Values = GenerateFormValues;
type Changes = Partial<Values>;

export function pageFor(purpose: Purpose, miniProgramId: string): string {
  return purpose.pages[miniProgramId] ?? '';
}

function targetOf(purpose: Purpose, fields: FieldValues, page: string): Changes {
  return { scene: buildScene(purpose, fields), path: buildPath(purpose, fields, page) };
}

/** What the fields suggest; for a code in the place of one with a name of its own, that name with what has changed. */
export function suggestedName(
  purpose: Purpose,
  { fields, replaces }: Pick<Values, 'fields' | 'replaces'>,
): string {
  if (!replaces || replaces.name === suggestName(purpose, replaces.fields))
    return suggestName(purpose, fields);
  return followName(replaces.name, replaces.fields, fields);
}

/** Whether the name is the person's own and not the one that was suggested. */
function hasOwnName(purpose: Purpose, values: Values): boolean {
  return values.name !== '' && values.name !== suggestedName(purpose, values);
}

export function withFields(purpose: Purpose, values: Values, fields: FieldValues): Changes {
  return {
    fields,
    ...(isBuilt(purpose, values.fields, values) ? targetOf(purpose, fields, values.page) : {}),
    ...(hasOwnName(purpose, values) ? {} : { name: suggestedName(purpose, { ...values, fields }) }),
  };
}

/** The page is the scene's neighbour, and the beginning of a path. */
export function withPage(purpose: Purpose, values: Values, page: string): Changes {
  const built = isBuilt(purpose, values.fields, values);
  return { page, ...(built ? targetOf(purpose, values.fields, page) : {}) };
}

/** Another Mini Program has another page, unless somebody has typed one. */
export function withApp(purpose: Purpose, values: Values, miniProgramId: string): Changes {
  const untouched = values.page === pageFor(purpose, values.miniProgramId);
  const page = untouched ? pageFor(purpose, miniProgramId) : values.page;
  return { miniProgramId, ...withPage(purpose, values, page) };
}

/** What still is as the purpose before proposed it is as the next one does. */
export function withPurpose(before: Purpose, next: Purpose, values: Values): Changes {
  const app = values.miniProgramId;
  const page = values.page === pageFor(before, app) ? pageFor(next, app) : values.page;
  const built = isBuilt(before, values.fields, values);
  return {
    purpose: next.key,
    page,
    ...(values.endpoint === before.endpoint ? { endpoint: next.endpoint } : {}),
    ...(values.printCm === before.printCm ? withSize(next.printCm) : {}),
    ...(built ? targetOf(next, values.fields, page) : {}),
    ...(hasOwnName(before, values) ? {} : { name: suggestedName(next, values) }),
  };
}

/** Scene and path by what the fields say, whatever stands there now. */
export function rebuilt(purpose: Purpose, values: Values): Changes {
  return targetOf(purpose, values.fields, values.page);
}

/** Back from all parameters: a scene that the fields could have made becomes their values; another one stays as it is. */
export function toPurposeView(purpose: Purpose, values: Values): Changes {
  const read = readTarget(purpose, values);
  if (!read) return { view: 'purpose' };
  const fields = { ...values.fields, ...read.values };
  const name = hasOwnName(purpose, values) ? values.name : suggestedName(purpose, { ...values, fields });
  return { view: 'purpose', fields, page: read.page, name };
}
