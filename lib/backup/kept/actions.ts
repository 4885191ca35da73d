'use server';

import { action } from '@/lib/actions/client';
import { startBackup } from './service';

export const startBackupAction = action.action(({ ctx }) => startBackup(ctx.actor));
