export const PASSWORD_MIN_CHARS = 10;
/** argon2 takes more, but a form field of megabytes is an attack and not a password. */
export const PASSWORD_MAX_CHARS = 200;
