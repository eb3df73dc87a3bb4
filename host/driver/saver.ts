import { stat } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { saveWorkbook } from "../store";
import type { Workbook } from "../workbook";

/** Saves changes to a workbook's own file. */
export interface Saver {
  /** Saves if anything has changed since the last time; one save at a time. */
  readonly save: () => Promise<void>;
  /** Starts saving. If it fails, the changes stay unsaved, so that the next save tries again and reports it. */
  readonly begin: () => void;
  /** Saves to a file that a person names, the own one too. */
  readonly saveTo: (path: string) => Promise<void>;
  /** Why the last save that was begun failed; null when it did not. */
  readonly failure: () => string | null;
}

const changedAt = (file: string): Promise<string | null> =>
  stat(file).then(
    ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
    () => null,
  );

/** Only the host's own .json is saved automatically: a team's .xlsx or .csv is never overwritten unasked. */
export const createSaver = (book: Workbook, file: string | undefined, now: () => number): Saver => {
  if (file === undefined || extname(file).toLowerCase() !== ".json") {
    return {
      save: () => Promise.resolve(),
      begin: () => undefined,
      saveTo: (path) => saveWorkbook(book, path),
      failure: () => null,
    };
  }
  let saved: string | undefined;
  /** When the file was last read or written by us; null when there was none. */
  let seen: Promise<string | null> = changedAt(file);
  let last: Promise<void> = Promise.resolve();
  const saveOnce = async (): Promise<void> => {
    // A clock that runs by itself is worth saving when a minute has passed, not with each second.
    const { clock: _clock, ...extras } = book.extras;
    const mark = `${book.version} ${Math.floor(now() / 60_000)} ${JSON.stringify(extras)}`;
    if (mark === saved) return;
    book.extras.clock = now();
    if ((await changedAt(file)) !== (await seen)) {
      throw new Error(
        `${file} was changed by another program after it was opened here, so it is not written over. Download a copy, then open it again.`,
      );
    }
    await saveWorkbook(book, file);
    seen = changedAt(file);
    await seen;
    saved = mark;
  };
  const save = (): Promise<void> => {
    last = last.then(saveOnce, saveOnce);
    return last;
  };
  let failure: string | null = null;
  // If this fails the changes stay unsaved: the next save, at the latest that of close, tries again and reports it.
  const begin = (): void =>
    void save().then(
      () => {
        failure = null;
      },
      (thrown: unknown) => {
        failure = thrown instanceof Error ? thrown.message : String(thrown);
      },
    );
  const saveTo = async (path: string): Promise<void> => {
    await saveWorkbook(book, path);
    if (resolve(path) === resolve(file)) seen = changedAt(file);
  };
  return { save, begin, saveTo, failure: () => failure };
};
