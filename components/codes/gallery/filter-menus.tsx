'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from '@/components/ui/menu';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { CODE_STATUSES } from '@/lib/codes/schema';
import { ALL_APPS } from '@/lib/codes/search-params';
import { ENDPOINTS } from '@/lib/wechat/parameters';
import { DateRangeForm } from './date-range-form';
import type { GalleryOptions } from './gallery-options';
import type { GalleryParams } from './use-gallery-params';

export type FilterProps = { params: GalleryParams; options: GalleryOptions };

/** The filters beside the search on wide screens; the same ones as in the sheet of phones. */
export function FilterMenus({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  const { filters, set } = params;
  return (
    <>
      {options.apps.length > 1 && <AppMenu params={params} options={options} />}
      <CheckMenu
        label={t('filters.endpoint')}
        items={ENDPOINTS.map((value) => ({ value, label: endpointName(`${value}.short`) }))}
        chosen={filters.endpoint}
        onChange={(endpoint) => set({ endpoint })}
      />
      <CheckMenu
        label={t('filters.status')}
        items={CODE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        chosen={filters.status}
        onChange={(status) => set({ status })}
      />
      {options.creators.length > 1 && <CreatorMenu params={params} options={options} />}
      <DateMenu params={params} />
    </>
  );
}

function TriggerContent({ children, count }: { children: ReactNode; count?: number | undefined }) {
  return (
    <>
      <span className="max-w-36 truncate">{children}</span>
      {count ? (
        <span className="flex size-4.5 items-center justify-center rounded-full bg-accent-subtle text-2xs text-accent-text">
          {count}
        </span>
      ) : null}
      <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
    </>
  );
}

function FilterTrigger({ children, count }: { children: ReactNode; count?: number | undefined }) {
  return (
    <MenuTrigger render={<Button variant="secondary" className="gap-1.5 px-3 font-normal" />}>
      <TriggerContent count={count}>{children}</TriggerContent>
    </MenuTrigger>
  );
}

type CheckMenuProps<Value extends string> = {
  label: string;
  items: { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

function CheckMenu<Value extends string>({ label, items, chosen, onChange }: CheckMenuProps<Value>) {
  return (
    <Menu>
      <FilterTrigger count={chosen.length}>{label}</FilterTrigger>
      <MenuContent align="start">
        {items.map((item) => (
          <MenuCheckboxItem
            key={item.value}
            checked={chosen.includes(item.value)}
            onCheckedChange={(checked) =>
              onChange(checked ? [...chosen, item.value] : chosen.filter((value) => value !== item.value))
            }
          >
            {item.label}
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

function AppMenu({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery');
  const { app } = params.filters;
  const current = options.apps.find(({ id }) => id === app);
  return (
    <Menu>
      <FilterTrigger>
        <span className="sr-only">{t('filters.app')}: </span>
        {current?.name ?? t('filters.allApps')}
      </FilterTrigger>
      <MenuContent align="start" className="max-w-80">
        <MenuRadioGroup value={app} onValueChange={params.setApp}>
          <MenuRadioItem value={ALL_APPS} closeOnClick>
            {t('filters.allApps')}
          </MenuRadioItem>
          {options.apps.map(({ id, name }) => (
            <MenuRadioItem key={id} value={id} closeOnClick>
              <span className="truncate">{name}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

function CreatorMenu({ params, options }: FilterProps) {
  const t = useTranslations('codes.gallery');
  const { creator } = params.filters;
  return (
    <Menu>
      <FilterTrigger count={creator ? 1 : 0}>{t('filters.creator')}</FilterTrigger>
      <MenuContent align="start" className="max-w-80">
        <MenuRadioGroup value={creator} onValueChange={(value: string) => params.set({ creator: value })}>
          <MenuRadioItem value="" closeOnClick>
            {t('filters.anyone')}
          </MenuRadioItem>
          {options.creators.map(({ id, name }) => (
            <MenuRadioItem key={id} value={id} closeOnClick>
              <span className="truncate">{name}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

function DateMenu({ params }: { params: GalleryParams }) {
  const t = useTranslations('codes.gallery');
  const [open, setOpen] = useState(false);
  const { from, to } = params.filters;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={<Button variant="secondary" className="gap-1.5 px-3 font-normal" />}>
        <TriggerContent count={from || to ? 1 : 0}>{t('filters.date')}</TriggerContent>
      </PopoverTrigger>
      <PopoverContent aria-label={t('filters.date')} className="w-80">
        <DateRangeForm
          value={{ from, to }}
          onApply={(range) => {
            params.set(range);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
