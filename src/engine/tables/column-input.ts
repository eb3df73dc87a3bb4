import { type Input, type InputOptions, input, type Optional } from "../kernel/input";
import type { Column } from "./table";

/** An input that takes what a column's cells take, with its header and note, unless the options say otherwise. */
export const columnInput = <T, const O extends InputOptions>(
  { header, field, note, currencyIn }: Column<T>,
  options?: O,
): Input<Optional<NonNullable<T>, O>> =>
  input(header, field, { hint: note, currencyIn, ...options } as unknown as O) as never;
