import type { Driver } from "../../driver/driver";
import { parseWorkbook } from "../../store";
import { recalculate, type Workbook } from "../../workbook";
import { Refused } from "./refused";

/** An act of the page's person, with the workbook as it was on its other side. */
type Step = { readonly name: string; readonly text: string };

type Past = { done: Step[]; undone: Step[]; version: number };

/** With more rows than these, acts are not remembered. */
const mostRows = 200_000;
/** All that is remembered, in characters. */
const mostText = 100_000_000;

const pastOf = (host: Driver): Past =>
  host.state.slot<Past>("page past", () => ({ done: [], undone: [], version: -1 }));

/**
 * Does what a person does, so that it can be taken back; if it is refused half-way, all stays as it was. What came before a change that
 * the person did not make (the program wrote) can't be taken back any more: that would take the program's writing with it.
 */
export function undoable<T>(host: Driver, name: string, work: () => T): T {
  const book = host.workbook;
  const past = pastOf(host);
  forgetIfChanged(host);
  const text = isSmall(book) ? host.text() : null;
  const before = book.version;
  try {
    const answer = host.act(work);
    if (book.version !== before) {
      past.done = text === null ? [] : fitting([...past.done, { name, text }]);
      past.undone = [];
    }
    return answer;
  } catch (thrown) {
    if (text !== null && book.version !== before) restore(book, text);
    throw thrown;
  } finally {
    remember(host);
  }
}

/** Takes the last act back, or does it again; answers its name. */
export function stepBack(host: Driver, way: "undo" | "redo"): string {
  const past = pastOf(host);
  const book = host.workbook;
  const changed = forgetIfChanged(host);
  const [from, to] = way === "undo" ? (["done", "undone"] as const) : (["undone", "done"] as const);
  const step = past[from].pop();
  if (step === undefined) throw new Refused(409, nothingTo(way, changed, book));
  past[to].push({ name: step.name, text: host.text() });
  host.act(() => restore(book, step.text));
  remember(host);
  return step.name;
}

function nothingTo(way: "undo" | "redo", changed: boolean, book: Workbook): string {
  if (changed)
    return "The program has written into the spreadsheet since, so what you did before can't be taken back here. Edit the cells instead.";
  if (!isSmall(book))
    return "In a spreadsheet as large as this one, nothing can be taken back here.";
  return `There is nothing to ${way}.`;
}

function forgetIfChanged(host: Driver): boolean {
  const past = pastOf(host);
  recalculate(host.workbook);
  const isKnown = past.version === host.workbook.version;
  const changed = !isKnown && past.done.length + past.undone.length > 0;
  if (!isKnown) Object.assign(past, { done: [], undone: [] });
  return changed;
}

/** The version that our last act left, its formulas computed. */
function remember(host: Driver): void {
  recalculate(host.workbook);
  pastOf(host).version = host.workbook.version;
}

function restore(book: Workbook, text: string): void {
  const { sheets, namedRanges, metadata, looks } = parseWorkbook(text, "What was before", {});
  const version = book.version + 1;
  Object.assign(book, { sheets, namedRanges, metadata, looks, calculated: "", version });
}

const isSmall = ({ sheets }: Workbook): boolean =>
  sheets.reduce((sum, { rows }) => sum + rows.length, 0) <= mostRows;

/** The newest steps that fit into what is remembered. */
function fitting(steps: readonly Step[]): Step[] {
  let room = mostText;
  let first = steps.length;
  while (first > 0 && room >= (steps[first - 1]?.text.length ?? 0)) {
    first -= 1;
    room -= steps[first]?.text.length ?? 0;
  }
  return steps.slice(first);
}
