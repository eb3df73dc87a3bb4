import type { Env } from "../../kernel/env";
import { textField } from "../../kernel/fields";
import { type InputOf, type Inputs, input } from "../../kernel/input";
import { type Place, sortBy } from "../../kernel/order";
import type { NameOf, Read, RowsOf } from "../../program/reads";
import type { WorkOn } from "../../program/work";
import type { TableName } from "../../tables";
import { everyWord, type Texts } from "./every-word";
import { type Page, pageInputs, pageOf } from "./paging";
import { type UseCase, useCase } from "./use-case";

type Searched = { readonly search: ReturnType<typeof searchInput> } & typeof pageInputs;
const searchInput = (hint: string) => input("Search", textField, { hint });

/** The work of a list that reads these, and the settings. */
type On<T extends Read> = WorkOn<RowsOf<T | "settings">>;

/** A list: rows found by every word that is searched, in their order, shown page by page. */
export function list<
  const Name extends string,
  const T extends Read,
  R,
  Shown,
  I extends Inputs = Record<never, never>,
  Beside extends object = Record<never, never>,
>(definition: {
  readonly name: Name;
  readonly reads: readonly T[];
  /** What the search finds; "" says nothing of it. */
  readonly hint?: string;
  readonly filters?: I;
  /** Words that a search may have and that say nothing here. */
  readonly ignored?: readonly string[];
  /** The rows that the filters leave. */
  readonly rows: (work: On<T>, given: InputOf<I & Searched>, env: Env) => readonly R[];
  /** What a row is found by; left out where `rows` itself searches. */
  readonly texts?: (work: On<T>, row: R, env: Env) => Texts;
  /** Left out where `rows` come in their order. */
  readonly order?: (work: On<T>, given: InputOf<I & Searched>) => readonly Place<R>[];
  readonly show: (work: On<T>, env: Env) => (row: R) => Shown;
  /** Bytes of the rows in one reply, where much stands beside them. */
  readonly bytes?: number;
  /** What the reply says besides, also of the rows on other pages. */
  readonly beside?: (work: On<T>, found: readonly R[]) => Beside;
}): UseCase<Name, I & Searched, NameOf<T | "settings">, Page<Shown> & Beside> {
  const { name, reads, hint = "", filters, texts, order } = definition;
  return useCase({
    name,
    edits: "read only",
    inputs: { search: searchInput(hint), ...(filters as I), ...pageInputs },
    reads,
    decide: (work: On<T>, given: InputOf<I & Searched>, env): Page<Shown> & Beside => {
      const { search, page, skip } = given as InputOf<Searched>;
      const { context } = work.program;
      const says = everyWord(texts ? search : null, context, env.entry, definition.ignored);
      const found = definition
        .rows(work, given, env)
        .filter((row) => says(() => texts?.(work, row, env) ?? []));
      const ordered = order ? sortBy(found, ...order(work, given)) : found;
      return {
        ...pageOf(ordered, { page, skip }, definition.show(work, env), definition.bytes),
        ...(definition.beside?.(work, found) as Beside),
      };
    },
  }) as UseCase<Name, I & Searched, NameOf<T | "settings">, Page<Shown> & Beside>;
}

/** The records whose columns hold what is asked for; null asks nothing. */
export function matching<Rows, N extends keyof Rows & TableName>(
  work: WorkOn<Rows>,
  table: N,
  asked: { readonly [C in keyof Rows[N]]?: Rows[N][C] | null },
): readonly Rows[N][] {
  const columns = Object.keys(asked).filter(
    (id) => asked[id as keyof typeof asked] !== null,
  ) as (keyof Rows[N] & string)[];
  const [first, ...others] = columns;
  const rows = first ? work.where(table, first, asked[first] as never) : work.all(table);
  return rows.filter((row) => others.every((id) => row[id] === asked[id]));
}
