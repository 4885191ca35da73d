import 'server-only';
import type { Readable } from 'node:stream';
import { BackupError, readMembers } from './archive';
import { END, STORAGE, endSchema, type End } from './manifest';

/**
 * Reads a backup to its end, as a restore would: each member is what was written, and all that the end counts is there.
 * @throws BackupError
 */
export async function verifyBackup(source: Readable): Promise<End> {
  let [objects, end]: [number, End | null] = [0, null];
  for await (const member of readMembers(source)) {
    if (member.name.startsWith(STORAGE)) objects += 1;
    if (member.name === END) end = endSchema.parse(JSON.parse((await member.bytes()).toString('utf8')));
    // Reading compares: the bytes themselves are nobody's here.
    else for await (const _chunk of member.stream());
  }
  if (!end) throw new BackupError('The backup was cut off: its end is missing.');
  if (objects !== end.objects)
    throw new BackupError(`The backup has ${objects} objects of the storage instead of ${end.objects}.`);
  return end;
}
