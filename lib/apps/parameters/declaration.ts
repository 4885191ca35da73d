// Types and limits only, so that a form can show them without a validator.

export const PARAMETER_TYPES = ['text', 'number', 'switch', 'choice'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A parameter that a page of a Mini Program takes. */
export type DeclaredParameter = {
  /** As code reads it; a scene that says it so is readable, and its value stands there as it is. */
  name: string;
  /** As it stands in scenes that are packed; empty: by its name. */
  short: string;
  type: ParameterType;
  /** Behind the short name a whole number stands in base62, and a choice as its place in the list. */
  isCompact: boolean;
  /** What a choice may be, in the order that never changes. */
  choices: string[];
  isRequired: boolean;
  /** No form asks for it any more; what was printed with it is still read. */
  isRemoved: boolean;
};

export type DeclaredPage = { page: string; parameters: DeclaredParameter[] };

/** Of one page, with those that were removed. */
export const DECLARED_MAX = 30;
/** Of one Mini Program. */
export const DECLARED_PAGES_MAX = 200;
export const NAME_MAX_CHARS = 32;
export const SHORT_MAX_CHARS = 8;
export const CHOICES_MAX = 60;
export const CHOICE_MAX_CHARS = 40;

/** What forms ask for. */
export const askedOf = (parameters: readonly DeclaredParameter[]): DeclaredParameter[] =>
  parameters.filter(({ isRemoved }) => !isRemoved);

/** What stands before the `=` of a packed scene. */
export const keyOf = ({ name, short }: Pick<DeclaredParameter, 'name' | 'short'>): string => short || name;

/** Short and in no language, for the record of changes: `table(t) number 62!`. */
export function declaredText(parameters: readonly DeclaredParameter[]): string {
  return parameters
    .map(({ name, short, type, isCompact, choices, isRequired, isRemoved }) => {
      const how = choices.length > 0 ? `${type} ${choices.join('|')}` : type;
      const marks = `${isCompact ? ' 62' : ''}${isRequired ? '!' : ''}`;
      return `${isRemoved ? '−' : ''}${short === '' ? name : `${name}(${short})`} ${how}${marks}`;
    })
    .join('\n');
}
