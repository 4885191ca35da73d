import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ColorInput } from '@/components/ui/form/color-input';
import { Field } from '@/components/ui/form/field';
import { PlainImage } from '@/components/ui/plain-image';
import type { CodeElement } from '@/lib/print/design';
import { DESIGN_LIMITS } from '@/lib/print/design-problems';
import { pictureAddress } from '@/lib/print/pictures/limits';
import { printFacts } from '@/lib/wechat/rules/print-sizes';
import { AddPicture } from './add-picture';
import type { Put } from './use-history';
import { MmField } from './mm-field';

export type CodeFieldsProps = { element: CodeElement; put: Put<CodeElement> } & Omit<LogoFieldProps, 'logo'>;

export function CodeFields({ element, put, ...more }: CodeFieldsProps) {
  const t = useTranslations('designs');
  const { distance } = printFacts(0, element.size / 10);
  return (
    <>
      <MmField
        label={t('fields.size')}
        value={element.size}
        min={1}
        max={DESIGN_LIMITS.length.max}
        hint={t('fields.distance', { distance })}
        onChange={(size) => put({ size })}
      />
      <MmField
        label={t('fields.quiet')}
        value={element.quiet}
        min={0}
        max={DESIGN_LIMITS.quiet}
        hint={t('fields.quietHint')}
        onChange={(quiet) => put({ quiet })}
      />
      <Field label={t('fields.backdrop')} hint={t('fields.backdropHint')} className="col-span-2">
        <ColorInput
          value={element.backdrop}
          onValueChange={(backdrop) => put({ backdrop })}
          pickLabel={t('pickColor')}
        />
      </Field>
      <LogoField logo={element.logo} {...more} />
    </>
  );
}

type LogoFieldProps = {
  designId: string;
  /** The id of a picture. */
  logo: string | undefined;
  onLogo: (logo: string | null) => void;
};

/** What stands in the circle of a round code. */
function LogoField({ designId, logo, onLogo }: LogoFieldProps) {
  const t = useTranslations('designs.fields');
  return (
    <Field label={t('logo')} group hint={t('logoHint')} className="col-span-2">
      <div className="flex flex-wrap items-center gap-2">
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
    </Field>
  );
}
