import { useTranslations } from 'next-intl';
import { ColorSwatch } from '@/components/ui/form/color-swatch';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { unpack, type ReadValue } from '@/lib/apps/parameters/pack';
import type { CodeDetail } from '@/lib/codes/find/queries';
import type { OtherVersion } from '@/lib/codes/generate/promote';
import { encodedText } from '@/lib/codes/picture/snippets';
import { LIMITED_CODES_MAX } from '@/lib/wechat/rules/limits';
import { CopyRow } from './copy-row';
import { DetailCard } from './detail-card';
import { TriedWith } from './version-note';

type ParameterCardProps = {
  code: CodeDetail;
  /** The same in other versions of the Mini Program. */
  others: OtherVersion[];
  /** What is declared of the page that it opens. */
  declared: DeclaredParameter[];
};

/** Only what the type has; null in a column says that it has no such parameter. Names of the API stand in the technical part. */
export function ParameterCard(props: ParameterCardProps) {
  const { code, declared } = props;
  const t = useTranslations('codes.detail');
  const endpoints = useTranslations('codes.endpoints');
  return (
    <DetailCard title={t('sections.parameters')}>
      <DescriptionList>
        <DescriptionRow label={t('fields.app')}>{code.miniProgram.name}</DescriptionRow>
        <TargetRows code={code} declared={declared} />
        <DescriptionRow label={t('fields.endpoint')}>{endpoints(`${code.endpoint}.name`)}</DescriptionRow>
        <LookRows {...props} />
        <QuotaRow code={code} />
      </DescriptionList>
    </DetailCard>
  );
}

function TargetRows({ code, declared }: Pick<ParameterCardProps, 'code' | 'declared'>) {
  const t = useTranslations('codes.detail.fields');
  const text = code.scene === null ? null : encodedText(code.scene);
  return (
    <>
      {code.path !== null && <CopyRow mono label={t('path')} text={code.path} />}
      {code.scene !== null && <CopyRow mono label={t('scene')} text={code.scene} />}
      {text !== null && <CopyRow label={t('sceneText')} text={text} />}
      <ReadRow declared={declared} scene={code.scene ?? ''} />
      {code.page === '' && <DescriptionRow label={t('page')}>{t('pageHome')}</DescriptionRow>}
      {code.page && <CopyRow mono label={t('page')} text={code.page} />}
      <FlagRow label={t('checkPath')} value={code.checkPath} />
    </>
  );
}

/** What the page reads of a scene whose parameters somebody declared. */
function ReadRow({ declared, scene }: { declared: DeclaredParameter[]; scene: string }) {
  const t = useTranslations('codes.detail.fields');
  const read = declared.length === 0 ? [] : unpack(declared, scene);
  if (read.length === 0) return null;
  const said = (value: ReadValue) => (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value);
  return (
    <DescriptionRow label={t('read')}>
      <span className="flex flex-col">
        {read.map(([name, value]) => (
          <span key={name} className="wrap-anywhere">
            <span className="font-mono text-[0.8125rem] text-muted-foreground">{name}</span> {said(value)}
          </span>
        ))}
      </span>
    </DescriptionRow>
  );
}

function LookRows({ code, others }: ParameterCardProps) {
  const t = useTranslations('codes.detail.fields');
  const versions = useTranslations('codes.versions');
  const { envVersion, width, lineColor, autoColor, isHyaline } = code;
  return (
    <>
      {envVersion && (
        <DescriptionRow label={t('envVersion')}>
          <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            {versions(envVersion)}
            <TriedWith code={code} others={others} />
          </span>
        </DescriptionRow>
      )}
      <DescriptionRow label={t('width')}>{t('widthValue', { width })}</DescriptionRow>
      {autoColor && <DescriptionRow label={t('color')}>{t('colorAuto')}</DescriptionRow>}
      {lineColor !== null && (
        <CopyRow mono label={t('color')} text={`#${lineColor}`}>
          <span className="flex items-center gap-2">
            <ColorSwatch color={`#${lineColor}`} label={`#${lineColor}`} />
            <span aria-hidden>#{lineColor}</span>
          </span>
        </CopyRow>
      )}
      <FlagRow label={t('hyaline')} value={isHyaline} />
    </>
  );
}

function FlagRow({ label, value }: { label: string; value: boolean | null }) {
  const t = useTranslations('codes.detail.fields');
  if (value === null) return null;
  return <DescriptionRow label={label}>{value ? t('yes') : t('no')}</DescriptionRow>;
}

/** What it took of the permanent limit; nothing to say of codes that know none. */
function QuotaRow({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.fields');
  if (code.endpoint === 'getwxacodeunlimit') return null;
  const text = () => {
    if (code.quotaCost === 0) return t('quotaZero');
    if (code.status !== 'READY') return t('quotaPending');
    return t('quotaOne', { count: code.quotaCountAfter ?? 0, limit: LIMITED_CODES_MAX });
  };
  return <DescriptionRow label={t('quota')}>{text()}</DescriptionRow>;
}
