import { useTranslations } from 'next-intl';
import { ColorSwatch } from '@/components/ui/form/color-swatch';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { encodedText } from '@/lib/codes/picture/snippets';
import { CopyRow } from './copy-row';
import { DetailCard } from './detail-card';

/** Only what the endpoint has; null in a column says that it has no such parameter. */
export function ParameterCard({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const endpoints = useTranslations('codes.endpoints');
  return (
    <DetailCard title={t('sections.parameters')} text={t('sections.parametersText')}>
      <DescriptionList>
        <CopyRow label={t('fields.endpoint')} text={code.endpoint}>
          {endpoints(`${code.endpoint}.name`)}{' '}
          <span className="font-mono text-xs text-muted-foreground">{code.endpoint}</span>
        </CopyRow>
        <CopyRow label={t('fields.app')} wire="appid" text={code.miniProgram.appId}>
          {code.miniProgram.name}{' '}
          <span className="font-mono text-xs text-muted-foreground">{code.miniProgram.appId}</span>
        </CopyRow>
        <TargetRows code={code} />
        <LookRows code={code} />
        {code.note !== '' && (
          <DescriptionRow label={t('fields.note')}>
            <span className="whitespace-pre-wrap">{code.note}</span>
          </DescriptionRow>
        )}
      </DescriptionList>
    </DetailCard>
  );
}

function TargetRows({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.fields');
  const text = code.scene === null ? null : encodedText(code.scene);
  return (
    <>
      {code.path !== null && <CopyRow mono label={t('path')} wire="path" text={code.path} />}
      {code.scene !== null && <CopyRow mono label={t('scene')} wire="scene" text={code.scene} />}
      {text !== null && <CopyRow label={t('sceneText')} text={text} />}
      {code.page === '' && (
        <DescriptionRow label={<Wire label={t('page')} wire="page" />}>{t('pageHome')}</DescriptionRow>
      )}
      {code.page && <CopyRow mono label={t('page')} wire="page" text={code.page} />}
      <FlagRow label={t('checkPath')} wire="check_path" value={code.checkPath} />
    </>
  );
}

function LookRows({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.fields');
  const versions = useTranslations('codes.generate.envVersion');
  const { envVersion, width, lineColor, autoColor, isHyaline } = code;
  return (
    <>
      {envVersion && (
        <CopyRow label={t('envVersion')} wire="env_version" text={envVersion}>
          {versions(envVersion)}
        </CopyRow>
      )}
      <CopyRow label={t('width')} wire="width" text={String(width)}>
        {t('widthValue', { width })}
      </CopyRow>
      {autoColor && (
        <CopyRow label={t('color')} wire="auto_color" text="true">
          {t('colorAuto')}
        </CopyRow>
      )}
      {lineColor !== null && (
        <CopyRow mono label={t('color')} wire="line_color" text={`#${lineColor}`}>
          <span className="flex items-center gap-2">
            <ColorSwatch color={`#${lineColor}`} label={`#${lineColor}`} />
            <span aria-hidden>#{lineColor}</span>
          </span>
        </CopyRow>
      )}
      <FlagRow label={t('hyaline')} wire="is_hyaline" value={isHyaline} />
    </>
  );
}

type FlagRowProps = { label: string; wire: string; value: boolean | null };

function FlagRow({ label, wire, value }: FlagRowProps) {
  const t = useTranslations('codes.detail.fields');
  if (value === null) return null;
  return (
    <CopyRow label={label} wire={wire} text={String(value)}>
      {value ? t('yes') : t('no')}
    </CopyRow>
  );
}

function Wire({ label, wire }: { label: string; wire: string }) {
  return (
    <span className="flex flex-col">
      {label}
      <code className="font-mono text-xs leading-4">{wire}</code>
    </span>
  );
}
