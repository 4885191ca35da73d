/** The sheet that menus, selects and popovers are drawn on. */
export const popupSurface =
  'popup-motion rounded-lg border border-border bg-surface-raised text-foreground shadow-lg outline-none';

/** One row of a menu or select. */
export const popupItem =
  'flex cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm outline-none select-none max-md:min-h-11 data-disabled:pointer-events-none data-disabled:opacity-50 data-highlighted:bg-muted dark:data-highlighted:bg-muted-strong/70 [&_svg]:shrink-0 [&_svg:not([class*=size-])]:size-4';
