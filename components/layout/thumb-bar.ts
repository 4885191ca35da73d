/** Around the button that ends a long form: on phones always in reach of the thumb, above the navigation. The form keeps `thumbRoom` free. */
export const thumbBar =
  'thumb:fixed thumb:inset-x-0 thumb:bottom-[calc(4rem+env(safe-area-inset-bottom,0px))] thumb:z-20 thumb:border-t thumb:border-border thumb:bg-surface/95 thumb:px-4 thumb:py-2.5 thumb:backdrop-blur-md';
export const thumbRoom = 'thumb:pb-16';
