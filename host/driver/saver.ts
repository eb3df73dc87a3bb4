import { extname } from "node:path";
import { saveWorkbook } from "../store";
import type { Workbook } from "../workbook";

/** Saves changes to a workbook's own file. */
export interface Saver {
  /** Saves if anything has changed since the last time; one save at a time. */
  readonly save: () => Promise<void>;
  /** Starts saving. If it fails, the changes stay unsaved, so that the next save tries again and reports it. */
  readonly begin: () => void;
}

/** Only the host's own .json is saved automatically: a team's .xlsx or .csv is never overwritten unasked. */
export const createSaver = (book: Workbook, file: string | undefined, now: () => number): Saver => {
  if (file === undefined || extname(file).toLowerCase() !== ".json") {
    return { save: () => Promise.resolve(), begin: () => undefined };
  }
  let saved: string | undefined;
  let last: Promise<void> = Promise.resolve();
  const saveOnce = async (): Promise<void> => {
    book.extras.clock = now();
    const mark = `${book.version} ${JSON.stringify(book.extras)}`;
    if (mark === saved) return;
    await saveWorkbook(book, file);
    saved = mark;
  };
  const save = (): Promise<void> => {
    last = last.then(saveOnce, saveOnce);
    return last;
  };
  // If this fails the changes stay unsaved: the next save, at the latest that of close, tries again and reports it.
  return { save, begin: () => void save().catch(() => undefined) };
};
