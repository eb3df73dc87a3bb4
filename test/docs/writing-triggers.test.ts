import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TableName, tableOf } from "../../src/engine/tables";
import { describeTrigger } from "../../src/engine/usecases/triggers/describe-trigger";
import { saveTrigger } from "../../src/engine/usecases/triggers/save-trigger";
import { tryTrigger } from "../../src/engine/usecases/triggers/try-trigger";
import { customer, judgeOn, programWith, typed } from "../engine/judging/judge-on";
import { act } from "../engine/usecases/act";
import { recordsOf } from "../support/program";

const guide = readFileSync(join(__dirname, "../../docs/guide/writing-triggers.md"), "utf8");

type Line = readonly string[];
interface Example {
  readonly title: string;
  /** Cells of the trigger by column id. */
  readonly trigger: Readonly<Record<string, string>>;
  readonly sentence: string;
  /** The events' headers, and the cells of each. */
  readonly events: readonly Line[];
  /** What trying it on a row shows: the headers, the first naming the row, then a line for each condition. */
  readonly tried: readonly Line[];
}

const cellsOf = (line: string): Line =>
  line
    .slice(1, -1)
    .split(" | ")
    .map((cell) => cell.replace(/^[\s|`]+|[\s|`]+$/g, ""));

/** The column with this header. */
function idOf(table: TableName, header: string): string {
  const found = Object.entries(tableOf(table).columns).find(([, each]) => each.header === header);
  if (!found) throw new Error(`${table} has no column ${header}`);
  return found[0];
}

/** A section's title, its tables (the trigger, its events, and what trying it shows), and what is quoted. */
function readExample(section: string): Example {
  const [title = ""] = section.split("\n");
  const [terms = [], events = [], tried = []] = (section.match(/(?:^\|.*\n)+/gm) ?? []).map(
    (table) =>
      table
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("|---"))
        .map(cellsOf),
  );
  const trigger = terms
    .slice(1)
    .map(([header = "", cell = ""]) => [idOf("triggers", header), cell]);
  const sentence = [...section.matchAll(/^> (.*)$/gm)].map(([, line]) => line).join(" ");
  return { title, trigger: Object.fromEntries(trigger), sentence, events, tried };
}

const sections = guide
  .split(/^### /m)
  .slice(1)
  .map((section) => section.split(/^## /m)[0] ?? "");
const examples = sections.map(readExample);

test("the guide has examples of rewards, drips, moves and actions", () => {
  expect(examples.length).toBeGreaterThanOrEqual(7);
});

describe.each(examples.map((example) => [example.title, example] as const))("%s", (_, example) => {
  const empty = programWith({ customers: [customer({ Plan: "" })] });

  test("the sentence says what the trigger means on 10 March 2026", () => {
    const draft = JSON.stringify(example.trigger);
    const { said: output } = act(empty, describeTrigger, { draft }, "2026-03-10");
    expect(output).toMatchObject({ kind: "described", sentence: example.sentence });
  });

  test("saved as active, it makes what the guide says of the events", () => {
    const [headers = [], ...rows] = example.events;
    const table: TableName = headers[0] === "Action" ? "actions" : "transactions";
    const events = rows.map(([key = "", ...cells]) => ({
      key,
      customer: "acme",
      ...Object.fromEntries(
        cells.slice(0, -1).map((cell, i) => [idOf(table, headers[i + 1] ?? ""), cell]),
      ),
    }));
    const given = { ...example.trigger, state: "active" };
    const saved = act(empty, saveTrigger, given, "2026-03-10").program;
    const judged = judgeOn(typed(saved, { [table]: events }), "2027-01-20").program;
    expect(recordsOf(judged, table).map(({ key, outcome }) => [key, said(outcome)])).toEqual(
      rows.map((row) => [row[0], row[row.length - 1]]),
    );
  });
});

describe.each(
  examples.filter(({ tried }) => tried.length > 0).map((each) => [each.title, each] as const),
)("%s, tried", (_, { trigger, events, tried }) => {
  test("each condition says the value found, and whether it holds; nothing is written", () => {
    const [headers = [], ...rows] = events;
    const sales = rows.map(([key = "", ...cells]) => ({
      key,
      customer: "acme",
      ...Object.fromEntries(
        cells.slice(0, -1).map((cell, i) => [idOf("transactions", headers[i + 1] ?? ""), cell]),
      ),
    }));
    const program = programWith({
      customers: [customer({ Plan: "" })],
      transactions: sales,
    });
    const [[head = ""] = [], ...lines] = tried;
    const event = head.replace("Tried on ", "");
    const given = { draft: JSON.stringify(trigger), event };
    const { output, changes } = act(program, tryTrigger, given, "2026-03-10");
    const shown = output.conditions.filter(({ depth }) => depth > 0);
    expect(shown.map(({ text, found, holds }) => [text, found, holds ? "yes" : "no"])).toEqual(
      lines,
    );
    expect(changes.effects).toEqual([]);
  });
});

/** The outcome without "; held: late event": the test judges a year at once. */
const said = (outcome: string | null): string => (outcome ?? "").replace(/; held: late event$/, "");
