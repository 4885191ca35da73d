import 'server-only';
import { z } from 'zod';
import { about } from '@/lib/api/descriptions';
import { endpoint } from '@/lib/api/endpoint';
import { textsOf } from '@/lib/i18n/texts';
import type { Locale } from '@/lib/i18n/locale';
import type { Design } from '@/lib/print/design';
import { listDesigns } from '@/lib/print/designs/queries';
import { STOCKS } from '@/lib/print/sheet';
import { starters, starterWords } from '@/lib/print/starters';

const designSchema = z
  .object({
    key: z.string().meta(about('designKey')),
    name: z.string(),
    widthMm: z.number().meta(about('widthMm')),
    heightMm: z.number().meta(about('heightMm')),
    stock: z.enum(STOCKS.map(({ key }) => key)).meta(about('designStock')),
    builtIn: z.boolean().meta(about('builtIn')),
  })
  .meta({ id: 'Design' });

type Listed = Omit<z.output<typeof designSchema>, 'widthMm' | 'heightMm'>;

/** What somebody measured has no key, so paper stands for it. */
const designJson = ({ width, height }: Design, { stock, ...listed }: Listed) => ({
  ...listed,
  stock: STOCKS.some(({ key }) => key === stock) ? stock : 'a4',
  ...{ widthMm: width, heightMm: height },
});

/** In the order of the page that prints: of the team first. */
function builtInDesigns(locale: Locale) {
  const t = textsOf(locale);
  const all = starters(starterWords((word) => t(`exports.print.words.${word}`)));
  return all.map(({ key, stock, design }) =>
    designJson(design, { key, name: t(`exports.print.designs.${key}`), stock, builtIn: true }),
  );
}

export const DESIGN_ENDPOINTS = [
  endpoint({
    ...{ id: 'listDesigns', method: 'GET', path: '/designs', tag: 'exports', permission: 'codes.export' },
    output: z.object({ items: z.array(designSchema) }),
    ...{ status: 200, errors: [] },
    example: {
      answer: {
        items: [
          {
            ...{ key: 'shelf', name: '货架标签', widthMm: 63.5, heightMm: 38.1 },
            ...{ stock: 'L7160', builtIn: true },
          },
        ],
      },
    },
    handle: async ({ actor, locale }) => {
      const ofTeam = await listDesigns(actor);
      const kept = ofTeam.map(({ id: key, name, stock, design }) =>
        designJson(design, { key, name, stock, builtIn: false }),
      );
      return { body: { items: [...kept, ...builtInDesigns(locale)] } };
    },
  }),
];
