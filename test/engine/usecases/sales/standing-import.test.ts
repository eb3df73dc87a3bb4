import fc from "fast-check";
import { readFile, rowsOfFile } from "../../../../src/engine/intake/import/read-file";
import { fingerprintOf, keptText } from "../../../../src/engine/intake/import/remembered";
import { standingsIn } from "../../../../src/engine/intake/import/standing";
import type { Env } from "../../../../src/engine/kernel/env";
import type { Currency } from "../../../../src/engine/kernel/money";
import { apply } from "../../../../src/engine/program/changeset";
import type { Program } from "../../../../src/engine/program/program";
import { begin } from "../../../../src/engine/program/work";
import { run } from "../../../../src/engine/usecases/program/run";
import {
  keepStandingImport,
  settleStandingImport,
} from "../../../../src/engine/usecases/sales/standing-import";
import { takeTabs } from "../../../../src/engine/usecases/sales/take-tabs";
import { undoImport } from "../../../../src/engine/usecases/sales/undo-import";
import { law } from "../../../support/laws";
import {
  carryOut,
  cellsOf,
  envOn,
  offsetsOf,
  programOf,
  recordsOf,
} from "../../../support/program";

const given = programOf({
  settings: [
    { key: "program start", value: "2026-01-01" },
    { key: "lived until", value: "2026-01-09" },
  ],
  partners: [{ key: "ada", name: "Ada Berg", joinedOn: "2025-01-01" }],
  customers: [
    {
      key: "c1",
      name: "Harbor",
      email: "ap@harbor.example",
      partner: "ada",
      createdOn: "2026-01-02",
    },
  ],
  triggers: [
    {
      key: "rate",
      name: "Rate",
      state: "active",
      order: 1,
      event: "transaction created",
      action: "grant a reward",
      percent: "20",
    },
  ],
});
type Cells = readonly string[];
interface Kind {
  readonly headers: Cells;
  readonly targets: readonly ("key" | "email" | "date" | "amount" | "refunded")[];
}
const keyed: Kind = {
  headers: ["Order", "E-mail", "Date", "Total", "Amount refunded"],
  targets: ["key", "email", "date", "amount", "refunded"],
};
const bare: Kind = { headers: ["E-mail", "Date", "Total"], targets: ["email", "date", "amount"] };
const textOf = ({ headers }: Kind, lines: readonly Cells[]) =>
  [headers, ...lines].map((cells) => cells.join("\t")).join("\n");
const envWith = (lines: readonly Cells[] | undefined, kind = keyed, day = "2026-01-20") => ({
  ...envOn(day),
  tab: (name: string) => (name === "Zaps" && lines ? textOf(kind, lines) : undefined),
});
const keepTab = (program: Program, tab: string, kind: Kind, env: Env) =>
  carryOut(
    program,
    keepStandingImport,
    {
      tab,
      headers: fingerprintOf(kind.headers),
      map: keptText({ targets: kind.targets }),
      owner: null,
    },
    env,
  ).program;
const keep = (program: Program, lines: readonly Cells[], kind = keyed) =>
  keepTab(program, "Zaps", kind, envWith(lines, kind));
/** Two tabs that each run reads, both without lines yet. */
const keepBoth = () =>
  ["Zaps", "Forms"].reduce(
    (program, tab) => keepTab(program, tab, keyed, { ...own(tab), tab: () => textOf(keyed, []) }),
    given,
  );
const runOn = (program: Program, lines: readonly Cells[] | undefined, kind = keyed, day?: string) =>
  carryOut(program, run, { kind: "daily" }, envWith(lines, kind, day)).program;
const salesOf = (program: Program) =>
  recordsOf(program, "transactions").map(({ key, amount }) => `${key} ${amount}`);
const told = (program: Program) =>
  recordsOf(program, "activity").flatMap(({ key, data }) =>
    key.startsWith("run ") && data?.kind === "run"
      ? data.problems.map(({ message }) => String(message))
      : [],
  );
