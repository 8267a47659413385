import { shadeOf } from '../heat-matrix/heat-matrix.tsx';
import { provinces } from './provinces.ts';

/** A province with its value, as a number and in words. */
export type ProvinceValue = Readonly<{ name: string; value: number; text: string }>;

/** What the map is told. */
export type ProvinceMapProps = Readonly<{
  label: string;
  /** Values by the province's short name (`provinceOf`); a province that is not named has nothing. */
  values: readonly ProvinceValue[];
  nothing: string;
  onPick?: ((name: string) => void) | undefined;
}>;

/** Value, text and shade of each province of the map, in the map's order. */
export function shadedProvinces(values: readonly ProvinceValue[], nothing: string) {
  const greatest = Math.max(...values.map((each) => each.value), 0);
  return provinces.map((name) => {
    const found = values.find((each) => each.name === name);
    return { name, text: found?.text ?? nothing, shade: shadeOf(found?.value ?? null, greatest) };
  });
}
