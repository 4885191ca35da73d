import 'server-only';
import type { Readable } from 'node:stream';
import ZipStream from 'zip-stream';

/** The number of entries that means "look for the ZIP64 record". */
const ZIP64_ENTRIES = 0xffff;
const BLOCK_BYTES = 64 * 1024;

/**
 * zip-stream that stores what is not said to shrink (JPEG does not), with two things mended:
 *
 * - It writes every record in seventeen pieces. The directory at the end is then a million writes for 60,000 files, which
 *   block the process for seconds and take half a gigabyte. Here small pieces are gathered into blocks.
 * - An archive of exactly 65,535 entries says "look for ZIP64" and has no such record.
 *
 * yazl was turned down: it keeps what a callback closes over, and so every picture, until the archive ends; and it looks
 * through all entries for each one, which takes minutes for 60,000.
 */
export class StoredZip extends ZipStream {
  /** Where the next record begins; the library counts it in `write`. */
  declare offset: number;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #entries = 0;

  constructor() {
    super({ store: true });
  }

  /** @returns when the entry is complete; of a stream that is only once somebody has read it */
  async add(content: Buffer | Readable, file: { name: string; date: Date; store?: boolean }): Promise<void> {
    this.#entries += 1;
    await new Promise<void>((resolve, reject) => {
      this.entry(content, file, (error) => (error ? reject(error) : resolve()));
    });
    // Nobody waits for the first bytes until a block is full.
    if (this.#entries === 1) this.#flush();
  }

  override isZip64(): boolean {
    return super.isZip64() || this.#entries >= ZIP64_ENTRIES;
  }

  override write(chunk: Buffer | string): boolean {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (piece.length >= BLOCK_BYTES) {
      this.#flush();
      return super.write(piece);
    }
    this.offset += piece.length;
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes >= BLOCK_BYTES) this.#flush();
    return !this.writableNeedDrain;
  }

  override end(): this {
    this.#flush();
    return super.end();
  }

  #flush(): void {
    if (this.#bytes === 0) return;
    const block = Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = [];
    this.#bytes = 0;
    this.offset -= block.length;
    super.write(block);
  }
}