/** Ids of its own, since each test carries out several acts. */
const own = (name: string) => ({
  ...envOn("2026-01-21"),
  newId: (prefix: string) => `${prefix}_${name}`,
});
const line = (key: string, amount = "10.00", refunded = "") =>
  [key, "ap@harbor.example", "2026-01-10T09:00:00Z", amount, refunded] as const;

describe("a tab that each run reads", () => {
  it("is taken from where it stands, its new lines only, and judged in the same run", () => {
    let program = runOn(keep(given, []), [line("a"), line("b", "5")]);
    expect(salesOf(program)).toEqual(["a 1000", "b 500"]);
    expect(cellsOf(program, "transactions")[0]).toMatchObject({ customer: "c1" });
    expect(recordsOf(program, "rewards").map(({ amount }) => amount)).toEqual([200, 100]);

    program = runOn(program, [line("a"), line("b", "5"), line("c", "7")], keyed, "2026-01-21");
    expect(salesOf(program)).toEqual(["a 1000", "b 500", "c 700"]);
    expect(told(program)).toEqual([]);
  });

  it("is an import of its own: undoing one tab's takes no other tab's rows back", () => {
    const texts: Readonly<Record<string, string>> = {
      Zaps: textOf(keyed, [line("a")]),
      Forms: textOf(keyed, [line("b")]),
    };
    const both = keepBoth();
    const work = begin(both);
    takeTabs(work, { ...envOn("2026-01-20"), tab: (name: string) => texts[name] });
    const taken = apply(both, work.changes());
    expect(salesOf(taken)).toEqual(["a 1000", "b 1000"]);

    const formIds = recordsOf(taken, "activity").flatMap(({ key, what }) => {
      const [, formId] = /^import_(.+)_\d+$/.exec(key) ?? [];
      return formId !== undefined && String(what).includes("Zaps") ? [formId] : [];
    });
    expect(formIds).toHaveLength(1);
    const undone = carryOut(taken, undoImport, { formId: formIds[0] }, own("undo")).program;
    expect(salesOf(undone)).toEqual(["b 1000"]);
  });

  it("takes so many lines of all tabs together at once, and all of them in the end", () => {
    const texts: Readonly<Record<string, string>> = {
      Zaps: textOf(keyed, [line("a"), line("b"), line("c")]),
      Forms: textOf(keyed, [line("d"), line("e")]),
    };
    const env = { ...envOn("2026-01-20"), tab: (name: string) => texts[name] };
    let program = keepBoth();
    const counts: number[] = [];
    for (let isMore = true; isMore; counts.push(salesOf(program).length)) {
      const work = begin(program);
      isMore = takeTabs(work, env, 2);
      program = apply(program, work.changes());
    }
    expect(counts).toEqual([2, 4, 5, 5]);
  });

  it("makes the same of it in parts of any length, and nothing more when it is read again", () => {
    const lines = ["a", "b", "c", "d", "e"].map((key, n) => line(key, "10", n === 1 ? "4" : ""));
    const env = envWith([line("r", "-3"), ...lines]);
    const start = keep(given, []);
    const inParts = (atMost: number) => {
      let program = start;
      for (let n = 0; n < 9; n++) {
        const work = begin(program);
        const isMore = takeTabs(work, env, atMost);
        program = apply(program, work.changes());
        if (!isMore) return program;
      }
      throw new Error("It never ends.");
    };
    const made = (program: Program) =>
      (["transactions", "customers", "partners"] as const).map((name) => cellsOf(program, name));
    const whole = inParts(100);

    expect(salesOf(whole)).toHaveLength(6);
    for (const atMost of [1, 2, 3]) expect(made(inParts(atMost))).toEqual(made(whole));
    expect(takeTabs(begin(whole), env)).toBe(false);
  });

  it("tells a line that says another amount, and leaves its row as it is", () => {
    const program = runOn(runOn(keep(given, []), [line("a")]), [line("a", "12")]);

    expect(salesOf(program)).toEqual(["a 1000"]);
    expect(told(program)).toEqual([
      "Tab “Zaps”, line 2: “a” is here with 10.00 USD, and the file says 12.00 USD.",
    ]);
  });

  it("makes a refund of an amount refunded that grows", () => {
    const program = runOn(runOn(keep(given, []), [line("a")]), [line("a", "10.00", "4.00")]);

    expect(salesOf(program)).toEqual(["a 1000", "a-refund 400"]);
  });

  it("holds what may be a sale that was taken before: an undone import comes back only when a person says so", () => {
    const before = runOn(keep(given, []), [line("a"), line("b")]);
    const formId = recordsOf(before, "activity").flatMap(
      ({ key }) => /^import_(.+)_\d+$/.exec(key)?.[1] ?? [],
    )[0];
    const undone = carryOut(before, undoImport, { formId }, own("undo")).program;
    expect(salesOf(undone)).toEqual([]);

    const held = runOn(undone, [line("a"), line("b"), line("c")], keyed, "2026-01-22");
    expect(salesOf(held)).toEqual(["c 1000"]);
    expect(told(held).filter((each) => /isn't taken again/.test(each))).toHaveLength(2);

    const left = carryOut(
      held,
      settleStandingImport,
      { tab: "Zaps", choice: "leave out" },
      { ...envWith([line("a"), line("b"), line("c")]), newId: own("leave").newId },
    );
    expect(left.output).toMatchObject({ left: 2 });
    const after = runOn(
      left.program,
      [line("a"), line("b"), line("c"), line("d")],
      keyed,
      "2026-01-23",
    );
    expect(salesOf(after)).toEqual(["c 1000", "d 1000"]);
  });

  describe("without order numbers, its times in UTC", () => {
    const lines = ["2026-01-10T02:30:00Z", "2026-01-11T03:00:00Z"].map((at) => [
      "ap@harbor.example",
      at,
      "10",
    ]);
    const more = [...lines, ["ap@harbor.example", "2026-01-14T09:07:00Z", "10"]];
    const inZone = (zone: string, all: readonly Cells[], day = "2026-01-20") => ({
      ...envWith(all, bare, day),
      ...own(day),
      zones: offsetsOf(zone),
    });
    const runIn = (program: Program, zone: string, all: readonly Cells[], day?: string) =>
      carryOut(program, run, { kind: "daily" }, inZone(zone, all, day)).program;
    const days = (program: Program) =>
      recordsOf(program, "transactions").map(({ date }) => date.day);

    it("is known again in another time zone, and only what is more is taken (IMPORT-10)", () => {
      const before = runIn(keep(given, [], bare), "UTC", lines);
      expect(days(before)).toEqual(["2026-01-10", "2026-01-11"]);

      const after = runIn(before, "America/New_York", more, "2026-01-21");
      expect(days(after)).toEqual(["2026-01-10", "2026-01-11", "2026-01-14"]);
    });

    /** The lines as an earlier release took them: their keys were of their days and times in the spreadsheet's zone. */
    const asBefore = (): Program => {
      const context = { programCurrency: "USD" as Currency, decimalMark: "." as const };
      const file = readFile(
        textOf(bare, lines),
        { targets: bare.targets },
        { ...context, zones: offsetsOf("") },
      );
      const work = begin(given);
      for (const { former, date, amount } of rowsOfFile(file))
        work.insert("transactions", { key: former, customer: "c1", date, amount, currency: null });
      return apply(given, work.changes());
    };

    it("is known as an earlier release took it", () => {
      const after = runIn(keep(asBefore(), lines, bare), "UTC", more);
      expect(days(after)).toEqual(["2026-01-10", "2026-01-11", "2026-01-14"]);
      expect(told(after)).toEqual([]);
    });

    it("is held where an earlier release took it in another time zone, until a person leaves it out (IMPORT-10b)", () => {
      const zone = "America/New_York";
      // As a person keeps it who has just said on import that its lines are the same.
      const kept = keepTab(asBefore(), "Zaps", bare, inZone(zone, lines));
      const held = runIn(kept, zone, more);
      expect(days(held)).toEqual(["2026-01-10", "2026-01-11", "2026-01-14"]);
      expect(told(held)).toEqual([
        expect.stringMatching(/line 2: it may be “trx_\w+”.*say under Import whether/),
        expect.stringMatching(/line 3: it may be “trx_\w+”.*say under Import whether/),
      ]);

      const left = carryOut(
        held,
        settleStandingImport,
        { tab: "Zaps", choice: "leave out" },
        inZone(zone, more, "2026-01-21"),
      );
      expect(left.output).toMatchObject({ left: 2 });
      const after = runIn(left.program, zone, more, "2026-01-22");
      expect(days(after)).toEqual(["2026-01-10", "2026-01-11", "2026-01-14"]);
      expect(standingsIn(begin(after))).toMatchObject([{ held: [], taken: 1 }]);
    });
  });

  it("says that it is gone, has other headers or can't be read, and the run does the rest", () => {
    const other = { ...keyed, headers: ["Order", "E-mail", "Day", "Total", "Back"] };
    const program = keep(given, []);
    expect(told(runOn(program, undefined))).toEqual([expect.stringContaining("is gone")]);
    expect(told(runOn(program, [line("a")], other))).toEqual([
      expect.stringContaining("other headers"),
    ]);
    const stopped = carryOut(
      program,
      settleStandingImport,
      { tab: "Zaps", choice: "stop" },
      own("stop"),
    );
    expect(standingsIn(begin(stopped.program))).toEqual([]);
    expect(salesOf(runOn(stopped.program, [line("a")]))).toEqual([]);
  });
});

/** What a tool or a person may do to a tab between two runs. */
const edits = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom("append" as const, "append" as const, "top" as const),
        amount: fc.integer({ min: 1, max: 4 }),
        day: fc.integer({ min: 10, max: 12 }),
      }),
    },
    fc.record({ kind: fc.constantFrom("change" as const, "remove" as const), at: fc.nat(30) }),
    fc.constant({ kind: "run" as const }),
    fc.constant({ kind: "sort" as const }),
  ),
  { maxLength: 20 },
);

