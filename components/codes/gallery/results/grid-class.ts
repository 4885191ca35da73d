import type { CardSize } from '@/lib/codes/picture/look';

/**
 * Each size's cards in a row; a page of 24 always fills its last one on a wide screen. Rows of one height: the virtual list
 * reckons with it. Apart from the grid, which is a client module: the skeleton of the server would get a reference instead.
 */
export const gridClass: Record<CardSize, string> = {
  S: 'grid auto-rows-fr grid-cols-3 gap-2 sm:grid-cols-6 sm:gap-3 xl:grid-cols-8',
  M: 'grid auto-rows-fr grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 xl:grid-cols-4',
  L: 'grid auto-rows-fr grid-cols-1 gap-3 sm:grid-cols-2 sm:gap-4 xl:grid-cols-3',
};

/**
 * How many cards are drawn before the browser has measured its window: what a large screen shows at once, and no more. A phone
 * shows three rows, and its processor has to wake each card.
 */
export const FIRST_CARDS: Record<CardSize, number> = { S: 24, M: 16, L: 12 };
export const FIRST_CARDS_OF_PHONE: Record<CardSize, number> = { S: 12, M: 6, L: 3 };

/** `sizes` of the pictures on these cards. */
export const pictureWidth: Record<CardSize, string> = {
  S: '(min-width: 1280px) 104px, (min-width: 640px) 15vw, 28vw',
  M: '(min-width: 1280px) 216px, (min-width: 640px) 28vw, 36vw',
  L: '(min-width: 1280px) 300px, (min-width: 640px) 44vw, 82vw',
};
