import { findEvents } from "../../../src/engine/usecases/events/find-events";
import { listTriggers } from "../../../src/engine/usecases/triggers/list-triggers";
import { moveTrigger } from "../../../src/engine/usecases/triggers/move-trigger";
import { saveTrigger } from "../../../src/engine/usecases/triggers/save-trigger";
import { setTriggerState } from "../../../src/engine/usecases/triggers/set-trigger-state";
import { programOf, recordsOf } from "../../support/program";
import { act } from "./act";
import { refused } from "./refused";

const TODAY = "2026-03-10";
const base = { event: "transaction created", action: "grant a reward", amount: 5 } as const;
const trigger = (key: string, order: number, more: object = {}) => ({
  ...base,
  key,
  order,
  name: key.toUpperCase(),
  state: "active",
  version: 1,
  ...more,
});
const program = programOf({
  triggers: [
    trigger("a", 10),
    trigger("b", 20, { state: "draft" }),
    trigger("c", 30),
    trigger("odd", 5, { event: "whatever" }),
  ],
});
const orders = (of: typeof program) =>
  recordsOf(of, "triggers")
    .filter(({ key }) => key !== "odd")
    .map(({ key, order }) => `${key} ${order}`);

describe("a trigger is moved in the order", () => {
  test("to a place, changing one cell, as one line of Activity", () => {
    const { program: after, output } = act(program, moveTrigger, { trigger: "c", place: 1 }, TODAY);
    expect(output).toEqual({ trigger: "c", name: "C", place: 1, of: 3, order: ["c", "a", "b"] });
    expect(orders(after)).toEqual(["a 10", "b 20", "c 4"]);
    expect(recordsOf(after, "activity")).toMatchObject([
      { what: "Moved trigger: C", record: "c", from: "place 3", to: "place 1" },
    ]);
  });

  test("pressed twice, it is moved once", () => {
    const once = act(program, moveTrigger, { trigger: "a", place: 2 }, TODAY).program;
    const twice = act(once, moveTrigger, { trigger: "a", place: 2 }, TODAY);
    expect(twice.changes.effects).toEqual([]);
  });

  test("past the end means last", () => {
    const { output } = act(program, moveTrigger, { trigger: "a", place: 9 }, TODAY);
    expect(output).toMatchObject({ place: 3, order: ["b", "c", "a"] });
  });

  test("not where it is unknown or can't be read", () => {
    const move = (key: string) => () =>
      act(program, moveTrigger, { trigger: key, place: 1 }, TODAY);
    expect(refused(move("zz")).code).toBe("TRIGGER_UNKNOWN");
    expect(refused(move("odd")).code).toBe("TRIGGER_UNREADABLE");
  });
});

describe("a trigger's state is set without opening it", () => {
  const set = (of: typeof program, key: string, state: string) =>
    act(of, setTriggerState, { trigger: key, state }, TODAY);

  test("active, with the other triggers that can act on the same event", () => {
    const { program: after, output } = set(program, "b", "active");
    expect(output).toMatchObject({ from: "draft", to: "active", runningDrips: 0 });
    expect(output.overlaps.map(({ name }) => name)).toEqual(["A", "C"]);
    expect(recordsOf(after, "triggers").find(({ key }) => key === "b")).toMatchObject({
      state: "active",
      version: 1,
      terms: { key: "b", print: expect.any(String) },
    });
    expect(recordsOf(after, "activity")).toMatchObject([
      { what: "Set trigger state: B", record: "b", from: "draft", to: "active" },
    ]);
  });

  test("paused, whatever its rules; pressed twice it is done once", () => {
    const broken = programOf({ triggers: [trigger("x", 1, { rules: "{" })] });
    const { program: after, output } = set(broken, "x", "paused");
    expect(output).toMatchObject({ to: "paused", overlaps: [] });
    expect(set(after, "x", "paused").changes.effects).toEqual([]);
  });

  test("not active if it is invalid, with a sentence for each field", () => {
    const unsound = programOf({ triggers: [trigger("x", 1, { state: "draft", rules: "{" })] });
    const { code, problems } = refused(() => set(unsound, "x", "active"));
    expect(code).toBe("INPUT_INVALID");
    expect(problems).toMatchObject([{ at: { table: "input", column: "rules" } }]);
  });
});

