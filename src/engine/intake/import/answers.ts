import type { Env } from "../../kernel/env";
import type { Currency } from "../../kernel/money";
import type { Work } from "../../program/work";
import type { Target } from "./header-names";
import type { LineKind } from "./move-row";
import type { Outcome } from "./status-words";
import type { Zones } from "./zones";

/** What a person, a preset or an earlier import of the same headers says of a file; what is left out is guessed. */
export interface Answers {
  /** What the lines become; sales where it is left out. */
  readonly lines?: LineKind;
  /** By place in the file. */
  readonly targets?: readonly (Target | null)[];
  readonly dayOrder?: "day first" | "month first";
  readonly mark?: "." | ",";
  readonly isMinor?: boolean;
  /** The zone of clock times that have none: "UTC", "Europe/Berlin"; "" is the spreadsheet's. */
  readonly zone?: string;
  readonly currency?: string;
  /** What lines are, by the words of their status or kind, without case and accents. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
}
/** What of the spreadsheet the reading of a file depends on. */
export interface FileContext {
  readonly programCurrency: Currency;
  readonly decimalMark: "." | ",";
  readonly zones: Zones;
}

/** The spreadsheet's own. */
export const fileContextOf = (
  { settings, program }: Pick<Work<"settings">, "settings" | "program">,
  { zones }: Pick<Env, "zones">,
): FileContext => ({
  programCurrency: settings.programCurrency,
  decimalMark: program.context.decimalMark,
  zones,
});

/** What only a person can say of a file; an open one leaves lines out until it is answered. */
export interface Question {
  readonly about: "dates" | "decimals" | "unit" | "zone" | "currency" | "statuses";
  readonly isOpen: boolean;
  readonly example: string;
  /** Of statuses: each word, how many lines have it, and what it is taken for. */
  readonly words?: readonly {
    readonly word: string;
    readonly lines: number;
    readonly outcome: Outcome | null;
  }[];
}
