export const PASSWORD_MIN_CHARS = 10;
/** Addresses that one invitation takes. */
export const INVITED_MAX = 100;
/** Mini Programs that can be chosen for one member. */
export const SEEN_APPS_MAX = 500;
/** Days that an invitation is open, and hours that a link for a new password is. */
export const INVITATION_DAYS = 7;
export const RESET_HOURS = 24;
/** argon2 takes more, but a form field of megabytes is an attack and not a password. */
export const PASSWORD_MAX_CHARS = 200;
/** More than any browser sends. */
export const PASSKEY_ANSWER_MAX_CHARS = 20_000;