describe("the list of triggers", () => {
  const list = (of: typeof program, search = "") =>
    act(of, listTriggers, { search }, TODAY).said.rows;

  test("says each one's place and what it does", () => {
    expect(list(program).map(({ key, place, sentence }) => [key, place, sentence])).toEqual([
      ["a", 1, "When a transaction is created: 5.00 USD."],
      ["b", 2, "When a transaction is created: 5.00 USD."],
      ["c", 3, "When a transaction is created: 5.00 USD."],
      ["odd", null, ""],
    ]);
  });

  test("is searched by name, event and rules, and keeps the places", () => {
    const rules = JSON.stringify({
      all: [{ fact: "customer.Plan", operator: "equal", value: "pro" }],
    });
    const some = programOf({ triggers: [trigger("a", 10), trigger("é", 20, { rules })] });
    expect(list(some, "E").map(({ key }) => key)).toEqual(["a", "é"]);
    expect(list(some, "plan")).toMatchObject([{ key: "é", place: 2 }]);
  });

  test.each([
    [{ percent: "20", amount: "" }, "20 % of the sale"],
    [
      { action: "start a drip", occurrences: 12, cycle: 1, delay: 30, delayUnit: "days" },
      "5.00 USD, 12 times, every month, the first after 30 days",
    ],
    [
      {
        action: "start a drip",
        occurrences: 4,
        cycle: 1,
        mode: "split a total",
        currency: "EUR",
        delay: 1,
      },
      "5.00 EUR in 4 parts, every month, the first after 1 month",
    ],
    [
      { action: "move the partner to a group", amount: "", group: "Gold" },
      "the partner moves to Gold",
    ],
    [{ action: "end the customer's drips", amount: "" }, "the customer's drips end"],
  ])("words %j as “%s”", (more, words) => {
    const [line] = list(programOf({ triggers: [trigger("a", 1, more)] }));
    expect(line?.sentence).toBe(`When a transaction is created: ${words}.`);
  });

  test("says what is wrong with an invalid one", () => {
    const [line] = list(programOf({ triggers: [trigger("a", 1, { amount: "" })] }));
    expect(line).toMatchObject({ sentence: "", problems: expect.stringContaining("amount") });
  });
});

describe("the gallery", () => {
  const { gallery } = act(program, listTriggers, {}, TODAY).output;

  test.each(gallery.map((ready) => [ready.name, ready]))("%s is saved as it comes", (_, ready) => {
    const { output } = act(programOf(), saveTrigger, { ...ready, state: "active" }, TODAY);
    const { version, isNewVersion } = output;
    expect({ version, isNewVersion }).toEqual({ version: 1, isNewVersion: false });
  });
});

describe("events are found to try a trigger on", () => {
  const events = programOf({
    partners: [{ key: "ann", name: "Ann" }],
    customers: [{ key: "acme", name: "Acme", partner: "ann", createdOn: "2026-01-15" }],
    transactions: [
      { key: "T1", customer: "acme", date: "2026-03-01", amount: 100, product: "Pro" },
      { key: "T2", customer: "acme", date: "2026-03-09", amount: 7.5, currency: "EUR" },
      { key: "R1", customer: "acme", date: "2026-03-09", amount: 5, refundOf: "T1" },
    ],
    actions: [{ key: "A1", kind: "demo", count: 2, date: "2026-02-01", partner: "ann" }],
  });
  const find = (event: string, search = "") =>
    act(events, findEvents, { event, search }, TODAY).said.rows;

  test("transactions, the newest first, without refunds", () => {
    expect(find("transaction created")).toEqual([
      { key: "T2", on: "2026-03-09", name: "Acme", about: "7.50 EUR", isJudged: false },
      { key: "T1", on: "2026-03-01", name: "Acme", about: "100.00 USD · Pro", isJudged: false },
    ]);
  });

  test.each([
    ["transaction created", "pro", ["T1"]],
    ["customer created", "ann", ["acme"]],
    ["action recorded", "2 times", ["A1"]],
    ["partner joined or changed group", "", ["ann"]],
  ])("%s by “%s”", (event, search, keys) => {
    expect(find(event, search).map(({ key }) => key)).toEqual(keys);
  });
});
