import { skipMissed } from "../clock/skip-missed";
import type { ExecutionRecord } from "../realm/host-state";
import { wholeScope } from "../realm/require-scope";
import { addUsage, noUsage } from "../realm/usage";
import { answerCall } from "../rpc/answer-call";
import { callAsPage } from "../rpc/call-as-page";
import { advanceTo } from "../run/advance-to";
import { outbox } from "../services/mail/outside";
import { uiState } from "../services/ui/ui-state";
import { lockFile, openWorkbook, type Unlock, workbookText } from "../store";
import { createWorkbook, isZone, type Workbook } from "../workbook";
import { cloneWorkbook, copyWorkbook } from "./copy-workbook";
import { createState } from "./create-state";
import type { Driver, ExecutionReport } from "./driver";
import { findItem } from "./find-item";
import type { HostOptions } from "./host-options";
import { loadProgram, type Program } from "./load-program";
import { epochOf } from "./moment";
import { people } from "./people";
import { fireSchedule, runFunction, settingsOf } from "./run-function";
import { createSaver } from "./saver";
import { type HandedToken, tokenOfSidebar } from "./token-of-sidebar";
import { callAsVisitor, visit } from "./web-app";

const open = (options: HostOptions): Promise<Workbook> => {
  const { file, locale, timeZone } = options;
  const own = { ...(locale && { locale }), ...(timeZone && { timeZone }) };
  return file === undefined ? Promise.resolve(createWorkbook(own)) : openWorkbook(file, own);
};

const report = ({ startedAt, ...rest }: ExecutionRecord): ExecutionReport => ({
  ...rest,
  startedAt: new Date(startedAt),
});

const drive = (
  options: HostOptions,
  program: Program,
  book: Workbook,
  unlock: Unlock = () => Promise.resolve(),
  handed: HandedToken | null = null,
): Driver => {
  const { state, records, setHook } = createState(options, program, book);
  skipMissed(state);
  const settings = settingsOf(options);
  const saver = createSaver(book, options.file, state.clock.now);
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
    saver.begin();
  };
  const view = uiState(state);
  const asPage = callAsPage((name, args) => answerCall(state, settings, name, args));
  const asVisitor = callAsVisitor(state, settings);
  const saved = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      changed();
      await saver.save();
    }
  };
  let sidebar = handed;
  /** The arguments of a call that a sidebar makes: `rpc` gets its token behind its two. */
  const ofSidebar = (name: string, args: readonly unknown[]): readonly unknown[] => {
    if (name !== "rpc" || args.length > 2) return args;
    sidebar = tokenOfSidebar(state, options, sidebar);
    return sidebar === null ? args : [args[0], args[1] ?? null, sidebar.token];
  };
  const run = (name: string, args: readonly unknown[], kind: "call" | "menu" | "rpc") =>
    saved(runFunction(state, options, name, kind === "rpc" ? ofSidebar(name, args) : args, kind));
  const openEvent = { authMode: { $make: "AuthMode", name: options.authMode ?? "LIMITED" } };
  const reload = async (): Promise<void> => {
    if (/\bonOpen\b/.test(program.code)) await run("onOpen", [openEvent], "menu");
  };
  return {
    ...people(book, changed),
    state,
    workbook: book,
    file: options.file,
    reload,
    act: (work) => {
      const done = work();
      changed();
      return done;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    call: (name, ...args) => run(name, args, "call"),
    atSheet: (name, ...args) => run(name, args, "rpc"),
    run: (name, args) => saved(asPage(name, args)),
    rpc: (name, input) => saved(asPage("rpc", ofSidebar("rpc", [name, input]))),
    visit: (parameter = {}) => saved(visit(state, settings, parameter)),
    runAsVisitor: (name, args) => saved(asVisitor(name, args)),
    fire: (handler, creator = state.user) => saved(fireSchedule(state, settings, handler, creator)),
    menu: () => view.menus,
    click: async (caption) => {
      if (view.menus.length === 0) await reload();
      return run(findItem(view.menus, caption), [], "menu");
    },
    answer: (answer) => {
      view.answer = answer;
    },
    view: () => {
      const { sidebar, dialogs, toasts, asked } = view;
      return { sidebar, dialogs, toasts, asked };
    },
    closeSidebar: () => {
      view.sidebar = null;
      changed();
    },
    closeDialog: (id) => {
      view.dialogs = view.dialogs.filter((each) => each.id !== id);
      changed();
    },
    outbox: () => outbox(state),
    clock: {
      now: () => new Date(state.clock.now()),
      advanceTo: async (moment) => {
        const target = epochOf(moment, book.timeZone);
        return (await saved(advanceTo(state, target, settings))).map(report);
      },
    },
    usage: () => ({
      ...records.map(({ usage }) => usage).reduce(addUsage, noUsage),
      last: records[records.length - 1]?.usage ?? noUsage,
    }),
    executions: () => records.map(report),
    onServiceCall: setHook,
    setTimeZone: (name) => {
      if (!isZone(name)) throw new Error(`There is no time zone "${name}".`);
      book.timeZone = name;
      book.version += 1;
      changed();
    },
    copy: (user = state.user) => {
      const { file: _file, owner: _owner, ...own } = options;
      return drive({ ...own, user, now: state.clock.now() }, program, copyWorkbook(book));
    },
    fork: (other = {}) => {
      const { file: _file, ...own } = options;
      // The texts of rows are made here once, not in each fork.
      workbookText(book);
      const granted = state.granted && [...state.granted];
      const its = { ...own, ...(granted && { granted }), now: state.clock.now(), ...other };
      return drive(its, program, cloneWorkbook(book), undefined, sidebar);
    },
    text: () => workbookText(book),
    save: saver.saveTo,
    grant: (scopes) => {
      state.granted = scopes === "all" ? null : new Set(scopes.map(wholeScope));
    },
    unsaved: saver.failure,
    close: async () => {
      try {
        await saver.save();
      } finally {
        await unlock();
      }
    },
  };
};

/** Opens a program and a workbook in the local Google; see host/README.md for an example. */
export const openHost = async (options: HostOptions = {}): Promise<Driver> => {
  for (const name of [options.timeZone, options.scriptTimeZone]) {
    if (name !== undefined && !isZone(name)) throw new Error(`There is no time zone "${name}".`);
  }
  const { exclusive, file } = options;
  const unlock = exclusive && file !== undefined ? await lockFile(file) : undefined;
  try {
    const [program, book] = await Promise.all([loadProgram(options.dist), open(options)]);
    return drive(options, program, book, unlock);
  } catch (thrown) {
    await unlock?.();
    throw thrown;
  }
};
