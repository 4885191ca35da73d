const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The smallest picture that there is. */
export const onePixel = () => new File([Buffer.from(PNG, 'base64')], 'logo.png', { type: 'image/png' });
