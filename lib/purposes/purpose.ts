import type { Endpoint } from '@/lib/wechat/rules/limits';

// Types and limits only (the check is in schema.ts), so that a form's first load holds no validator.

export const PURPOSE_NAME_MAX_CHARS = 20;
export const PURPOSE_SUMMARY_MAX_CHARS = 60;
export const NAME_TEMPLATE_MAX_CHARS = 120;
export const FIELD_LABEL_MAX_CHARS = 20;
export const FIELD_VALUE_MAX_CHARS = 80;
export const PURPOSE_FIELDS_MAX = 6;
export const PRINT_CM = { min: 2, max: 200 };

/** One thing that is asked of the person who makes the code. */
export type PurposeField = {
  /** Stable: values are kept with the code under it, and the template of the name speaks of it. */
  key: string;
  label: string;
  example: string;
  /** Its name in the scene or the query: `store` of `store=A01`. Empty: the value stands there as it is. Null: only in the name. */
  parameter: string | null;
  required: boolean;
  /** Its number goes up when another code like this one is made. */
  counts: boolean;
};

/** What a code is for: the fields that are asked, and what is made of them. */
export type PurposeDefinition = {
  name: string;
  summary: string;
  endpoint: Endpoint;
  fields: PurposeField[];
  /** Keys of fields in braces; `{shop|store}` is the first of them that is filled in. */
  nameTemplate: string;
  /** How wide it is usually printed, in centimetres. */
  printCm: number;
};

export type Purpose = PurposeDefinition & {
  /** The name of a built-in one, or the id of its row. */
  key: string;
  /** `changed`: a built-in one that an administrator has edited. */
  origin: 'builtIn' | 'changed' | 'own';
  hidden: boolean;
  /** The page that is proposed, by the id of the Mini Program. */
  pages: Record<string, string>;
};

export type FieldValues = Record<string, string>;

/** What was filled in for a code, kept with it. Its purpose may be hidden or gone by now. */
export type KeptPurpose = { key: string; values: FieldValues; printCm: number | null };

export const BUILT_IN_KEYS = ['table', 'product', 'employee', 'campaign', 'blank'] as const;
export type BuiltInKey = (typeof BUILT_IN_KEYS)[number];

/** Stands last, and takes what no other purpose describes. */
export const BLANK: BuiltInKey = 'blank';

export function isBuiltIn(key: string): key is BuiltInKey {
  return BUILT_IN_KEYS.some((known) => known === key);
}
