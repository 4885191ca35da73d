import type { Endpoint } from '@/lib/wechat/rules/limits';
import type { BoxElement, CodeElement, Design, PictureElement } from './design';
import { WHITE } from './design-pieces';

/** WeChat's circle in the middle of a round code, in shares of the square that the code stands in. */
export type LogoPlace = {
  x: number;
  y: number;
  radius: number;
  /** The code has no ground of its own. */
  isClear: boolean;
};

export const hasLogo = ({ elements }: Pick<Design, 'elements'>) =>
  elements.some((element) => element.kind === 'code' && (element.logo ?? element.logos) !== undefined);

/** Without a circle, so that a picture in its middle would cover what a phone reads. */
export const isSquare = ({ endpoint }: { endpoint: Endpoint }) => endpoint === 'createwxaqrcode';

/** Over WeChat's logo and no larger than its circle, so that nothing a phone reads is covered. */
export function logoMarks(
  { x, y, size, backdrop }: CodeElement,
  logo: string | null,
  place: LogoPlace | null,
): (BoxElement | PictureElement)[] {
  if (logo === null || !place) return [];
  const radius = place.radius * size;
  const frame = {
    ...{ x: x + place.x * size - radius, y: y + place.y * size - radius },
    ...{ width: 2 * radius, height: 2 * radius, radius },
  };
  return [
    // Nothing of WeChat's logo is seen through a transparent picture.
    { kind: 'box', ...frame, fill: place.isClear ? backdrop : WHITE },
    { kind: 'picture', ...frame, picture: logo, fit: 'cover' },
  ];
}
