'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Segmented } from '@/components/ui/form/segmented';
import { SNIPPET_LANGUAGES, type SnippetLanguage } from '@/lib/live/declared-snippet';

/** The file for the Mini Program, and how a page calls it. */
export type SnippetTexts = { file: string; use: string };
export type SnippetFilesProps = { texts: Record<SnippetLanguage, SnippetTexts> };

const NAMES: Record<SnippetLanguage, string> = { js: 'JavaScript', ts: 'TypeScript' };

/** In the language that the Mini Program is written in. */
export function SnippetFiles({ texts }: SnippetFilesProps) {
  const t = useTranslations('live.snippet');
  const detail = useTranslations('codes.detail');
  const [language, choose] = useState<SnippetLanguage>('js');
  const { file, use } = texts[language];
  const name = `live-code.${language}`;
  const values = { language: NAMES[language] };
  const copy = (field: string) => ({ copyLabel: detail('copy', { field }), copiedLabel: detail('copied') });
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
        <Segmented
          aria-label={t('language')}
          value={language}
          onValueChange={choose}
          items={SNIPPET_LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        />
        <Button
          variant="secondary"
          size="sm"
          render={<a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download={name} />}
        >
          <Download aria-hidden />
          {t('download', { file: name })}
        </Button>
      </div>
      <CodeBlock
        caption={name}
        code={file}
        aria-label={t('label', values)}
        className="mt-2 **:[pre]:max-h-96"
        {...copy(t('label', values))}
      />
      <CodeBlock
        caption={t('use')}
        code={use}
        aria-label={t('useLabel', values)}
        className="mt-3"
        {...copy(t('useLabel', values))}
      />
    </>
  );
}
