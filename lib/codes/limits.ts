// Apart from the schemas, so that a screen that only shows a limit does not load a validator.
export const CODE_NAME_MAX_CHARS = 80;
export const CODE_NOTE_MAX_CHARS = 500;
/** As many codes as one selection can hold when it is deleted, restored or exported. */
export const SELECTION_MAX_CODES = 1_000;

export const CODE_STATUSES = ['QUEUED', 'GENERATING', 'READY', 'FAILED'] as const;
