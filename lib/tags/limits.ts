// Apart from the schema, so that a screen that only shows a limit does not load a validator.
export const TAG_NAME_MAX_CHARS = 30;
/** As many as a list to choose from can hold. */
export const TAGS_MAX = 500;

export const TAG_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'] as const;
