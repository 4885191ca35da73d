import { shortcut, SHORTCUTS, type ShortcutId, type ShortcutScope } from './shortcuts';

// Apart from the table, which every page loads.

/** The help sheet shows one group for each, in this order. */
export const SHORTCUT_SCOPES = [
  'anywhere',
  'gallery',
  'row',
  'lightbox',
  'form',
] as const satisfies readonly ShortcutScope[];

const IDS = Object.keys(SHORTCUTS).filter((key): key is ShortcutId => key in SHORTCUTS);

/** The table of one scope, as the help sheet shows it. @param writer whether the reader may change something */
export function shortcutsOf(scope: ShortcutScope, writer: boolean): ShortcutId[] {
  return IDS.filter((id) => shortcut(id).scope === scope && (writer || !shortcut(id).writers));
}
