/** Pictures go to the clipboard over https and on this machine only. */
export function canCopyPicture(): boolean {
  return typeof ClipboardItem !== 'undefined' && Boolean(navigator.clipboard?.write);
}

async function asPng(url: string): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** Copies the picture, whole and with its transparency, to paste it elsewhere. Browsers take PNG only. */
export async function copyPicture(url: string): Promise<void> {
  // The promise and not its value: Safari wants `write` within the click.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(url) })]);
}
