'use client';

import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import type { ShortcutId } from '@/components/layout/keys/shortcuts';

export type PaletteRowProps = {
  /** Names the row among all of them. */
  value: string;
  /** What finds it beside its text: `layout.palette.words.<id>` has both languages. */
  words?: string | undefined;
  icon?: ReactNode;
  label: string;
  detail?: string | undefined;
  shortcut?: ShortcutId | undefined;
  /** Shown whatever has been typed: the server has matched it. */
  always?: boolean | undefined;
  onSelect: () => void;
};

export function PaletteRow({
  value,
  words,
  icon,
  label,
  detail,
  shortcut,
  always,
  onSelect,
}: PaletteRowProps) {
  return (
    <Command.Item
      value={value}
      keywords={[label, ...(words?.split(' ') ?? [])]}
      forceMount={always}
      onSelect={onSelect}
      className="flex min-h-10 cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm select-none data-[selected=true]:bg-muted dark:data-[selected=true]:bg-muted-strong/70 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground"
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {detail && (
        <span className="max-w-[45%] truncate font-mono text-xs text-muted-foreground">{detail}</span>
      )}
      {shortcut && <ShortcutKeys id={shortcut} className="text-muted-foreground max-md:hidden" />}
    </Command.Item>
  );
}
