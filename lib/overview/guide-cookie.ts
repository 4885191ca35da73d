// Apart from the actions, whose file may export nothing else.

/** Set to `hidden` by who does not want to see the first steps. */
export const GUIDE_COOKIE = 'suncode_guide';
