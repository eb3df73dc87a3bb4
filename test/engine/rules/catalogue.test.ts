import fc from "fast-check";
import { eventKinds } from "../../../src/engine/kernel/vocabulary";
import type { Program, TableData } from "../../../src/engine/program/program";
import { createProgramTable } from "../../../src/engine/program/program";
import { type Catalogue, type Fact, factsFor, factsOf } from "../../../src/engine/rules/facts";
import { complaintInWords, readRules } from "../../../src/engine/rules/read-rules";

const tabs = ["partners", "customers", "transactions", "actions"] as const;
type Tab = (typeof tabs)[number];

/** A program of tabs with these columns of the team's own, and the tabs that were asked for so far. */
function programOfTabs(own: { readonly [T in Tab]?: readonly string[] }) {
  const asked: Tab[] = [];
  const tables = {};
  for (const tab of tabs) {
    const data: TableData = createProgramTable([], { ownHeaders: own[tab] ?? [] });
    const get = () => {
      if (!asked.includes(tab)) asked.push(tab);
      return data;
    };
    Object.defineProperty(tables, tab, { enumerable: true, get });
  }
  return { program: { tables } as Pick<Program, "tables">, asked };
}
const ask = (fact: string) => JSON.stringify({ all: [{ fact, operator: "isBlank", value: true }] });
/** What is wrong with a rule that asks for this fact; nothing where it is known. */
function complaintsAbout(fact: string, catalogue: Catalogue): readonly string[] {
  const rules = readRules(ask(fact), factsFor(catalogue, "transaction created"));
  return rules.ok ? [] : rules.complaints.map(complaintInWords);
}

describe("given rules that ask only for the program's own facts", () => {
  test.each(["transaction.Product", "customer.Name", "partner.Group", "partner.revenue"])(
    "%s is known, and no tab is read for it (ADR-16)",
    (fact) => {
      const { program, asked } = programOfTabs({ transactions: ["Region"] });
      expect(complaintsAbout(fact, factsOf(program))).toEqual([]);
      expect(asked).toEqual([]);
    },
  );
});

describe("given a rule that asks for a column of the team's own", () => {
  test("only the tab that it would stand on is read", () => {
    const { program, asked } = programOfTabs({ customers: ["Plan"] });
    expect(complaintsAbout("customer.Plan", factsOf(program))).toEqual([]);
    expect(asked).toEqual(["customers"]);
  });

  test("where there is none of that name, the nearest of all tabs is named", () => {
    const { program } = programOfTabs({ customers: ["Plan"], transactions: ["Region"] });
    expect(complaintsAbout("customer.Plam", factsOf(program))).toEqual([
      expect.stringContaining("did you mean “customer.Plan”"),
    ]);
  });
});

test("each fact that is asked for alone is the one that stands among all", () => {
  const headers = fc.array(
    fc.constantFrom("Plan", "Name", "Amount", "revenue", "Group", "x.y", "customer.Plan", "kept"),
    { maxLength: 4 },
  );
  const own = fc.record(Object.fromEntries(tabs.map((tab) => [tab, headers])));
  fc.assert(
    fc.property(
      own,
      fc.option(fc.constantFrom(...eventKinds)),
      fc.string(),
      (tables, event, odd) => {
        const { program } = programOfTabs(tables);
        const catalogue = () => {
          const of = factsOf(program);
          return event === null ? of : factsFor(of, event);
        };
        const all = new Map([...catalogue().values()].map((fact) => [fact.id, fact]));
        const others = tabs.flatMap((tab) =>
          (tables[tab] ?? []).map((header) => `${tab.slice(0, -1)}.${header}`),
        );
        const plain = (fact: Fact | undefined) => fact && { ...fact, read: null, spelling: null };
        for (const id of [...all.keys(), ...others, odd]) {
          expect(plain(catalogue().get(id))).toEqual(plain(all.get(id)));
        }
        expect([...catalogue().keys()]).toEqual([...all.keys()]);
      },
    ),
  );
});
