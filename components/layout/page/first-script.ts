import { THEME_SCRIPT } from '@/lib/users/theme';

/**
 * React shows what streamed in after a skeleton no sooner than 300 ms after the skeleton was painted, so that a page of many
 * skeletons does not flicker. Ours have one, and its page is mostly there by then. `$RT` is where React's own inline script
 * remembers when it last painted; should it be called otherwise one day, the page waits again.
 */
const REVEAL_AT_ONCE = "Object.defineProperty(window,'$RT',{get:()=>-300,set(){}});";

/** Runs before anything of the page is drawn. */
export const FIRST_SCRIPT = REVEAL_AT_ONCE + THEME_SCRIPT;
