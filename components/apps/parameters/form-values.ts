import type { DeclaredPage, DeclaredParameter } from '@/lib/apps/parameters/declaration';
import type { DeclareInput } from '@/lib/apps/parameters/schema';

/** `choices` one a line; `isSaved`: codes may be printed with it. */
export type ParameterValues = Omit<DeclaredParameter, 'choices'> & { choices: string; isSaved: boolean };
export type DeclareValues = { page: string; parameters: ParameterValues[] };

export const NEW_PARAMETER: ParameterValues = {
  ...{ name: '', short: '', type: 'text', choices: '' },
  ...{ isCompact: false, isRequired: false, isRemoved: false, isSaved: false },
};

export function toDeclareValues(declared: DeclaredPage | null): DeclareValues {
  if (!declared) return { page: '', parameters: [NEW_PARAMETER] };
  const saved = declared.parameters.map((parameter) => ({
    ...parameter,
    choices: parameter.choices.join('\n'),
    isSaved: true,
  }));
  return { page: declared.page, parameters: saved };
}

export const toDeclareInput = ({ page, parameters }: DeclareValues): DeclareInput => ({
  page,
  parameters: parameters.map(({ isSaved: _, choices, ...parameter }) => ({
    ...parameter,
    // What was chosen before the type was changed is not sent.
    isCompact: parameter.isCompact && (parameter.type === 'number' || parameter.type === 'choice'),
    choices:
      parameter.type === 'choice'
        ? choices.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
        : [],
  })),
});

/** The names that an error may come back under. */
export const declareFields = ({ parameters }: DeclareValues) =>
  [
    'page' as const,
    ...parameters.flatMap((_, at) => [
      `parameters.${at}.name` as const,
      `parameters.${at}.short` as const,
      `parameters.${at}.choices` as const,
    ]),
  ] as const;
