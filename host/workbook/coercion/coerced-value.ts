import type { Cell } from "../base/model";

/** A typed value; `format` is what an automatic cell takes on, null when it stays automatic. */
export type CoercedValue = { readonly value: Cell; readonly format: string | null };
