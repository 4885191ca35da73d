import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ProblemGroup } from '@/lib/batches/check/dry-run-types';
import { loadMessages } from '@/lib/i18n/messages';
import { ProblemList } from './problem-list';

const clear: ProblemGroup = {
  ...{ field: 'width', key: 'batchIssues.numberUnclear', values: { value: 'big' }, rows: 2, firstLine: 4 },
};

function textOf(problem: ProblemGroup): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
      <ProblemList problems={[problem]} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]*>/g, '|');
}

test('what the first of several rows says is told as an example', () => {
  expect(textOf({ ...clear, isExample: true })).toContain('For example: Width: “big” is not a number.');
  expect(textOf(clear)).toContain('|Width: “big” is not a number.');
});

test('rows that repeat different ones are told without the line of one', () => {
  const text = textOf({ ...clear, key: 'batchIssues.duplicates', values: {}, field: 'scene' });
  expect(text).toContain('|Same parameters as another line of the table.||2 rows, first in line 4|');
});
