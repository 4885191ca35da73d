import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decrypt, encrypt } from './encryption';

describe('encryption', () => {
  test('opens what it closed, for the same context only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (plaintext, context, other) => {
        const ciphertext = encrypt(plaintext, context);
        expect(decrypt(ciphertext, context)).toBe(plaintext);
        if (other !== context) expect(() => decrypt(ciphertext, other)).toThrow();
      }),
    );
  });

  test('never makes the same ciphertext twice', () => {
    expect(encrypt('secret', 'row')).not.toBe(encrypt('secret', 'row'));
  });

  test('does not open a text of which one bit was changed', () => {
    const bytes = Buffer.from(encrypt('secret', 'row'), 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => decrypt(changed.toString('base64'), 'row')).toThrow();
    }
  });

  test('does not open a text that was cut short', () => {
    const bytes = Buffer.from(encrypt('secret', 'row'), 'base64');
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decrypt(bytes.subarray(0, length).toString('base64'), 'row')).toThrow();
  });
});
