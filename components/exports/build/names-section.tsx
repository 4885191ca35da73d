'use client';

import { useTranslations } from 'next-intl';
import { TokenInput, type Token } from '@/components/data/token-input';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import type { ExportOutline } from '@/lib/exports/export-types';
import { NAME_TOKENS, type TemplateIssue } from '@/lib/exports/names/name-template';
import { DEFAULT_NAMES, TEMPLATE_MAX_CHARS } from '@/lib/exports/options';
import { folderTokens, type NameParts } from './name-parts';

const NO_FOLDER = 'none';
/** Padded, so that files sort as they are numbered. */
const ROW = '{row:000}';

export type NamesSectionProps = {
  values: NameParts;
  onChange: (changed: Partial<NameParts>) => void;
  outline: ExportOutline;
  problem: TemplateIssue | null;
};

function useTokens({ scope, columns }: ExportOutline): Token[] {
  const t = useTranslations('exports.build.names');
  const toToken = (text: string, label: string) => ({ text, label, spoken: t('insert', { label }) });
  return [
    ...NAME_TOKENS.map((token) =>
      token === 'row'
        ? toToken(ROW, t(scope.kind === 'batch' ? 'token.rowBatch' : 'token.row'))
        : toToken(`{${token}}`, t(`token.${token}`)),
    ),
    ...columns.filter((column) => !/[{}]/.test(column)).map((column) => toToken(`{col:${column}}`, column)),
  ];
}

function useFolderItems(columns: readonly string[]) {
  const t = useTranslations('exports.build.names.folders');
  const ofColumns = columns.map((column) => ({ value: `{col:${column}}`, label: t('column', { column }) }));
  const known = { '{folder}': t('folder'), '{tags}': t('tags'), '{app}': t('app'), '{date}': t('date') };
  const shared = Object.entries(known).map(([value, label]) => ({ value, label }));
  const offered = new Set(folderTokens(columns));
  return [
    { value: NO_FOLDER, label: t('none') },
    ...[...shared, ...ofColumns].filter(({ value }) => offered.has(value)),
  ];
}

export function NamesSection({ values, onChange, outline, problem }: NamesSectionProps) {
  const t = useTranslations('exports');
  const isUsual = values.folder === '' && values.name === DEFAULT_NAMES;
  return (
    <Card>
      <CardHeader
        title={t('build.names.title')}
        actions={
          !isUsual && (
            <Button
              variant="ghost"
              size="sm"
              className="-my-1"
              onClick={() => onChange({ folder: '', name: DEFAULT_NAMES })}
            >
              {t('build.names.reset')}
            </Button>
          )
        }
      />
      <CardBody className="flex flex-col gap-5">
        <Field label={t('build.names.folder')} className="sm:max-w-72">
          <Select
            items={useFolderItems(outline.columns)}
            value={values.folder || NO_FOLDER}
            onValueChange={(value) => onChange({ folder: value === NO_FOLDER ? '' : value })}
          />
        </Field>
        <TokenInput
          label={t('build.names.template')}
          value={values.name}
          onValueChange={(name) => onChange({ name })}
          tokens={useTokens(outline)}
          tokensLabel={t('build.names.tokens')}
          maxLength={TEMPLATE_MAX_CHARS}
          hint={t('build.names.hint')}
          error={problem && t(`issues.${problem.key}`, problem.values)}
        />
      </CardBody>
    </Card>
  );
}
