'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { useSame } from '@/components/data/use-same';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { exampleValues, isBuilt, suggestName } from '@/lib/purposes/build';
import { findProblems, roomOf } from '@/lib/purposes/problems';
import type { Purpose } from '@/lib/purposes/purpose';
import { useFocusOnArrival } from '@/components/codes/generate/fields/use-focus-on-arrival';
import { NameField } from '@/components/codes/generate/fields/name-field';
import { pathLimit, type FormApp, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { isSceneText } from '@/lib/wechat/rules/limits';
import { useFormApp, useFormValues } from '@/components/codes/generate/use-generate-form';
import { NamedFields } from './named-fields';
import { suggestedName } from './purpose-values';
import { useChooseApp } from './use-choose-app';
import { useOtherSettings } from './use-other-settings';

// In the page from the start, and alive a moment after the fields above it.
const AppField = lazy(() =>
  import('@/components/codes/generate/fields/app-field').then((room) => ({ default: room.AppField })),
);
const PurposePageField = lazy(() =>
  import('./page-field').then((room) => ({ default: room.PurposePageField })),
);
const RoomMeter = lazy(() => import('./room-meter').then((room) => ({ default: room.RoomMeter })));
const MakeLive = lazy(() => import('./make-live').then((room) => ({ default: room.MakeLive })));
const SizeField = lazy(() => import('./size-field').then((room) => ({ default: room.SizeField })));
const OwnTarget = lazy(() => import('./own-target').then((room) => ({ default: room.OwnTarget })));

export type PurposeFieldsProps = {
  purpose: Purpose;
  apps: readonly FormApp[];
  onAll: () => void;
  /** Somebody comes back from all parameters. */
  focusAll: boolean;
};

/** The short form: what the purpose asks for, and what follows from it. */
export function PurposeFields({ purpose, apps, onAll, focusAll }: PurposeFieldsProps) {
  const t = useTranslations('purposes.form');
  const values = useFormValues();
  const chooseApp = useSame(useChooseApp());
  const asksApp = useFormApp(apps) === undefined || apps.length > 1;
  return (
    <Card className="flex flex-col gap-5 p-5 sm:p-6">
      <Content {...{ purpose, apps, onAll }} />
      <NameField
        hint={t('nameHint')}
        suggested={suggestedName(purpose, values)}
        placeholder={suggestName(purpose, exampleValues(purpose))}
      />
      <div className={cn('grid items-start gap-x-4 gap-y-5', asksApp && 'sm:grid-cols-2')}>
        <OnceWanted when={asksApp} fallback={<Skeleton className="h-16" />}>
          <AppField apps={apps} onChoose={chooseApp} />
        </OnceWanted>
        <OnceWanted when fallback={<Skeleton className="h-22" />}>
          <PurposePageField purpose={purpose} apps={apps} />
        </OnceWanted>
      </div>
      <OnceWanted when fallback={<Skeleton className="h-22" />}>
        <SizeField />
      </OnceWanted>
      <MoreSettings onAll={onAll} focused={focusAll} />
    </Card>
  );
}

/** The fields and what they make; or what was written instead. */
function Content({ purpose, apps, onAll }: Omit<PurposeFieldsProps, 'focusAll'>) {
  const values = useFormValues();
  const app = useFormApp(apps);
  const { control } = useFormContext<GenerateFormValues>();
  const { errors } = useFormState({ control, name: ['scene', 'path'] });
  const { endpoint, fields, page } = values;
  const wanted = { endpoint, page, pathMaxBytes: pathLimit(endpoint, app) };
  if (!isBuilt(purpose, fields, values))
    return (
      <>
        <NamedFields purpose={purpose} problems={{}} />
        <OnceWanted when>
          <OwnTarget purpose={purpose} error={errors.scene?.message ?? errors.path?.message} />
        </OnceWanted>
      </>
    );
  const room = roomOf(purpose, fields, wanted);
  return (
    <div className="flex flex-col gap-3">
      <NamedFields purpose={purpose} problems={findProblems(purpose, fields, wanted)} />
      <OnceWanted when fallback={<Skeleton className="h-12.5 rounded-lg" />}>
        <RoomMeter {...room} />
      </OnceWanted>
      <OnceWanted when={room.unit === 'characters' && room.text !== '' && !isSceneText(room.text)}>
        <MakeLive {...{ purpose, onAll }} />
      </OnceWanted>
    </div>
  );
}

function MoreSettings({ onAll, focused }: { onAll: () => void; focused: boolean }) {
  const button = useFocusOnArrival(focused);
  const t = useTranslations('purposes.form');
  const other = useOtherSettings();
  return (
    <div className="-mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-border pt-4">
      <Button ref={button} variant="secondary" size="sm" onClick={onAll}>
        <SlidersHorizontal aria-hidden />
        {t('all')}
      </Button>
      <p className="text-[0.8125rem] text-muted-foreground">
        {other.length > 0 ? t('settings', { list: other }) : t('allText')}
      </p>
    </div>
  );
}
