import { z } from 'zod';

import { showCharacters } from './characters';
import { report } from './issues';
import {
  ENV_VERSIONS,
  hasReservedParameter,
  PATH_MAX_BYTES,
  PATH_MAX_BYTES_EXTENDED,
  SCENE_MAX_CHARS,
  SCENE_PATTERN,
  utf8Bytes,
  WIDTH_DEFAULT_PX,
  WIDTH_MAX_PX,
  WIDTH_MIN_PX,
} from './limits';

/**
 * WeChat reads the raw text between the quotes of the request's JSON. These characters can only be sent escaped, so
 * what would end up in the code is unknown; percent-encode them in a query instead.
 */
const UNSENDABLE = /[\p{Cc}\p{Cs}"\\]/gu;

const width = z
  .number({ error: 'widthInteger' })
  .check((ctx) => {
    if (!Number.isInteger(ctx.value)) return report(ctx, 'widthInteger');
    if (ctx.value >= WIDTH_MIN_PX && ctx.value <= WIDTH_MAX_PX) return;
    report(ctx, 'widthRange', { min: WIDTH_MIN_PX, max: WIDTH_MAX_PX, actual: ctx.value });
  })
  .meta({ type: 'integer', minimum: WIDTH_MIN_PX, maximum: WIDTH_MAX_PX })
  .default(WIDTH_DEFAULT_PX);

const component = z
  .number({ error: 'colorInvalid' })
  .check((ctx) => {
    if (Number.isInteger(ctx.value) && ctx.value >= 0 && ctx.value <= 255) return;
    report(ctx, 'colorRange', { min: 0, max: 255, actual: ctx.value });
  })
  .meta({ type: 'integer', minimum: 0, maximum: 255 });

const lineColor = z
  .object({ r: component, g: component, b: component }, { error: 'colorInvalid' })
  .default({ r: 0, g: 0, b: 0 });

function flag(initial: boolean) {
  return z.boolean({ error: 'switchInvalid' }).default(initial);
}

/** Width, colours, background and version, as every endpoint but `createwxaqrcode` takes them. */
export const lookShape = {
  width,
  autoColor: flag(false),
  lineColor,
  isHyaline: flag(false),
  envVersion: z.enum(ENV_VERSIONS, { error: 'envVersion' }).default('release'),
};

const scene = z
  .string({ error: 'sceneRequired' })
  .check((ctx) => {
    if (ctx.value === '') return report(ctx, 'sceneRequired');
    const characters = [...ctx.value];
    const illegal = characters.filter((character) => !SCENE_PATTERN.test(character));
    if (illegal.length > 0) report(ctx, 'sceneCharacters', { characters: showCharacters(illegal) });
    if (characters.length <= SCENE_MAX_CHARS) return;
    report(ctx, 'sceneTooLong', { max: SCENE_MAX_CHARS, actual: characters.length });
  })
  .meta({ minLength: 1, maxLength: SCENE_MAX_CHARS });

/** Of endpoint B, and of what a live code leads to. */
export const pageSchema = z
  .string({ error: 'pageInvalid' })
  .check((ctx) => {
    const { value } = ctx;
    const unsendable = value.match(UNSENDABLE);
    if (unsendable) report(ctx, 'pageCharacters', { characters: showCharacters(unsendable) });
    if (value.startsWith('/')) report(ctx, 'pageLeadingSlash');
    if (hasReservedParameter(value)) return report(ctx, 'pageReserved');
    if (value.includes('?')) report(ctx, 'pageQuery');
    if (value.includes('#')) report(ctx, 'pageFragment');
    // WeChat names no bound for a page; this one only keeps nonsense out.
    const actual = utf8Bytes(value);
    if (actual > PATH_MAX_BYTES_EXTENDED)
      report(ctx, 'pageTooLong', { max: PATH_MAX_BYTES_EXTENDED, actual });
  })
  .default('');

function pathOf(maxBytes: number) {
  return z
    .string({ error: 'pathRequired' })
    .check((ctx) => {
      if (ctx.value.trim() === '') return report(ctx, 'pathRequired');
      const unsendable = ctx.value.match(UNSENDABLE);
      if (unsendable) report(ctx, 'pathCharacters', { characters: showCharacters(unsendable) });
      if (hasReservedParameter(ctx.value)) report(ctx, 'pathReserved');
      const actual = utf8Bytes(ctx.value);
      if (actual > maxBytes) report(ctx, 'pathTooLong', { max: maxBytes, actual });
    })
    .meta({ minLength: 1 });
}

/**
 * The parameters of one code, as a union on `endpoint`. Parameters that an endpoint does not have are dropped, never
 * sent. Every issue is a key of `wechat.issues` (see `describeIssue`) and carries no text.
 *
 * @param options.pathMaxBytes bound of `path` for `getwxacode`, in UTF-8 bytes; `createwxaqrcode` never takes more
 *   than 128 whatever is set here
 */
export function codeParametersSchema({ pathMaxBytes }: { pathMaxBytes: number }) {
  return z.discriminatedUnion(
    'endpoint',
    [
      z.object({ endpoint: z.literal('getwxacode'), path: pathOf(pathMaxBytes), ...lookShape }),
      z.object({
        endpoint: z.literal('getwxacodeunlimit'),
        scene,
        page: pageSchema,
        checkPath: flag(true),
        ...lookShape,
      }),
      z.object({
        endpoint: z.literal('createwxaqrcode'),
        path: pathOf(Math.min(pathMaxBytes, PATH_MAX_BYTES)),
        width,
      }),
    ],
    { error: 'endpointUnknown' },
  );
}

type Schema = ReturnType<typeof codeParametersSchema>;
export type CodeParameters = z.output<Schema>;
export type CodeParametersInput = z.input<Schema>;
export type LineColor = { r: number; g: number; b: number };
