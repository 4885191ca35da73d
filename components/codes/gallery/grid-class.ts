/**
 * Two, three or four in a row: a page of 24 always fills its last one. Apart from the grid, which is a client module:
 * the skeleton of the server would get a reference instead of this string.
 */
export const gridClass = 'grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-4';
