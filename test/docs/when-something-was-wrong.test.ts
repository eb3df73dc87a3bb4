import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkNames, healthChecks } from "../../src/engine/health";
import type { HealthCheck } from "../../src/engine/health/health-check";
import { refusals } from "../../src/engine/kernel/problem";
import type { Program } from "../../src/engine/program/program";
import { type TableName, tableNames, tableOf } from "../../src/engine/tables";
import { run } from "../../src/engine/usecases/program/run";
import { programWith, retyped, sale, trigger } from "../engine/judging/judge-on";
import { carryOut, envOn } from "../support/program";

const guide = readFileSync(join(__dirname, "../../docs/guide/when-something-was-wrong.md"), "utf8");

/** The rows of the table under a heading, without its header. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = guide.split(`## ${heading}\n`)[1]?.split(/^## /m)[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split(" | ")
        .map((cell) => cell.replace(/^[\s|`]+|[\s|`]+$/g, "")),
    );
}

const DAY = "2026-03-10";
const judged = (program: Program): Program =>
  carryOut(program, run, { kind: "daily" }, envOn(DAY)).program;
const settings = [{ key: "payout day", value: "13" }];
const triggers = [trigger("rate", { percent: "10" })];
const transactions = [sale("T1", "2026-03-02", 100), sale("T2", "2026-03-03", 100)];
/** Two sales of 100.00 that are not judged yet; and judged, when each has earned 10.00. */
const given = programWith({ settings, triggers, transactions });
const program = judged(given);

describe("a note at a cell", () => {
  const examples = tableUnder("A cell is marked");

  test("has its examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(8);
  });

  test.each(examples)("%s, %s: %s", (tab, header, typed, said) => {
    const table = tableNames.find((name) => tableOf(name).sheet === tab) as TableName;
    const column = Object.entries(tableOf(table).columns).find(
      ([, each]) => each.header === header,
    )?.[0];
    const [from, key] =
      table === "rewards"
        ? [program, "T1/rate"]
        : table === "settings"
          ? [given, "payout day"]
          : [given, "T2"];
    const problem = problemAfter(
      retyped(from, table, key, { [column ?? ""]: typed ?? "" }),
      table,
      key,
    );
    expect(problem).toContain(`${header}: ${said}`);
  });
});

/** What the row's Problems cell says after a run; a setting that can't be read is refused by its own sentence. */
function problemAfter(edited: Program, table: TableName, key: string): string {
  const { changes, refusal } = run.decide(edited, { kind: "daily" }, envOn(DAY));
  if (refusal) return refusal.problems.map(({ at, message }) => `${at.column}: ${message}`).join();
  const written = changes.effects.find(
    (effect) => effect.kind === "update" && effect.table === table && effect.key === key,
  );
  return written?.kind === "update" ? String(written.cells.problems?.to ?? "") : "";
}

describe("the health check", () => {
  test("is described check by check, with what one click does", () => {
    expect(tableUnder("The health check").map(([label, , repairs]) => [label, repairs])).toEqual(
      checkNames.map((name) => {
        const { label, repairs = {} }: HealthCheck = healthChecks[name];
        return [
          label,
          Object.values(repairs)
            .map((each) => each.label)
            .join("; ") || "–",
        ];
      }),
    );
  });
});

test("the refusals that the guide quotes are worded as in the program", () => {
  const quoted = [...guide.matchAll(/^> (.*)$/gm)].map(([, line]) => line ?? "");
  const said = Object.values(refusals).map((each): string => each);
  expect(quoted.length).toBeGreaterThanOrEqual(4);
  expect(quoted.filter((line) => !said.includes(line))).toEqual([]);
});
