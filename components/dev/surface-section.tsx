import { Package } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CoverPicture } from '@/components/data/work-list/cover-picture';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import { LabelledTable } from '@/components/ui/labelled-table';
import { PlainImage } from '@/components/ui/plain-image';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { Section, Specimen } from './specimen';

const TONES = ['info', 'success', 'warning', 'danger'] as const;
const MOMENT = '2026-03-08T09:30:00Z';

/** What things stand on, and how they are listed. */
export function SurfaceSection() {
  const t = useTranslations('common');
  return (
    <Section title="Surfaces">
      {TONES.map((tone) => (
        <Specimen key={tone} name={`Alert tone="${tone}"`}>
          <Alert
            tone={tone}
            title={t('error.title')}
            actions={
              <Button variant="secondary" size="sm">
                {t('retry')}
              </Button>
            }
          >
            {t('error.text')}
          </Alert>
        </Specimen>
      ))}
      <Specimen name="Card · CardHeader · CardBody">
        <Card>
          <CardHeader
            as="h3"
            title={t('details')}
            description={t('error.text')}
            actions={
              <Button variant="secondary" size="sm">
                {t('edit')}
              </Button>
            }
          />
          <CardBody>{t('failure.unloaded')}</CardBody>
        </Card>
      </Specimen>
      <Specimen name="DescriptionList · mono, action">
        <DescriptionList>
          <DescriptionRow label={t('details')}>{t('yesterday')}</DescriptionRow>
          <DescriptionRow
            label={t('open')}
            mono
            action={<CopyButton text="pages/table/index" label={t('copy')} copiedLabel={t('copied')} />}
          >
            pages/table/index?store=A01&table=12
          </DescriptionRow>
        </DescriptionList>
      </Specimen>
      <Specimen name="Disclosure">
        <Disclosure summary={t('details')}>{t('error.text')}</Disclosure>
        <Disclosure summary={t('showMore')}>{t('error.text')}</Disclosure>
      </Specimen>
      <Specimen name="CodeBlock caption">
        <CodeBlock
          aria-label="app.js"
          caption="app.js"
          code={
            "const { scene } = wx.getEnterOptionsSync().query;\nconst table = new URLSearchParams(scene).get('table');"
          }
          copyLabel={t('copy')}
          copiedLabel={t('copied')}
        />
      </Specimen>
      <TableSpecimen />
      <Specimen name="CoverPicture · PlainImage" row>
        <CoverPicture covers={[]} icon={<Package aria-hidden />} isMany={false} />
        <PlainImage src="/icon.svg" alt="" className="size-10" />
      </Specimen>
    </Section>
  );
}

function TableSpecimen() {
  const t = useTranslations('common');
  return (
    <Specimen name="LabelledTable · data-selected" wide>
      <LabelledTable label={t('list.shown', { count: 3 })}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('details')}</TableHead>
            <TableHead>{t('today')}</TableHead>
            <TableHead className="text-end">{t('selected', { count: 2 })}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {[1, 20, 300].map((number) => (
            <TableRow key={number} data-selected={number === 20 || undefined}>
              <TableCell className="font-medium">A-{number}</TableCell>
              <TableCell className="whitespace-nowrap">
                <DateTime value={MOMENT} /> · <DateTime value={MOMENT} format="date" /> ·{' '}
                <RelativeTime value={MOMENT} />
              </TableCell>
              <TableCell className="text-end tabular-nums">{number * 1_000}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </LabelledTable>
    </Specimen>
  );
}
