import type { Month } from "../../kernel/day";
import type { Partner, Payout } from "../../tables";

/** One payout with whom it goes to. */
export interface FileLine {
  readonly payout: Payout;
  readonly partner: Partner;
}
/** What a file says beside its payouts, so that the same payouts always give the same bytes. */
export interface FileContext {
  readonly programName: string;
  readonly month: Month;
  /** The spreadsheet's, which is taken to be that of the paying account's country. */
  readonly decimalMark: "." | ",";
}
/** How one provider wants its payment file. */
export interface FileFormat {
  /** The end of the file's name, such as `-paypal`. */
  readonly suffix: string;
  /** The end that its files had in a version before: those are still made again. */
  readonly formerSuffix?: string;
  /** The most payouts in one file. */
  readonly most: number;
  /** The first line; null where the provider wants none. */
  readonly headers: readonly string[] | null;
  /** Why a payout can't go in this file, as a sentence that says what to do; undefined where it can. */
  refuse(line: FileLine): string | undefined;
  cells(line: FileLine, context: FileContext): readonly string[];
}

/** The name on the account. */
export const payeeOf = ({ partner }: FileLine): string => partner.payeeName ?? partner.name;
