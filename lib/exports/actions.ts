'use server';

import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { idSchema } from '@/lib/input/schemas';
import { keepSelection } from '@/lib/exports/scope/selections';
import { removeExports, restoreExports } from './remove';
import { createExport, retryExport } from './service';

const one = z.object({ exportId: idSchema });
const many = z.object({ exportIds: z.array(idSchema) });

/** Keeps ticked codes, so that `/exports/new?selection=<id>` can name them. */
export const keepSelectionAction = action
  .inputSchema(input(z.object({ codeIds: z.array(idSchema) })))
  .action(({ parsedInput, ctx }) => keepSelection(ctx.actor, parsedInput.codeIds));

/** Fields as of a form: which codes (`id` any number of times, `selection`, `batch`, `export` or filters) and how. */
export const createExportAction = action
  .inputSchema(input(z.object({ fields: z.array(z.tuple([z.string(), z.string()])) })))
  .action(async ({ parsedInput, ctx }) => {
    const fields = new URLSearchParams(parsedInput.fields);
    // A table has headings, in the language of whoever asks for it.
    fields.set('locale', await getLocale());
    return createExport(ctx.actor, fields);
  });

export const retryExportAction = action
  .inputSchema(input(one))
  .action(({ parsedInput, ctx }) => retryExport(ctx.actor, parsedInput.exportId));

/** @returns how many */
export const removeExportsAction = action
  .inputSchema(input(many))
  .action(({ parsedInput, ctx }) => removeExports(ctx.actor, parsedInput.exportIds));

/** @returns how many */
export const restoreExportsAction = action
  .inputSchema(input(many))
  .action(({ parsedInput, ctx }) => restoreExports(ctx.actor, parsedInput.exportIds));
