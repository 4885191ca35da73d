/** What makes two names the same to a person: case and width (Ａ and A) do not tell them apart. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
