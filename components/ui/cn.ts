import { clsx, type ClassValue } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';

// tailwind-merge with the classes that the house uses: its own table of all that Tailwind has is 6 kB of every page.
// cn.test.tsx holds both against each other with every class that stands in the sources.

const any = () => true;
const isLength = (value: string) => /^(?:\d+|\[[\d.].*\])$/.test(value);
const SIZES = ['xs', 'sm', 'base', 'lg', 'xl', (value: string) => /^(?:\d?x[sl]|\[[\d.].*\])$/.test(value)];

/** A group for each: `p` takes `p-4`, whatever the value. */
const withValue = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, [{ [name]: [any] }]]));
/** The same, of classes that also stand without a value, as `grow` does. */
const alsoBare = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, [{ [name]: ['', any] }]]));
/** Of a name that says several properties: the one whose value is a width. */
const widths = (names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [`${name}-width`, [{ [name]: ['', isLength] }]]));

const DISPLAYS =
  'block inline flex grid table contents hidden flow-root inline-block inline-flex inline-grid';
const CORNERS = 't r b l s e tl tr bl br ss se es ee'.split(' ');
const SIDES = 'x y t r b l s e'.split(' ');
const named = (name: string, ends: string | string[]) => [...ends].map((end) => `${name}${end}`);
const sidedWidths = (ends: string | string[]) => [...ends].map((end) => `border-${end}-width`);

/** Groups of one name stand in the order in which their values are tried, what takes any value last. */
const classGroups = {
  display: DISPLAYS.split(' '),
  position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
  visibility: ['visible', 'invisible'],
  'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
  'flex-wrap': [{ flex: ['wrap', 'nowrap', 'wrap-reverse'] }],
  'text-align': [{ text: ['left', 'center', 'right', 'justify', 'start', 'end'] }],
  'text-wrap': [{ text: ['wrap', 'nowrap', 'balance', 'pretty'] }],
  'text-size': [{ text: SIZES }],
  'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
  'border-style': [{ border: ['solid', 'dashed', 'dotted', 'double', 'hidden', 'none'] }],
  'border-collapse': [{ border: ['collapse', 'separate'] }],
  'outline-style': [{ outline: ['none', 'hidden', 'solid', 'dashed', 'dotted'] }],
  'ring-inset': ['ring-inset'],
  'decoration-style': [{ decoration: ['solid', 'double', 'dotted', 'dashed', 'wavy'] }],
  ...widths(['border', ...named('border-', SIDES), 'outline', 'ring'].join(' ')),
  ...alsoBare(
    ['rounded', ...named('rounded-', CORNERS), 'shrink', 'grow', 'transition', 'shadow', 'resize'].join(' '),
  ),
  ...withValue(['p', ...named('p', SIDES), 'm', ...named('m', SIDES)].join(' ')),
  ...withValue('min-w max-w min-h max-h w h size gap gap-x gap-y space-x space-y basis flex order z'),
  ...withValue(
    'inset inset-x inset-y top right bottom left start end aspect object overflow overflow-x overflow-y',
  ),
  ...withValue(
    'grid-cols grid-rows col-span col-start col-end row-span row-start row-end items justify self align',
  ),
  ...withValue('text font leading tracking list line-clamp whitespace underline-offset decoration'),
  ...withValue(named('border-', SIDES).join(' ')),
  ...withValue(
    'bg drop-shadow fill stroke border outline outline-offset ring opacity accent duration delay animate',
  ),
  ...withValue(
    'translate translate-x translate-y rotate scale cursor touch pointer-events select field-sizing',
  ),
};

/** What a group settles too, so that what was said of it before no longer counts. */
const conflictingClassGroups = {
  p: named('p', SIDES),
  px: named('p', 'rlse'),
  py: named('p', 'tb'),
  m: named('m', SIDES),
  mx: named('m', 'rlse'),
  my: named('m', 'tb'),
  size: ['w', 'h'],
  gap: ['gap-x', 'gap-y'],
  flex: ['basis', 'grow', 'shrink'],
  overflow: ['overflow-x', 'overflow-y'],
  translate: ['translate-x', 'translate-y'],
  inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'start', 'end'],
  'inset-x': ['left', 'right', 'start', 'end'],
  'inset-y': ['top', 'bottom'],
  'text-size': ['leading'],
  'line-clamp': ['display', 'overflow'],
  border: named('border-', SIDES),
  'border-x': named('border-', 'rl'),
  'border-y': named('border-', 'tb'),
  'border-width': sidedWidths(SIDES),
  'border-x-width': sidedWidths('rl'),
  'border-y-width': sidedWidths('tb'),
  rounded: named('rounded-', CORNERS),
  'rounded-s': ['rounded-ss', 'rounded-es'],
  'rounded-e': ['rounded-se', 'rounded-ee'],
  'rounded-t': ['rounded-tl', 'rounded-tr'],
  'rounded-b': ['rounded-bl', 'rounded-br'],
};

const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups,
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: ['before', 'after', 'placeholder', 'file', 'marker', 'selection', '*', '**'],
}));

/** Joins class names; of two that say the same of the same state the later one stays. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
