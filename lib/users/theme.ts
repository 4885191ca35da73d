export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** Of the browser's own storage. */
export const THEME_KEY = 'theme';

export function isTheme(value: string | null | undefined): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** Runs before anything of the page is drawn, so that it comes in the right colors. */
export const THEME_SCRIPT = `{let t;try{t=localStorage.getItem('${THEME_KEY}')}catch{}
document.documentElement.classList.add(t==='light'||t==='dark'?t:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light')}`;
