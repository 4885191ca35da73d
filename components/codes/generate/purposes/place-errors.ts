import { isBuilt } from '@/lib/purposes/build';
import { findProblems, type FieldProblem } from '@/lib/purposes/problems';
import type { Purpose, PurposeField } from '@/lib/purposes/purpose';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';

type Texts = Record<string, string>;

export type ErrorPlaces = {
  /** The purpose that is chosen, if there is one. */
  purpose: Purpose | undefined;
  pathMaxBytes: number;
  problemText: (field: PurposeField, problem: FieldProblem) => string;
};

/** What the server names as it is sent, by the names of the form. */
function toFormNames(texts: Texts): Texts {
  const names = Object.entries(texts).map(([name, text]) => {
    if (name === 'purpose.printCm') return ['width', text];
    if (name.startsWith('live.')) return ['liveParameters', text];
    return [name.replace(/^purpose\.values\./, 'fields.'), text];
  });
  return Object.fromEntries(names);
}

/**
 * Texts about what is wrong, by the field that shows them. In the short form a scene is made of fields: what is wrong
 * with it is said at one of them, in its words.
 */
export function placeErrors(texts: Texts, values: GenerateFormValues, places: ErrorPlaces): Texts {
  const { purpose, pathMaxBytes, problemText } = places;
  const { sceneFault } = values;
  const named: Texts = { ...toFormNames(texts), ...(sceneFault && { scene: sceneFault }) };
  if (!purpose || values.view !== 'purpose' || !isBuilt(purpose, values.fields, values)) return named;
  const { endpoint, page } = values;
  const problems = findProblems(purpose, values.fields, { endpoint, page, pathMaxBytes });
  const told = purpose.fields.flatMap((field) => {
    const problem = problems[field.key];
    return problem ? [[`fields.${field.key}`, problemText(field, problem)] as const] : [];
  });
  const { scene, path, ...rest } = named;
  if (told.length > 0) return { ...Object.fromEntries(told), ...rest };
  return { ...leftOver(purpose, scene, path), ...rest };
}

/** What no field is to blame for, such as a page in the path that is none. */
function leftOver(purpose: Purpose, scene: string | undefined, path: string | undefined): Texts {
  const first = purpose.fields.find(({ parameter }) => parameter !== null);
  return { ...(scene && first && { [`fields.${first.key}`]: scene }), ...(path && { page: path }) };
}
