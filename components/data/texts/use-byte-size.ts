import { useFormatter } from 'next-intl';

const STEPS = [
  { unit: 'gigabyte', bytes: 1_000_000_000 },
  { unit: 'megabyte', bytes: 1_000_000 },
  { unit: 'kilobyte', bytes: 1_000 },
] as const;

/** “56 MB”, in thousands as file managers of phones and macOS count. */
export function useByteSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const step = STEPS.find((each) => bytes >= each.bytes) ?? STEPS[2];
    const value = bytes / step.bytes;
    return format.number(value, {
      style: 'unit',
      unit: step.unit,
      maximumFractionDigits: value < 10 ? 1 : 0,
    });
  };
}
