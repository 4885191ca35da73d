import { miniProgramOf, type Code, type Context, type MadeCode, type Page } from './context';
import { fileNameOf, saveAs, targetOf } from './download';
import { Ending } from './exit';
import { print, say, table } from './terminal';

const PAGE_MAX = 200;
const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

export type CreateOptions = {
  miniProgram?: string;
  endpoint: string;
  scene?: string;
  page?: string;
  path?: string;
  name?: string;
  width?: number;
  transparent?: boolean;
  envVersion?: string;
  checkPath: boolean;
  output?: string;
};

type Told = Pick<Code, 'id' | 'status' | 'name' | 'scene' | 'page' | 'path'>;

const targetText = ({ scene, page, path }: Told) => path ?? `${scene} ${page}`;
const rowOf = (code: Told) => [code.id, code.status, code.name, targetText(code)];

function bodyOf(miniProgramId: string, options: CreateOptions): object {
  const { endpoint, scene, page, path, name, width, transparent, envVersion, checkPath } = options;
  const isUnlimited = endpoint === 'getwxacodeunlimit';
  return {
    ...{ miniProgramId, endpoint, name, width, scene, page, path, envVersion },
    ...(transparent && { isHyaline: true }),
    ...(isUnlimited && !checkPath && { checkPath }),
  };
}

async function save(
  { api, signal }: Context,
  code: Pick<Code, 'id' | 'name'>,
  { format, output }: DownloadOptions,
): Promise<string> {
  const response = await api.open(`/codes/${code.id}/picture`, { query: { format } });
  const type = response.headers.get('content-type') ?? '';
  const name = fileNameOf(code.name) || code.id;
  const file = await targetOf(output, `${name}.${ENDINGS[type] ?? 'bin'}`);
  await saveAs(response, file, signal);
  return file;
}

export async function createCode(context: Context, options: CreateOptions): Promise<void> {
  const miniProgramId = await miniProgramOf(context, options.miniProgram);
  const body = bodyOf(miniProgramId, options);
  const made = await context.api.ask<MadeCode>('/codes', { method: 'POST', body });
  const { code, outcome } = made;
  print(made, () => table([[outcome, ...rowOf(code)]]), context.isJson);
  if (code.status === 'FAILED') {
    const { errcode, errmsg } = code;
    throw new Ending(
      'notAllMade',
      `WeChat made no picture: ${errcode ?? code.failureKey} ${errmsg ?? ''}`.trim(),
    );
  }
  if (options.output !== undefined)
    say(await save(context, code, { format: 'original', output: options.output }));
}

export type ListOptions = Record<
  'query' | 'miniProgram' | 'status' | 'batch' | 'tag' | 'folder',
  string | undefined
> & {
  limit: number;
};

export async function listCodes(context: Context, options: ListOptions): Promise<void> {
  const { query: q, miniProgram, limit, ...filters } = options;
  const app = miniProgram === undefined ? undefined : await miniProgramOf(context, miniProgram);
  const items: Code[] = [];
  let cursor: string | undefined;
  do {
    const size = String(Math.min(PAGE_MAX, limit - items.length));
    const query = { q, app, ...filters, limit: size, cursor };
    const page: Page<Code> = await context.api.ask('/codes', { query });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && items.length < limit);
  print({ items, nextCursor: cursor ?? null }, () => table(items.map(rowOf)), context.isJson);
}

export type DownloadOptions = { format: string; output?: string };

export async function downloadCodes(
  context: Context,
  ids: string[],
  options: DownloadOptions,
): Promise<void> {
  const files: { id: string; file: string }[] = [];
  for (const id of ids) {
    const code = await context.api.ask<Code>(`/codes/${encodeURIComponent(id)}`);
    files.push({ id, file: await save(context, code, options) });
  }
  print({ files }, () => files.map(({ file }) => file), context.isJson);
}
