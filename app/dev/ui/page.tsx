import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionSection } from '@/components/dev/action-section';
import { ChoiceSection } from '@/components/dev/choice-section';
import { ColorSection } from '@/components/dev/color-section';
import { FieldSection } from '@/components/dev/field-section';
import { ListSection } from '@/components/dev/list-section';
import { OverlaySection } from '@/components/dev/overlay-section';
import { StateSection } from '@/components/dev/state-section';
import { SurfaceSection } from '@/components/dev/surface-section';
import { LocaleSwitch } from '@/components/layout/navigation/locale-switch';
import { ThemeToggle } from '@/components/layout/navigation/theme-toggle';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: '/dev/ui' };
// What the environment says is read with each request, and not while building.
export const dynamic = 'force-dynamic';

/**
 * Every primitive in every state (docs/design-system.md), for those who build pages. Shows nothing of the data, and is not
 * there in production unless DEV_PAGES=on, with which the end-to-end tests look at the build.
 */
async function DevUiPage() {
  if (process.env.NODE_ENV !== 'development' && env().DEV_PAGES === 'off') notFound();
  return (
    <main id="main" className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-7 sm:px-6 lg:px-10">
      <PageHeader
        title="/dev/ui"
        actions={
          <>
            <LocaleSwitch />
            <ThemeToggle />
          </>
        }
        className="mb-0 lg:mb-0"
      />
      <ActionSection />
      <FieldSection />
      <ChoiceSection />
      <SurfaceSection />
      <StateSection />
      <ListSection />
      <OverlaySection />
      <ColorSection />
    </main>
  );
}

export default withTexts(DevUiPage, [
  'organize',
  'audit',
  'prints',
  'auth',
  'errors',
  'layout.locale',
  'layout.theme',
]);
