/** In the place of an id: every Mini Program. */
export const ALL_APPS = 'all';
