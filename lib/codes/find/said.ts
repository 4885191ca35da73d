import 'server-only';
import { declaredFor } from '@/lib/apps/parameters/queries';
import { unpack } from '@/lib/apps/parameters/pack';

type Found = { scene: string | null; page: string | null; miniProgram: { id: string } };

/** `said`: the values of a packed scene by their names, in no language; only where the scene does not say so itself. */
export type Said = { said?: string };

/** Codes with what their scenes say, as far as somebody declared it. */
export async function withSaid<Item extends Found>(items: readonly Item[]): Promise<(Item & Said)[]> {
  const place = ({ miniProgram, page }: Found) => ({ miniProgramId: miniProgram.id, page });
  const isPair = ({ scene }: Found) => scene?.includes('=') === true;
  const parametersFor = await declaredFor(items.filter(isPair).map(place));
  return items.map((item) => {
    const parameters = parametersFor(place(item));
    const scene = item.scene ?? '';
    if (parameters.length === 0) return item;
    const said = unpack(parameters, scene)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    return said === '' || said === scene ? item : { ...item, said };
  });
}
