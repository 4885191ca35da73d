'use client';

import { useEffect, useState } from 'react';

const SHOWN_MS = 2000;

/** The Clipboard API only exists on HTTPS and localhost; shops often open the console by its LAN address over HTTP. */
function copyThroughSelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** @returns whether the text is on the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copyThroughSelection(text);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyThroughSelection(text),
  );
}

export function useCopy(text: string) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  return { copied, copy: async () => setCopied(await copyText(text)) };
}
