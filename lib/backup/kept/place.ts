import 'server-only';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { folderPlace } from './folder-place';
import type { BackupPlace } from './place-types';

/** The bucket of BACKUP_URL, else the folder BACKUP_DIR, or the one in DATA_DIR. */
export async function backupPlace(): Promise<BackupPlace> {
  const { BACKUP_URL, BACKUP_DIR, DATA_DIR } = env();
  if (!BACKUP_URL) return folderPlace(BACKUP_DIR ?? join(DATA_DIR, 'backups'));
  const { bucketPlace } = await import('./bucket-place');
  return bucketPlace(BACKUP_URL);
}
