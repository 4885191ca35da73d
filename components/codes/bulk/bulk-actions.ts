import {
  Archive,
  ArchiveRestore,
  BadgeCheck,
  FolderInput,
  Pencil,
  RotateCw,
  Route,
  Tags,
  Trash2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { ShortcutId } from '@/components/layout/keys/shortcuts';
import type { CodePlace } from '@/lib/codes/find/filters';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { mayBeLive } from '@/lib/live/limits';
import { isUnreleased } from '@/lib/codes/released';
import type { BulkActionId } from './asks-first';
import type { BulkTarget } from './target';

/** Why an action cannot be done now: a key of `bulk.disabled`. */
export type Obstacle = 'tooMany' | 'allBusy';

type BulkActionEntry = {
  icon: LucideIcon;
  shortcut?: ShortcutId;
  places: readonly CodePlace[];
  /** It means something to these codes; everywhere, where it is left out. */
  suits?: (target: BulkTarget) => boolean;
  isDanger?: boolean;
  obstacle?: (target: BulkTarget) => Obstacle | null;
};

const LISTED = ['', 'recent'] as const;
const KEPT = ['', 'recent', 'archived'] as const;

const BUSY = ['QUEUED', 'GENERATING'];
/** All that match may hold what the loaded ones do not. */
const mayHold = (has: (item: BulkTarget['items'][number]) => boolean) => (target: BulkTarget) =>
  target.isMatching || target.items.some(has);
const isMovable = mayHold(({ status }) => !BUSY.includes(status));

export const BULK_ACTIONS: Record<BulkActionId, BulkActionEntry> = {
  addTags: { icon: Tags, shortcut: 'tag', places: KEPT },
  move: { icon: FolderInput, shortcut: 'move', places: KEPT },
  rename: { icon: Pencil, shortcut: 'rename', places: KEPT },
  retarget: { icon: Route, places: KEPT, suits: mayHold(mayBeLive) },
  archive: { icon: Archive, shortcut: 'archive', places: LISTED },
  unarchive: { icon: ArchiveRestore, places: ['archived'] },
  retry: {
    icon: RotateCw,
    places: LISTED,
    suits: mayHold(({ status }) => status === 'FAILED'),
  },
  promote: {
    icon: BadgeCheck,
    places: LISTED,
    suits: mayHold((item) => item.status === 'READY' && isUnreleased(item)),
  },
  delete: {
    icon: Trash2,
    shortcut: 'trash',
    places: KEPT,
    isDanger: true,
    obstacle: (target) => (isMovable(target) ? null : 'allBusy'),
  },
  restore: { icon: Undo2, places: ['trash'] },
  purge: { icon: Trash2, places: ['trash'], isDanger: true },
};

const IDS = Object.keys(BULK_ACTIONS).filter((key): key is BulkActionId => key in BULK_ACTIONS);

/** In the order of the bar. */
export function actionsFor(target: BulkTarget, place: CodePlace): BulkActionId[] {
  return IDS.filter((id) => BULK_ACTIONS[id].places.includes(place)).filter(
    (id) => BULK_ACTIONS[id].suits?.(target) ?? true,
  );
}

export function obstacleOf(id: BulkActionId, target: BulkTarget): Obstacle | null {
  if (!target.isMatching && target.count > SELECTION_MAX_CODES) return 'tooMany';
  return BULK_ACTIONS[id].obstacle?.(target) ?? null;
}
