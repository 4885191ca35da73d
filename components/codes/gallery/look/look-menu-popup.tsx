'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { CARD_SIZES, DEFAULT_LOOK, TABLE_COLUMNS, type CardSize } from '@/lib/codes/picture/look';
import type { CodeView } from '@/lib/codes/find/search-params';
import type { LookState } from './use-look';

export type LookMenuPopupProps = { view: CodeView; look: LookState; trigger: ReactElement };

export function LookMenuPopup({ view, look, trigger }: LookMenuPopupProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger render={trigger} />
      <MenuContent className="min-w-44">
        {view === 'table' ? <ColumnItems look={look} /> : <SizeItems look={look} />}
      </MenuContent>
    </Menu>
  );
}

const isSize = (value: unknown): value is CardSize => CARD_SIZES.some((size) => size === value);

function SizeItems({ look }: { look: LookState }) {
  const t = useTranslations('codes.gallery.look');
  return (
    <MenuRadioGroup
      value={look.size}
      onValueChange={(value: unknown) => isSize(value) && look.set({ size: value })}
    >
      <MenuLabel>{t('size')}</MenuLabel>
      {CARD_SIZES.map((size) => (
        <MenuRadioItem key={size} value={size} closeOnClick>
          {t(`sizes.${size}`)}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}

/** Stays open while columns are ticked. */
function ColumnItems({ look }: { look: LookState }) {
  const t = useTranslations('codes.gallery');
  return (
    <>
      <MenuGroup>
        <MenuLabel>{t('look.columns')}</MenuLabel>
        {TABLE_COLUMNS.map((column) => (
          <MenuCheckboxItem
            key={column}
            checked={look.columns.includes(column)}
            onCheckedChange={(checked) =>
              look.set({
                columns: TABLE_COLUMNS.filter((each) =>
                  each === column ? checked : look.columns.includes(each),
                ),
              })
            }
          >
            {t(`columns.${column}`)}
          </MenuCheckboxItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem onClick={() => look.set({ columns: DEFAULT_LOOK.columns })}>
        <RotateCcw aria-hidden className="text-muted-foreground" />
        {t('look.reset')}
      </MenuItem>
    </>
  );
}
