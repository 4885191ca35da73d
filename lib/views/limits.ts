// Apart from the schema, so that a screen that only shows a limit does not load a validator.
export const VIEW_NAME_MAX_CHARS = 40;
export const VIEW_QUERY_MAX_CHARS = 4_000;
export const VIEWS_MAX = 100;
