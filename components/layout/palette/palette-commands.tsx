'use client';

import { Command } from 'cmdk';
import {
  Archive,
  CircleAlert,
  History,
  Keyboard,
  Languages,
  type LucideIcon,
  Monitor,
  Moon,
  Plus,
  Sun,
  Trash2,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { filterParams, NO_FILTERS, type CodeFilters } from '@/lib/codes/find/filters';
import { LOCALES } from '@/lib/i18n/locale';
import { useScope } from '@/components/layout/scope/scope-context';
import { AppTile } from '@/components/layout/navigation/app-switcher-parts';
import { useOfferedCommands } from './commands';
import { GENERATE, NEW_BATCH, type ShellCan } from '@/components/layout/navigation/nav-items';
import { allDestinations } from '@/components/layout/navigation/settings-items';
import { PaletteRow } from './palette-row';
import { useSetLocale, useSetTheme } from '@/components/layout/navigation/use-preferences';

export type PaletteCommandsProps = {
  can: ShellCan;
  onHelp: () => void;
  /** Called once a command was chosen. */
  onDone: () => void;
};

const THEMES = [
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'system', icon: Monitor },
] as const;

/** Where codes lie that the list does not show at first, and those that failed. */
export const PLACES = [
  { place: 'recent', icon: History, filters: { place: 'recent' } },
  { place: 'failed', icon: CircleAlert, filters: { status: ['FAILED'] } },
  { place: 'archived', icon: Archive, filters: { place: 'archived' } },
  { place: 'trash', icon: Trash2, filters: { place: 'trash' } },
] as const satisfies { place: string; icon: LucideIcon; filters: Partial<CodeFilters> }[];

const MAKING = [
  { key: 'generate', href: GENERATE.href, shortcut: 'create' },
  { key: 'newBatch', href: NEW_BATCH, shortcut: undefined },
] as const;

/** First what the page offers, then everything else. */
export function PaletteCommands(props: PaletteCommandsProps) {
  return (
    <>
      <PageGroup {...props} />
      <PlacesGroup {...props} />
      <AppsGroup {...props} />
      <PreferencesGroup {...props} />
    </>
  );
}

function PageGroup({ onDone }: PaletteCommandsProps) {
  const t = useTranslations('layout.palette.groups');
  const commands = useOfferedCommands();
  if (commands.length === 0) return null;
  return (
    <Command.Group heading={t('page')}>
      {commands.map(({ id, icon: Icon, run, ...command }) => (
        <PaletteRow
          key={id}
          value={`page ${id}`}
          icon={<Icon aria-hidden />}
          {...command}
          onSelect={() => {
            onDone();
            run();
          }}
        />
      ))}
    </Command.Group>
  );
}

function PlacesGroup({ can, onDone }: PaletteCommandsProps) {
  const t = useTranslations('layout');
  const router = useRouter();
  return (
    <>
      {can.generate && (
        <Command.Group heading={t('palette.groups.create')}>
          {MAKING.map(({ key, href, shortcut }) => (
            <PaletteRow
              key={key}
              value={`create ${key}`}
              words={t(`palette.words.${key}`)}
              icon={<Plus aria-hidden />}
              label={t(`palette.create.${key}`)}
              shortcut={shortcut}
              onSelect={() => {
                onDone();
                router.push(href);
              }}
            />
          ))}
        </Command.Group>
      )}
      <Command.Group heading={t('palette.groups.goTo')}>
        {allDestinations(can).map(({ key, href, icon: Icon }) => (
          <PaletteRow
            key={key}
            value={`go ${key}`}
            words={t(`palette.words.${key}`)}
            icon={<Icon aria-hidden />}
            label={t(`nav.${key}`)}
            onSelect={() => {
              onDone();
              router.push(href);
            }}
          />
        ))}
        {PLACES.map(({ place, icon: Icon, filters }) => (
          <PaletteRow
            key={place}
            value={`place ${place}`}
            words={t(`palette.words.${place}`)}
            icon={<Icon aria-hidden />}
            label={t(`palette.places.${place}`)}
            onSelect={() => {
              onDone();
              router.push(`/codes?${filterParams({ ...NO_FILTERS, ...filters })}`);
            }}
          />
        ))}
      </Command.Group>
    </>
  );
}

function AppsGroup({ onDone }: PaletteCommandsProps) {
  const t = useTranslations('layout.palette');
  const names = useTranslations('layout.apps');
  const { apps, appId: current, switchTo } = useScope();
  if (apps.length < 2) return null;
  const others = apps.filter(({ id }) => id !== current);
  return (
    <Command.Group heading={t('groups.apps')}>
      {current !== null && (
        <PaletteRow
          value="app all"
          words={t('words.switchApp')}
          icon={<AppTile />}
          label={names('all')}
          onSelect={() => {
            onDone();
            switchTo(null);
          }}
        />
      )}
      {others.map(({ id, name, appId }) => (
        <PaletteRow
          key={id}
          value={`app ${id}`}
          words={`${appId} ${t('words.switchApp')}`}
          icon={<AppTile name={name} />}
          label={name}
          detail={appId}
          onSelect={() => {
            onDone();
            switchTo(id);
          }}
        />
      ))}
    </Command.Group>
  );
}

function PreferencesGroup({ onHelp, onDone }: PaletteCommandsProps) {
  const t = useTranslations('layout');
  const setTheme = useSetTheme({ isSignedIn: true });
  const setLocale = useSetLocale({ isSignedIn: true });
  const locale = useLocale();
  return (
    <Command.Group heading={t('palette.groups.preferences')}>
      {THEMES.map(({ value, icon: Icon }) => (
        <PaletteRow
          key={value}
          value={`theme ${value}`}
          words={t(`palette.words.themes.${value}`)}
          icon={<Icon aria-hidden />}
          label={`${t('theme.label')}: ${t(`theme.${value}`)}`}
          onSelect={() => {
            onDone();
            setTheme(value);
          }}
        />
      ))}
      {LOCALES.filter((value) => value !== locale).map((value) => (
        <PaletteRow
          key={value}
          value={`locale ${value}`}
          words={t(`palette.words.locales.${value}`)}
          icon={<Languages aria-hidden />}
          label={`${t('locale.label')}: ${t(`locale.${value}`)}`}
          onSelect={() => {
            onDone();
            setLocale(value);
          }}
        />
      ))}
      <PaletteRow
        value="help"
        words={t('palette.words.help')}
        icon={<Keyboard aria-hidden />}
        label={t('shortcuts.title')}
        shortcut="help"
        onSelect={() => {
          onDone();
          onHelp();
        }}
      />
    </Command.Group>
  );
}
