import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { OtherVersion } from '@/lib/codes/generate/promote';
import { loadMessages } from '@/lib/i18n/messages';
import { TriedWith, VersionNote, type VersionNoteProps } from './version-note';

const other = (version: OtherVersion['version']): OtherVersion => ({
  ...{ id: `the-${version}`, name: '7 号桌', status: 'READY', version },
});

/** As somebody sees it who may only look. */
function show(said: Partial<VersionNoteProps['code']>, others: OtherVersion[] = []) {
  const code = { id: 'a', status: 'READY', envVersion: 'trial', ...said } as const;
  const marked = (part: ReactNode) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={loadMessages('en')}>
        {part}
      </NextIntlClientProvider>,
    );
  const note = marked(<VersionNote code={code} others={others} canWrite={false} />);
  return { note, beside: marked(<TriedWith code={code} others={others} />) };
}

test('a testing code says who can open it, and leads to its release code once there is one', () => {
  expect(show({}).note).toContain('opens the trial version');
  expect(show({ envVersion: 'develop' }).note).toContain('opens the development version');
  expect(show({}).note).not.toContain('href');
  const { note, beside } = show({}, [other('develop'), other('release')]);
  expect(note).toContain('href="/codes/the-release"');
  expect(beside).toBe('');
});

test('a release code leads back to what it was tried with, and says nothing where there is nothing', () => {
  const { note, beside } = show({ envVersion: 'release' }, [other('trial'), other('develop')]);
  expect(note).toBe('');
  expect(beside).toContain('href="/codes/the-trial"');
  expect(beside).toContain('href="/codes/the-develop"');
  expect(show({ envVersion: 'release' })).toEqual({ note: '', beside: '' });
  expect(show({ envVersion: null })).toEqual({ note: '', beside: '' });
});

test('of a code that failed its failure is spoken of first', () => {
  expect(show({ status: 'FAILED' }).note).toBe('');
});