describe("a tab under any edits", () => {
  law(
    "gives each line at most one sale, and each line that is only added exactly one",
    fc.record({ edits, isKeyed: fc.boolean() }),
    ({ edits: list, isKeyed }) => {
      const kind = isKeyed ? keyed : bare;
      let n = 0;
      const made = (amount: number, day: number): Cells => {
        const cells = ["ap@harbor.example", `2026-01-${day}`, String(amount)];
        return isKeyed ? [`o${++n}`, ...cells, ""] : cells;
      };
      let program = keep(given, [], kind);
      let lines: { cells: Cells }[] = [];
      let added = 0;
      let hasChanged = false;
      const again = () => {
        program = runOn(
          program,
          lines.map(({ cells }) => cells),
          kind,
        );
        expect(recordsOf(program, "transactions").length).toBeLessThanOrEqual(added);
      };
      for (const edit of list) {
        if (edit.kind === "run") again();
        else if (edit.kind === "sort") lines = [...lines].reverse();
        else if (edit.kind === "append" || edit.kind === "top") {
          const line = { cells: made(edit.amount, edit.day) };
          added++;
          lines = edit.kind === "append" ? [...lines, line] : [line, ...lines];
        } else if ("at" in edit) {
          const line = lines[edit.at % Math.max(1, lines.length)];
          if (!line) continue;
          again();
          hasChanged = true;
          if (edit.kind === "remove") lines = lines.filter((each) => each !== line);
          else line.cells = line.cells.map((cell) => (/^\d+$/.test(cell) ? "9" : cell));
          again();
        }
      }
      again();
      const sales = recordsOf(program, "transactions");
      if (!hasChanged) expect(sales).toHaveLength(added);
      const before = salesOf(program);
      again();
      expect(salesOf(program)).toEqual(before);
    },
  );
});
