import { addUsage, noUsage } from "../realm/usage";
import { openWorkbook, saveWorkbook } from "../store";
import { createWorkbook, isZone, type Workbook } from "../workbook";
import { createState } from "./create-state";
import type { Driver, ExecutionReport } from "./driver";
import type { HostOptions } from "./host-options";
import { loadProgram, type Program } from "./load-program";
import { epochOf } from "./moment";
import { people } from "./people";
import { runFunction } from "./run-function";
import { createSaver } from "./saver";

const open = (options: HostOptions): Promise<Workbook> => {
  const { file, locale, timeZone } = options;
  const own = { ...(locale && { locale }), ...(timeZone && { timeZone }) };
  return file === undefined ? Promise.resolve(createWorkbook(own)) : openWorkbook(file, own);
};

const drive = (options: HostOptions, program: Program, book: Workbook): Driver => {
  const zone = options.scriptTimeZone ?? program.manifest.timeZone ?? "UTC";
  const startAt = options.now === undefined ? Date.now() : epochOf(options.now, zone);
  const { state, records, setHook } = createState(options, program, book, startAt);
  const saver = createSaver(book, options.file, () => JSON.stringify(book.extras));
  const saved = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      await saver.save();
    }
  };
  return {
    ...people(book, () => void saver.save()),
    state,
    call: (name, ...args) => saved(runFunction(state, options, name, args, "call")),
    clock: { now: () => new Date(state.clock.now()) },
    usage: () => ({
      ...records.map(({ usage }) => usage).reduce(addUsage, noUsage),
      last: records[records.length - 1]?.usage ?? noUsage,
    }),
    executions: () =>
      records.map(
        ({ startedAt, ...rest }): ExecutionReport => ({ ...rest, startedAt: new Date(startedAt) }),
      ),
    onServiceCall: setHook,
    setTimeZone: (name) => {
      if (!isZone(name)) throw new Error(`There is no time zone "${name}".`);
      book.timeZone = name;
      book.version += 1;
    },
    save: (file) => saveWorkbook(book, file),
    close: () => saver.save(),
  };
};

/** Opens a program and a workbook in the local Google; see host/README.md for an example. */
export const openHost = async (options: HostOptions = {}): Promise<Driver> => {
  for (const name of [options.timeZone, options.scriptTimeZone]) {
    if (name !== undefined && !isZone(name)) throw new Error(`There is no time zone "${name}".`);
  }
  const [program, book] = await Promise.all([loadProgram(options.dist), open(options)]);
  return drive(options, program, book);
};
