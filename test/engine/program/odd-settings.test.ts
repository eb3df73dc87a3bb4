import fc from "fast-check";
import type { Cell } from "../../../src/engine/kernel/fields";
import {
  type SettingName,
  settingDefinitions,
  settingNames,
} from "../../../src/engine/tables/setting-definitions";
import { home } from "../../../src/engine/usecases/program/home";
import { run } from "../../../src/engine/usecases/program/run";
import { oddValues } from "../../faults/any-cell/odd-values";
import { law } from "../../support/laws";
import { carryOut, cellsOf, envOn, programOf, recordsOf } from "../../support/program";

const env = envOn("2026-01-12");
const programWith = (settings: Readonly<Record<string, Cell>>) =>
  programOf({
    settings: Object.entries({ "program start": "2026-01-01", ...settings }).map(
      ([key, value]) => ({ key, value }),
    ),
    partners: [{ key: "ada", name: "Ada", joinedOn: "2026-01-01" }],
    customers: [{ key: "c1", name: "Harbor", partner: "ada", createdOn: "2026-01-02" }],
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
    transactions: [{ key: "s", customer: "c1", date: "2026-01-10", amount: 100, currency: "USD" }],
  });
const moneyOf = (program: ReturnType<typeof programOf>) =>
  recordsOf(program, "rewards").map(({ key, amount, currency, status }) => [
    key,
    amount,
    currency,
    status,
  ]);
const rowOf = (program: ReturnType<typeof programOf>, key: string) =>
  cellsOf(program, "settings").find((row) => row.key === key);

/** The settings that decide no amount, no day and nobody's reward. */
const mild: readonly SettingName[] = [
  "programName",
  "mailPartners",
  "partnerPageAddress",
  "partnerPageColor",
  "linkWithCode",
  "partnerPageNamesCustomers",
  "noticesToPartners",
  "noticesToTeam",
  "repliesTo",
  "mailGreeting",
  "mailFooter",
  "partnerLocale",
  "forecastCeiling",
  "toldSince",
  "tabsRead",
];

law(
  "a setting that changes no money stops nothing, whatever it holds; any other refuses by name (SETTING-2)",
  fc.record({
    name: fc.constantFrom(...settingNames),
    odd: fc.constantFrom(...Object.keys(oddValues)),
    inCapitals: fc.boolean(),
  }),
  ({ name, odd, inCapitals }) => {
    const { key } = settingDefinitions[name];
    const typed = inCapitals ? key.toUpperCase() : key;
    const program = programWith({ [typed]: oddValues[odd] as Cell });
    const isUnread = program.settingProblems.some(({ at }) => at.row === key);
    const decided = run.decide(program, { kind: "by hand" } as never, env);
    const isRefused = decided.refusal !== undefined;
    if (isRefused) expect([isUnread, mild.includes(name)]).toEqual([true, false]);
    if (!mild.includes(name)) return;
    const after = carryOut(program, run, { kind: "by hand" }, env).program;
    expect(moneyOf(after)).toEqual([["s/rate", 2000, "USD", "pending"]]);
    const told = home.decide(after, {} as never, env).output.problems;
    expect(told.filter(({ table }) => table === "Settings")).toHaveLength(isUnread ? 1 : 0);
    if (isUnread) expect(String(rowOf(after, typed)?.problems)).toMatch(/^Value: /);
  },
);
