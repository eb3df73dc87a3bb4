import type {
  Cell,
  Column,
  Kept,
  Metadata,
  NamedRange,
  Protection,
  SheetFilter,
  Style,
  Table,
  ValidationRule,
} from "../workbook";

/** The mark and version at the start of a workbook file; a newer version is refused. */
export const storedFormat = { name: "local-host workbook", version: 1 } as const;

/** A row in the file; empty parts are left out. */
export type StoredRow = {
  readonly cells?: readonly Cell[];
  /** Index into `looks`. */
  readonly look?: number;
  readonly formulas?: Readonly<Record<string, string>>;
  readonly notes?: Readonly<Record<string, string>>;
  readonly hidden?: true;
  readonly filtered?: true;
};

export type StoredLook = {
  readonly formats: readonly string[];
  readonly styles: readonly (Style | null)[];
  readonly rules: readonly (ValidationRule | null)[];
};

export type StoredSheet = {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly columns: readonly Column[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Left out by files of earlier releases. */
  readonly filter?: SheetFilter | null;
  readonly protections: readonly Protection[];
  /** Left out by files of earlier releases. */
  readonly tables?: readonly Table[];
  readonly conditionalFormats: readonly Kept[];
  readonly charts: readonly Kept[];
  readonly rows: readonly (StoredRow | null)[];
};

export type StoredWorkbook = {
  readonly format: string;
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly namedRanges: readonly NamedRange[];
  readonly metadata: readonly Metadata[];
  readonly extras: Readonly<Record<string, unknown>>;
  readonly looks: readonly StoredLook[];
  readonly sheets: readonly StoredSheet[];
};
