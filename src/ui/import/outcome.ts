import type { FileRead } from "../../engine/intake/import/read-file";
import { asOneSentence, clip } from "../../engine/kernel/cells";
import { csvLine } from "../../engine/kernel/csv";
import type { PartReport } from "./send-parts";

interface Told {
  readonly line: number;
  readonly reasons: readonly string[];
}
/** What the whole file would come to, or came to. */
export interface Outcome {
  readonly sales: number;
  readonly refunds: number;
  readonly customers: number;
  readonly partners: number;
  /** Rewards that another tool still owes. */
  readonly rewards: number;
  /** … and on a coming day. */
  readonly drips: number;
  /** How many rows would be added. */
  readonly rows: number;
  readonly known: number;
  readonly changed: readonly Told[];
  /** Lines that can't be taken, those that wait for an answer included. */
  readonly bad: readonly Told[];
  /** Lines that may be rows that are here (IMPORT-10b). */
  readonly similar: readonly Told[];
  /** Lines left out by their status, by its word. */
  readonly leftOut: readonly { readonly word: string; readonly lines: number }[];
  readonly doubles: number;
  readonly further: number;
  readonly noPartner: number;
  readonly noPartnerCustomers: readonly string[];
  /** Codes that no partner has, with the sales that wait for it. */
  readonly unknownCodes: readonly { readonly code: string; readonly sales: number }[];
  /** Sales that are tests. */
  readonly tests: number;
  /** Sales of test customers that are no tests themselves. */
  readonly ofTests: readonly Told[];
  readonly history: number;
  readonly aside: readonly Told[];
}

export function outcomeOfParts(file: FileRead, reports: readonly PartReport[]): Outcome {
  const sum = (of: (report: PartReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  const all = <T>(of: (report: PartReport) => readonly T[]) => reports.flatMap(of);
  const words = new Map<string, number>();
  for (const each of file.lines) {
    if (each.kind === "out") words.set(each.word, (words.get(each.word) ?? 0) + 1);
  }
  const codes = new Map<string, number>();
  for (const { code, sales } of all((each) => each.unknownCodes)) {
    codes.set(code, (codes.get(code) ?? 0) + sales);
  }
  const bad = file.lines.flatMap((each) => (each.kind === "bad" ? [each] : []));
  const kept = [...bad, ...all(({ bad: more }) => more), ...all((each) => each.refundedBefore)];
  const sales = sum((each) => each.sales);
  const refunds = sum((each) => each.refunds);
  const customers = new Set(all((each) => each.customers)).size;
  const partners = new Set(all((each) => each.partners)).size;
  const rewards = new Set(all((each) => each.rewards)).size;
  const drips = new Set(all((each) => each.drips)).size;
  const isMove = file.lines.some(({ kind }) => kind === "move");
  return {
    sales,
    refunds,
    customers,
    partners,
    rewards,
    drips,
    rows: isMove ? customers + partners + rewards + drips : sales + refunds,
    known: sum(({ known }) => known),
    changed: all(({ changed }) => changed),
    bad: kept.map(({ line, reasons }) => ({ line, reasons })).sort((a, b) => a.line - b.line),
    similar: all(({ similar }) => similar),
    leftOut: [...words].filter(([word]) => word !== "").map(([word, lines]) => ({ word, lines })),
    doubles: file.lines.filter(({ kind }) => kind === "double").length,
    further: words.get("") ?? 0,
    noPartner: sum(({ noPartner }) => noPartner),
    noPartnerCustomers: [...new Set(all((each) => each.noPartnerCustomers))],
    unknownCodes: [...codes].map(([code, sales]) => ({ code, sales })),
    tests: sum(({ tests }) => tests),
    ofTests: all(({ ofTests }) => ofTests),
    history: sum(({ history }) => history),
    aside: file.aside.map(({ line, cells }) => ({ line, reasons: [shownLine(cells)] })),
  };
}

const shownLine = (cells: readonly string[]): string =>
  clip(
    cells
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join("; "),
    80,
  );

/** The lines that can't be taken, as a CSV with the reason last: to correct, and to import again. */
export function badLinesCsv({ columns, body }: FileRead, bad: readonly Told[]): string {
  const cells = new Map(body.map((line) => [line.line, line.cells]));
  const rows = [
    [...columns.map(({ header }) => header), "Line", "Why it was left out"],
    ...bad.map(({ line, reasons }) => [
      ...columns.map((_, at) => cells.get(line)?.[at] ?? ""),
      String(line),
      asOneSentence(reasons),
    ]),
  ];
  return rows.map(csvLine).join("");
}
