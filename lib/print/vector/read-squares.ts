import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';

const WASM = ['node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm'];

type Dots = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };

let isPrepared = false;

/** The square codes on a picture of red, green, blue and alpha. */
export async function readSquares(dots: Dots, maxNumberOfSymbols: number): Promise<ReadResult[]> {
  if (!isPrepared)
    prepareZXingModule({ overrides: { wasmBinary: readFileSync(join(process.cwd(), ...WASM)) } });
  isPrepared = true;
  const image = { ...dots, colorSpace: 'srgb' as const };
  return readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols });
}
