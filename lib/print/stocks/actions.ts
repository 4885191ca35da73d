'use server';

import { z } from 'zod';
import { action, input } from '@/lib/actions/client';
import { makerHere } from '@/lib/apps/scope';
import { idSchema } from '@/lib/input/schemas';
import type { OwnStock } from '@/lib/print/own-stock';
import { deleteStock, renameStock, saveStock } from './service';

const stock = z.object({ stockId: idSchema });

export const saveStockAction = action
  .inputSchema(input(z.custom<OwnStock>()))
  .action(async ({ parsedInput, ctx }) => saveStock(await makerHere(ctx.actor), parsedInput));

export const renameStockAction = action
  .inputSchema(input(stock.extend({ name: z.string() })))
  .action(({ parsedInput, ctx }) => renameStock(ctx.actor, parsedInput.stockId, parsedInput.name));

export const deleteStockAction = action
  .inputSchema(input(stock))
  .action(({ parsedInput, ctx }) => deleteStock(ctx.actor, parsedInput.stockId));
