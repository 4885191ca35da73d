/** Where what is wrong stands, for who sees the button and not the list. */
export const PROBLEMS_ID = 'print-problems';
