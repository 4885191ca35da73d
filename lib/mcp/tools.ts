import 'server-only';
import { z } from 'zod';
import { newCodeSchema } from '@/lib/api/codes/schema';
import { rowsQuery } from '@/lib/api/batches/schema';
import { newExportSchema } from '@/lib/api/exports/schema';
import { idSchema } from '@/lib/input/schemas';
import { MANY_TOOLS } from './many';
import { START_TOOLS } from './start';
import { endpointOf, tool, type Tool } from './tool';

const none = z.strictObject({});
const ofCode = z.strictObject({ codeId: idSchema });
const ofBatch = z.strictObject({ batchId: idSchema });
const ofExport = z.strictObject({ exportId: idSchema });

const READS: Tool[] = [
  tool({
    ...{ name: 'list_mini_programs', title: 'Mini Programs', of: 'listMiniPrograms', effect: 'read' },
    description:
      'The Mini Programs that this key may see. Others need one of their ids as miniProgramId. LIVE ones call WeChat and spend real quota; SANDBOX ones are for practice.',
    input: none,
    handle: (_input, { call }) => call({}),
  }),
  tool({
    ...{ name: 'get_quota', title: 'Permanent quota', of: 'listQuotas', effect: 'read' },
    description:
      'How much of the 100,000 codes that WeChat allows each Mini Program for good is used and left. Only getwxacode and createwxaqrcode take from it; getwxacodeunlimit does not.',
    input: none,
    handle: (_input, { call }) => call({}),
  }),
  tool({
    ...{ name: 'find_codes', title: 'Find codes', of: 'listCodes', effect: 'read' },
    description:
      'Find kept codes by text and filters, newest first. Look here before making a code. Go on with nextCursor as cursor until it is null.',
    input: endpointOf('listCodes').query,
    handle: (query, { call }) => call({ query }),
  }),
  tool({
    ...{ name: 'get_code', title: 'One code', of: 'getCode', effect: 'read' },
    description: 'One code with all of its parameters, and what WeChat said where it failed.',
    input: ofCode,
    handle: (params, { call }) => call({ params }),
  }),
  tool({
    ...{ name: 'get_picture', title: 'Picture of a code', of: 'getPicture', effect: 'read' },
    description: 'The picture of one code as PNG, to be shown to the person.',
    input: ofCode,
    handle: (params, { call }) => call({ params, query: { format: 'png' } }),
  }),
  tool({
    ...{ name: 'get_batch', title: 'State of a batch', of: 'getBatch', effect: 'read' },
    description:
      'State and counts of a batch. Ask every few seconds until state is FINISHED or CANCELLED, or PAUSED with the reason in stoppedBy.',
    input: ofBatch,
    handle: (params, { call }) => call({ params }),
  }),
  tool({
    ...{ name: 'get_batch_rows', title: 'Rows of a batch', of: 'listRows', effect: 'read' },
    description:
      'What became of each row of a started batch; with status failed, the rows that were not made and why.',
    input: z.strictObject({ ...ofBatch.shape, ...rowsQuery.shape }),
    handle: ({ batchId, ...query }, { call }) => call({ params: { batchId }, query }),
  }),
  tool({
    ...{ name: 'get_export', title: 'State and link of an export', of: 'getExport', effect: 'read' },
    description:
      'How far an export is; ask every few seconds while it is running. When it is finished, url is the link to the file: a program fetches it with this API key, a person finds it in Suncode under Downloads.',
    input: ofExport,
    handle: (params, { call }) => call({ params }),
  }),
];

const MAKES: Tool[] = [
  tool({
    ...{ name: 'make_code', title: 'Make one code', of: 'createCode', effect: 'spend' },
    description:
      'Make one code and keep it. Parameters that were made before answer with that code for free. getwxacode and createwxaqrcode take one of the permanent 100,000: ask the person first. For more than a few, use plan_batch.',
    input: z.strictObject({ code: newCodeSchema }),
    handle: ({ code }, { call }) => call({ body: code }),
  }),
  tool({
    ...{ name: 'start_export', title: 'Export codes', of: 'createExport', effect: 'make' },
    description:
      'Ask for a ZIP of pictures, a table, a workbook with pictures or a PDF to print: of codeIds, of a batchId or of filters, one of the three. Codes of the trial or development version are refused: ask the person whether to leave them out or include them, and say so in unreleased. Then ask get_export for the link.',
    input: newExportSchema,
    handle: (body, { call }) => call({ body }),
  }),
];

/** What an assistant may use, one by one; nothing else of the API is told to it. */
export const TOOLS: readonly Tool[] = [...READS, ...MAKES, ...START_TOOLS, ...MANY_TOOLS];
