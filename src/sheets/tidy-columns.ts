import { DomainError } from "../engine/kernel/problem";
import { tableNames, tableOf } from "../engine/tables";
import { checkCopy } from "./copy";
import { underLock } from "./lock";
import { logSettled } from "./schedule-calls";
import { type ColumnMove, movesToOrder } from "./setup/column-order";
import { headersOf } from "./setup/set-up-tabs";
import { refuseNewer } from "./setup/upgrade-tabs";
import { type Book, findTab, inOneZone, type Sheet } from "./workbook/book";
import { readJournalSheet } from "./workbook/journal-sheet";
import { refusalOf } from "./workbook/refusal";

interface Plan {
  readonly sheet: Sheet;
  readonly moves: readonly ColumnMove[];
}

/**
 * *Tidy columns*: says which columns would move, asks, and moves them into the standard order (SHEET-44). Each move is one call
 * that leaves a tab as good as before, so one that is cut off is finished by the next. Answers with a sentence.
 */
export function tidyColumns(): string {
  const startedAt = Date.now();
  const asked = inOneZone((book) => describe(plansOf(book)));
  if (asked === "") return "All columns stand in the standard order.";
  if (!agrees(asked)) return "Nothing was moved.";
  return inOneZone((book) =>
    underLock(() => {
      const journal = readJournalSheet(book);
      checkCopy(book, journal);
      refuseNewer(journal.schema);
      const line = { what: "Moved columns into the standard order.", to: asked };
      const refused = logSettled(book, journal, startedAt, {
        line,
        act: () => moveAll(book, asked),
      });
      return ["The columns stand in the standard order.", ...refused].slice(-1)[0] as string;
    }),
  );
}

const plansOf = (book: Book): readonly Plan[] =>
  tableNames.flatMap((name) => {
    const table = tableOf(name);
    const sheet = findTab(book, table.sheet);
    if (!sheet) return [];
    const moves = movesToOrder(table, headersOf(sheet), sheet.getFrozenColumns());
    return moves.length === 0 ? [] : [{ sheet, moves }];
  });

const describe = (plans: readonly Plan[]): string =>
  plans
    .map(
      ({ sheet, moves }) => `${sheet.getName()}: ${moves.map(({ header }) => header).join(", ")}`,
    )
    .join("\n");

function agrees(moving: string): boolean {
  const ui = SpreadsheetApp.getUi();
  const text = `These columns move to where new spreadsheets have them, with columns of your own that stand at their right:\n\n${moving}\n\nValues, formulas and notes go along. Move them?`;
  return ui.alert("Tidy columns", text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** Moves them; says for each tab that Google leaves as it is why. */
function moveAll(book: Book, asked: string): readonly string[] {
  const plans = plansOf(book);
  if (describe(plans) !== asked) {
    throw new DomainError(
      "INPUT_INVALID",
      "The columns have changed since you were asked, so nothing was moved. Choose Tidy columns again.",
    );
  }
  return plans.flatMap(({ sheet, moves }) => {
    const refused = refusalOf(() => {
      for (const { first, count, before } of moves) {
        sheet.moveColumns(sheet.getRange(1, first + 1, 1, count), before + 1);
      }
    });
    return refused === undefined
      ? []
      : [`Google does not let columns of “${sheet.getName()}” move: ${refused}`];
  });
}
