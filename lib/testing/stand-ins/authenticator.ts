import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { PasskeySite } from '@/lib/users/passkeys/site';
import type { NewPasskeyInput, PasskeyAnswer } from '@/lib/users/passkeys/schema';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (bytes: Buffer) => bytes.toString('base64url');

/** CBOR (RFC 8949) of a text and of bytes: a head with the length, and what it is. */
const head = (major: number, length: number) =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);

/** A COSE key: EC2, ES256, P-256, and the two coordinates. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (name: number, value: string) =>
    Buffer.concat([Buffer.from([name]), bytes(Buffer.from(value, 'base64url'))]);
  const kind = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  return Buffer.concat([kind, coordinate(0x21, x), coordinate(0x22, y)]);
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

type Signing = {
  /** Where the browser says the page is open. */
  origin?: string;
  rpId?: string;
  /** Whether the device asked who holds it. */
  isVerified?: boolean;
  /** What it says it has signed; by default one more than before. */
  counter?: number;
  /** Whose it says it is. */
  userHandle?: string;
};

/** Makes real keys and signs with them, as a phone or a security key does (WebAuthn Level 3, ES256, no attestation). */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;
  #userHandle = '';

  constructor(readonly site: PasskeySite) {}

  #data(
    flags: number,
    { rpId = this.site.rpId, isVerified = true, counter = (this.#counter += 1) }: Signing,
  ) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const state = flags | PRESENT | (isVerified ? VERIFIED : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([state]), count]);
  }

  #client(type: string, challenge: string, { origin = this.site.origin }: Signing) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** Answers what `startPasskey` asks for. */
  make(options: { challenge: string; user: { id: string } }, given: Signing = {}): NewPasskeyInput['answer'] {
    this.#userHandle = options.user.id;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const key = Buffer.concat([Buffer.alloc(16), length, id, coseKey(this.#keys.publicKey)]);
    const data = Buffer.concat([this.#data(HAS_KEY, given), key]);
    const none = Buffer.concat([text('fmt'), text('none'), text('attStmt'), head(5, 0)]);
    const object = Buffer.concat([head(5, 3), none, text('authData'), bytes(data)]);
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: base64url(this.#client('webauthn.create', options.challenge, given)),
        attestationObject: base64url(object),
        transports: ['internal'],
      },
    };
  }

  /** Answers what `askForPasskey` asks for. */
  sign({ challenge }: { challenge: string }, given: Signing = {}): PasskeyAnswer {
    const data = this.#data(0, given);
    const client = this.#client('webauthn.get', challenge, given);
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), this.#keys.privateKey)),
        userHandle: given.userHandle ?? this.#userHandle,
      },
    };
  }
}
