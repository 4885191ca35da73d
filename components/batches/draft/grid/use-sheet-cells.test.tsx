import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { toValues, type PlanValues } from '@/components/batches/draft/plan-values';
import { planOf } from '@/lib/batches/batch.fixture';
import { judgeRows } from '@/lib/batches/check/judge';
import { loadMessages } from '@/lib/i18n/messages';
import { useCellProblems } from './use-sheet-cells';

const columns = ['店', '桌'];
const draft = { columns: columns.map((name) => ({ name })) };
const plan = planOf({ scene: { from: 'template', template: 's={店}&t={桌}' } });

/** What each cell of the first row says: whether it is at fault, and its cure. */
async function cellsOf(...rows: string[][]) {
  const table = { columns, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
  const [first] = await judgeRows({ appId: 'wx0123456789abcdef', pathMaxBytes: 128 }, table, plan);
  const found: (null | { texts: string[]; cure: string | null })[] = [];
  function Cells() {
    const { problemOf } = useCellProblems(draft);
    const row = {
      line: 2,
      cells: rows[0] ?? [],
      verdict: first?.verdict ?? null,
      issues: first?.issues ?? [],
    };
    columns.forEach((_, column) => found.push(problemOf(row, column)));
    return null;
  }
  function Sheet() {
    const form = useForm<PlanValues>({ defaultValues: toValues('an app', plan) });
    return (
      <FormProvider {...form}>
        <Cells />
      </FormProvider>
    );
  }
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
      <Sheet />
    </NextIntlClientProvider>,
  );
  return found.map((cell) => cell && [cell.texts.length, cell.cure]);
}

test('a cell with a space has a cure, unless another row is what it would be', async () => {
  expect(await cellsOf(['A', '3 9'])).toEqual([null, [1, '39']]);
  expect(await cellsOf(['A', '3 9'], ['A', '39'])).toEqual([null, [2, null]]);
});

test('an empty cell is empty, and another one beside it holds the wrong characters', async () => {
  expect(await cellsOf(['', '3 9'])).toEqual([
    [1, null],
    [1, '39'],
  ]);
});
