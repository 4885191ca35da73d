import type { Role } from '@/lib/db/generated/enums';

/** Mini Programs that somebody sees; null for all. */
type Seen = string[] | null;

/** @param appIds what holds for other roles */
export const seenBy = ({ role, appIds }: { role: Role; appIds: Seen }): Seen =>
  role === 'ADMIN' ? null : appIds;

/** Whether somebody can take over from somebody else: they see all that those see. */
export function seesAsMuch(heir: Seen, leaver: Seen): boolean {
  return heir === null || (leaver?.every((id) => heir.includes(id)) ?? false);
}
