import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { AddPicture } from '@/components/exports/design/add-picture';
import type { History } from '@/components/exports/design/use-history';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { PlainImage } from '@/components/ui/plain-image';
import type { CodeElement } from '@/lib/print/design';
import { withLogo, withLogos } from '@/lib/print/designs/edit-logos';
import { pictureAddress } from '@/lib/print/pictures/limits';

// Most designs have the same picture for all codes, or none.
const RowLogoFields = dynamic(() => import('./row-logo-fields').then((room) => room.RowLogoFields), {
  ssr: false,
});

const CHOICES = ['all', 'rows'] as const;

export type LogoFieldProps = {
  history: History;
  at: number;
  element: CodeElement;
  /** Of the table that is printed. */
  columns: readonly string[];
};

/** What stands in the circle of a round code: one picture for all of them, or one of each row. */
export function LogoField({ history, at, element, columns }: LogoFieldProps) {
  const t = useTranslations('designs.fields');
  const { logo, logos } = element;
  const { change, design } = history;
  const [aside, setAside] = useState<Pick<CodeElement, 'logo' | 'logos'>>({});
  const onLogo = (id: string | null) => change((now) => withLogo(now, at, id));
  const choose = (by: (typeof CHOICES)[number]) => {
    setAside(logos ? { ...aside, logos } : { ...aside, logo });
    if (by === 'all') onLogo(aside.logo ?? null);
    else change((now) => withLogos(now, at, () => aside.logos ?? { column: '', files: [] }));
  };
  return (
    <>
      <Field label={t('logo')} group hint={t('logoHint')} className="col-span-2">
        <Segmented
          value={logos ? 'rows' : 'all'}
          onValueChange={choose}
          items={CHOICES.map((value) => ({ value, label: t(`logoBy.${value}`) }))}
        />
      </Field>
      {logos ? (
        <RowLogoFields logos={logos} {...{ history, at, columns }} />
      ) : (
        <SharedLogo designId={design.key} logo={logo} onLogo={onLogo} />
      )}
    </>
  );
}

type SharedLogoProps = { designId: string; logo: string | undefined; onLogo: (id: string | null) => void };

function SharedLogo({ designId, logo, onLogo }: SharedLogoProps) {
  const t = useTranslations('designs.fields');
  return (
    <div className="col-span-2 flex flex-wrap items-center gap-2">
      {logo && (
        <PlainImage
          src={pictureAddress(logo)}
          alt=""
          className="size-9 shrink-0 rounded-full border border-border bg-white object-cover max-md:size-11"
        />
      )}
      <AddPicture
        designId={designId}
        label={t(logo ? 'logoOther' : 'logoAdd')}
        onAdded={({ id }) => onLogo(id)}
      />
      {logo && (
        <Button variant="ghost" size="sm" onClick={() => onLogo(null)}>
          {t('logoRemove')}
        </Button>
      )}
    </div>
  );
}
