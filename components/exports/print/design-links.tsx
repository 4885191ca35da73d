'use client';

import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCreateDesign } from '@/components/exports/design/use-create-design';
import { Button } from '@/components/ui/button';
import { FILLING } from '@/lib/print/starter-keys';
import type { DesignChoice } from './print-values';

export type DesignLinksProps = {
  chosen: DesignChoice;
  /** What in the address says which codes. */
  scopeFields: [string, string][];
  canChange: boolean;
};

/** From the chosen design to the editor, and back with the same codes; one of the product is copied first. */
export function DesignLinks({ chosen: { key, builtIn }, scopeFields, canChange }: DesignLinksProps) {
  const t = useTranslations('exports.print');
  const query = new URLSearchParams(scopeFields).toString();
  const create = useCreateDesign(query);
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      {canChange && builtIn && builtIn !== FILLING && (
        <Button
          variant="secondary"
          size="sm"
          pending={create.isPending}
          onClick={() => create.mutate({ from: builtIn, name: t(`designs.${builtIn}`) })}
        >
          <Pencil aria-hidden />
          {t('adapt')}
        </Button>
      )}
      {canChange && !builtIn && (
        <Button variant="secondary" size="sm" render={<Link href={`/print/designs/${key}?${query}`} />}>
          <Pencil aria-hidden />
          {t('edit')}
        </Button>
      )}
      <Link
        href="/print/designs"
        className="thumb-reach rounded-xs text-[0.8125rem] leading-5 underline focus-ring"
      >
        {t('allDesigns')}
      </Link>
    </div>
  );
}
