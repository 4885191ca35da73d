/** The parts of `buttonVariants` for pages that should carry no more of it: fault pages, which every page has, and the gallery's first moment. */
export const buttonBase = [
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap focus-ring select-none',
  'transition-[background-color,border-color,color,box-shadow] duration-150',
  'disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-60',
  '[&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*=size-])]:size-4',
];

export const buttonPrimary = 'bg-primary text-primary-foreground shadow-xs hover:bg-primary-hover';
export const buttonMedium = 'h-9 px-3.5 text-sm max-md:h-11 max-md:px-4';
export const buttonSmall = 'h-8 px-3 text-[0.8125rem] max-md:h-11 max-md:px-3.5';

export const primaryButton = [...buttonBase, buttonPrimary, buttonMedium].join(' ');
