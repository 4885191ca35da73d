// Apart from the schema, so that a screen that only shows a limit does not load a validator.
export const FOLDER_NAME_MAX_CHARS = 40;
export const FOLDERS_MAX = 200;
/** A folder with more codes is emptied first, which is a bulk action with progress and undo. */
export const FOLDER_DELETE_MAX_CODES = 2_000;
