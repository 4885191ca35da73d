'use client';

import { Layers, QrCode } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { GENERATE, NEW_BATCH } from './nav-items';
import { useOpenHere } from './use-open-here';

const CHOICES = [
  { key: 'one', href: GENERATE.href, icon: QrCode },
  { key: 'batch', href: NEW_BATCH, icon: Layers },
] as const;

/** What can be made, in reach of the thumb. Following a link closes it. */
export function CreateSheet({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations('layout.create');
  const close = useTranslations('common')('close');
  return (
    <Sheet {...useOpenHere()}>
      <SheetTrigger render={trigger} />
      <SheetContent side="bottom" title={t('button')} closeLabel={close}>
        <ul className="flex flex-col gap-2">
          {CHOICES.map(({ key, href, icon: Icon }) => (
            <li key={key}>
              <Link
                href={href}
                className="flex min-h-16 items-center gap-3.5 rounded-lg border border-border px-4 py-3 focus-ring transition-colors active:bg-muted"
              >
                <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-accent-subtle text-accent-text">
                  <Icon aria-hidden className="size-5" />
                </span>
                <span className="flex min-w-0 flex-col">
                  <span className="font-medium">{t(key)}</span>
                  <span className="text-xs text-muted-foreground">{t(`${key}Text`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </SheetContent>
    </Sheet>
  );
}
