export const PASSKEY_NAME_MAX_CHARS = 60;
/** Of one person. */
export const PASSKEYS_MAX = 20;
