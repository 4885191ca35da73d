/**
 * Around the button that ends a long form: on phones always in reach of the thumb, in the place of the
 * navigation (bottom-bar.tsx): two bars take a fifth of the screen, and there is one thing to do. The form keeps `thumbRoom` free.
 */
export const thumbBar =
  'thumb-bar thumb:fixed thumb:inset-x-0 thumb:bottom-0 thumb:z-20 thumb:border-t thumb:border-border thumb:bg-surface thumb:px-4 thumb:pt-2.5 thumb:pb-[calc(0.625rem+env(safe-area-inset-bottom,0px))]';
export const thumbRoom = 'thumb:pb-16';
