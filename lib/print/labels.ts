import type { Design } from './design';
import { code, SOFT, text, WHITE } from './design-pieces';
import { FILLING } from './starter-keys';

// Designs that need no words. Apart from the others, so that the form of a print does not load those.

/** A label with the code at the left and name and parameter beside it. */
export function sideLabel(key: string, [width, height]: [number, number], bleed = 0): Design {
  const margin = height < 25 ? 1.5 : 2.5;
  const size = height - 2 * margin;
  const x = size + margin * 2;
  const room = { x, width: width - x - margin };
  const name = height * 0.5;
  return {
    ...{ key, width, height, bleed, radius: 1.5, ground: WHITE },
    elements: [
      code([margin, margin], size, 0),
      text({
        ...room,
        ...{ y: margin, height: name, text: '{name}', sizePt: height * 0.36, lines: 4 },
        ...{ bold: true, align: 'left' },
      }),
      text({
        ...room,
        ...{
          y: margin + name + 0.6,
          height: size - name - 0.6,
          text: '{scene}',
          sizePt: Math.max(5, height * 0.2),
          minPt: 4.5,
        },
        ...{ lines: 3, color: SOFT, align: 'left' },
      }),
    ],
  };
}

/** The code above, its name below. */
export function plain(key: string, [width, height]: [number, number]): Design {
  const foot = height * 0.2;
  const size = Math.min(width, height - foot) - 2;
  return {
    ...{ key, width, height, bleed: 0, radius: 1.5, ground: WHITE },
    elements: [
      code([(width - size) / 2, 1], size, 0),
      text({
        ...{ x: 1.5, y: height - foot - 1, width: width - 3, height: foot, text: '{name}', minPt: 5 },
        ...{ sizePt: Math.max(7, height * 0.26), lines: 2, bold: true },
      }),
    ],
  };
}

const WIDE = 1.3;

/** A design that fills its place: the code beside its name on what is wide, above it on what is not. */
export function fillingDesign({ width, height }: { width: number; height: number }): Design {
  return (width / height >= WIDE ? sideLabel : plain)(FILLING, [width, height]);
}
