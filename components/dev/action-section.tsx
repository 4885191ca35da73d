import { Download, Ellipsis, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Spinner } from '@/components/ui/spinner';
import { Section, Specimen } from './specimen';

const VARIANTS = ['primary', 'secondary', 'ghost', 'danger', 'link'] as const;
const SIZES = ['sm', 'md', 'lg'] as const;
const TONES = ['neutral', 'outline', 'accent', 'success', 'warning', 'danger', 'info'] as const;

export function ActionSection() {
  const t = useTranslations('common');
  return (
    <Section title="Actions">
      {VARIANTS.map((variant) => (
        <Specimen key={variant} name={`Button variant="${variant}"`} row>
          <Button variant={variant}>{t('save')}</Button>
          <Button variant={variant}>
            <Plus aria-hidden />
            {t('create')}
          </Button>
          <Button variant={variant} pending>
            {t('saving')}
          </Button>
          <Button variant={variant} disabled>
            {t('save')}
          </Button>
        </Specimen>
      ))}
      <Specimen name="Button size" row>
        {SIZES.map((size) => (
          <Button key={size} size={size} variant="secondary">
            {t('export')} {size}
          </Button>
        ))}
      </Specimen>
      <Specimen name="Button render={<a>}" row>
        <Button variant="secondary" render={<a href="#main" />}>
          <Download aria-hidden />
          {t('download')}
        </Button>
      </Specimen>
      <Specimen name="IconButton" row>
        <IconButton label={t('more')} variant="secondary">
          <Ellipsis aria-hidden />
        </IconButton>
        <IconButton label={t('add')} size="icon-sm">
          <Plus aria-hidden />
        </IconButton>
        <IconButton label={t('delete')} size="icon-sm" disabled>
          <Trash2 aria-hidden />
        </IconButton>
        <IconButton label={t('refresh')} size="icon-sm" pending>
          <Plus aria-hidden />
        </IconButton>
      </Specimen>
      <Specimen name="CopyButton" row>
        <CopyButton text="pages/index" label={t('copy')} copiedLabel={t('copied')} />
        <CopyButton
          text="pages/index"
          label={t('copy')}
          copiedLabel={t('copied')}
          showLabel
          variant="secondary"
        />
      </Specimen>
      <Specimen name="Badge tone, dot" row>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} dot>
            {t('done')}
          </Badge>
        ))}
      </Specimen>
      <Specimen name="Avatar size" row>
        <Avatar name="王小明" size="sm" />
        <Avatar name="Ada Lovelace" />
        <Avatar name="林管理" size="lg" />
      </Specimen>
      <Specimen name="Kbd · Spinner" row>
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
        <Spinner />
      </Specimen>
    </Section>
  );
}
