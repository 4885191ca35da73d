'use client';

import { useTranslations } from 'next-intl';
import { useRef, type ReactElement, type RefObject } from 'react';
import { DownloadForm } from '@/components/data/download-form';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/overlay/menu';

type VectorPopupProps = { codeId: string; trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function VectorPopup({ codeId, trigger }: VectorPopupProps) {
  const t = useTranslations('codes.detail.vector');
  const [svg, pdf] = [useRef<HTMLFormElement>(null), useRef<HTMLFormElement>(null)];
  return (
    <>
      <Menu defaultOpen>
        <MenuTrigger render={trigger} />
        <MenuContent>
          <MenuItem onClick={() => svg.current?.requestSubmit()}>{t('svg')}</MenuItem>
          <MenuItem onClick={() => pdf.current?.requestSubmit()}>{t('pdf')}</MenuItem>
        </MenuContent>
      </Menu>
      <div hidden>
        <VectorForm {...{ codeId, type: 'svg', formRef: svg }} />
        <VectorForm {...{ codeId, type: 'pdf', formRef: pdf }} />
      </div>
    </>
  );
}

type VectorFormProps = { codeId: string; type: 'svg' | 'pdf'; formRef: RefObject<HTMLFormElement | null> };

function VectorForm({ codeId, type, formRef }: VectorFormProps) {
  return (
    <DownloadForm ref={formRef} action={`/api/codes/${codeId}/vector`}>
      <input type="hidden" name="type" value={type} />
    </DownloadForm>
  );
}
