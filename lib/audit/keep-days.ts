/** What the page offers; 0: for ever. China’s Cybersecurity Law (2017, article 21) asks network operators to keep such logs for six months or more. */
export const KEEP_DAYS = [90, 180, 365, 730, 0];
