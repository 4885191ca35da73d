import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

// Drawn, not photographed: they take the colours of the theme, and show only what is looked for. What stands in WeChat's
// console is Chinese, and so are the words in the pictures, in each language.

const WIDTH = 420;

function Picture({ height, label, children }: { height: number; label: string; children: ReactNode }) {
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
      className="w-full rounded-lg border border-border bg-surface"
    >
      {children}
    </svg>
  );
}

/** Text that is there and does not matter. */
function Blur({ x, y, width }: { x: number; y: number; width: number }) {
  return <rect x={x} y={y} width={width} height="7" rx="3.5" className="fill-muted-strong" />;
}

function Word({ x, y, children, strong }: { x: number; y: number; children: string; strong?: boolean }) {
  return (
    <text
      x={x}
      y={y}
      className={strong ? 'fill-accent-text font-semibold' : 'fill-foreground'}
      fontSize="12.5"
    >
      {children}
    </text>
  );
}

/** What to look for. */
function Ring({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx="7"
      className="fill-accent-subtle stroke-accent"
      strokeWidth="1.75"
    />
  );
}

function Press({ x, y, width, children }: { x: number; y: number; width: number; children: string }) {
  return (
    <>
      <rect x={x} y={y} width={width} height="24" rx="5" className="fill-surface stroke-input" />
      <text x={x + width / 2} y={y + 16.5} textAnchor="middle" className="fill-foreground" fontSize="12">
        {children}
      </text>
    </>
  );
}

/** The menu at the left: 开发管理, and on its page the tab 开发设置. */
export function MenuPicture() {
  const t = useTranslations('apps.console');
  return (
    <Picture height={168} label={t('menuLabel')}>
      <rect width="128" height="168" className="fill-muted" />
      <Blur x={18} y={20} width={56} />
      <Blur x={18} y={46} width={72} />
      <Blur x={18} y={72} width={48} />
      <Ring x={10} y={92} width={108} height={30} />
      <Word x={20} y={112} strong>
        {t('development')}
      </Word>
      <Blur x={18} y={138} width={64} />
      <Blur x={152} y={24} width={44} />
      <Blur x={216} y={24} width={44} />
      <Ring x={276} y={12} width={84} height={30} />
      <Word x={290} y={32} strong>
        {t('settings')}
      </Word>
      <line x1="144" x2="404" y1="50" y2="50" className="stroke-border" />
      <Blur x={152} y={72} width={120} />
      <Blur x={152} y={98} width={220} />
      <Blur x={152} y={124} width={176} />
    </Picture>
  );
}

/** 开发者 ID: AppID to copy, AppSecret to make anew when nobody wrote it down. */
export function CredentialPicture() {
  const t = useTranslations('apps.console');
  return (
    <Picture height={158} label={t('credentialLabel')}>
      <text x="20" y="28" className="fill-muted-foreground" fontSize="12">
        {t('developerId')}
      </text>
      <line x1="20" x2="400" y1="42" y2="42" className="stroke-border" />
      <Word x={20} y={70}>
        {t('appId')}
      </Word>
      <Ring x={168} y={52} width={176} height={28} />
      <text x="180" y="70.5" className="fill-accent-text font-mono" fontSize="12.5">
        wx0123456789abcdef
      </text>
      <line x1="20" x2="400" y1="92" y2="92" className="stroke-border" />
      <Word x={20} y={126}>
        {t('appSecret')}
      </Word>
      <Blur x={180} y={118} width={96} />
      <Ring x={320} y={105} width={76} height={34} />
      <Press x={326} y={110} width={64}>
        {t('reset')}
      </Press>
    </Picture>
  );
}

/** IP 白名单: where the server's address goes. @param address null while WeChat has not named it */
export function WhitelistPicture({ address }: { address: string | null }) {
  const t = useTranslations('apps.console');
  return (
    <Picture height={112} label={t('whitelistLabel')}>
      <Word x={20} y={36}>
        {t('whitelist')}
      </Word>
      <Ring x={320} y={13} width={76} height={34} />
      <Press x={326} y={18} width={64}>
        {t('change')}
      </Press>
      <line x1="20" x2="400" y1="56" y2="56" className="stroke-border" />
      <rect x="20" y="68" width="380" height="30" rx="5" className="fill-muted stroke-border" />
      {address ? (
        <text x="32" y="88" className="fill-accent-text font-mono font-semibold" fontSize="13">
          {address}
        </text>
      ) : (
        <Blur x={32} y={80} width={96} />
      )}
    </Picture>
  );
}
