import fc from "fast-check";
import { apply } from "../../../src/engine/program/changeset";
import type { Program } from "../../../src/engine/program/program";
import { readWhenAsked } from "../../../src/engine/program/read-when-asked";
import { begin } from "../../../src/engine/program/work";
import { type TableName, tableNames } from "../../../src/engine/tables";
import { programOf } from "../../support/program";

const rows = {
  settings: [{ key: "program start", value: "2026-01-01" }],
  partners: [{ key: "ada", name: "Ada" }],
  customers: [
    { key: "cus_1", partner: "ada", createdOn: "2026-01-02", email: "Shop@x.example" },
    { key: "cus_2", partner: "ada", createdOn: "2026-01-02", externalId: "ext-2" },
  ],
  // Customers by key, e-mail and external id, and one that nobody is.
  transactions: ["cus_1", "shop@X.example", "ext-2", "nobody"].map((customer, i) => ({
    key: `t${i}`,
    customer,
    date: "2026-01-05",
    amount: 10,
    currency: "USD",
  })),
  actions: [{ key: "a1", customer: "ext-2", date: "2026-01-05", kind: "demo" }],
} as const;
const whole = programOf(rows);

/** The program, with a list of the tabs that were read. */
function lazily(declared: readonly TableName[]) {
  const read: TableName[] = [];
  const { settings } = whole.tables;
  const first: Program = { ...whole, tables: settings ? { settings } : {} };
  const program = readWhenAsked(first, declared, (name) => {
    read.push(name);
    return programOf({ [name]: (rows as Partial<Record<TableName, never>>)[name] ?? [] }).tables;
  });
  return { program, read };
}
const others = tableNames.filter((name) => name !== "settings");
const recordsIn = ({ tables }: Program, name: TableName) =>
  tables[name]?.rows.map(({ key, record, problems }) => ({ key, record, problems }));

test("in whatever order tables are asked for, each is read once and says what it says read with all others", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(others), fc.shuffledSubarray(others), (asked, again) => {
      const { program, read } = lazily(tableNames);
      for (const name of [...asked, ...again]) {
        expect(recordsIn(program, name)).toEqual(recordsIn(whole, name));
      }
      const named = [...asked, ...again].some(
        (name) => name === "transactions" || name === "actions",
      );
      const wanted = new Set([...asked, ...again, ...(named ? ["customers" as const] : [])]);
      expect([...read].sort()).toEqual([...wanted].sort());
    }),
  );
});

test("customers that a use case did not declare are not read for the sales that name them", () => {
  const { program, read } = lazily(["transactions"]);
  begin<"transactions">(program).all("transactions");
  expect(read).toEqual(["transactions"]);
  expect(program.tables.customers).toBeUndefined();
});

test("a decision and what is applied of it read what they touch, and nothing else", () => {
  const { program, read } = lazily(tableNames);
  const work = begin(program);
  work.update("partners", "ada" as never, { name: "Ada L." });
  const after = apply(program, work.changes());
  expect(read).toEqual(["partners"]);
  expect(after.tables.partners?.byKey.get("ada" as never)?.record).toMatchObject({
    name: "Ada L.",
  });
  expect(recordsIn(after, "transactions")).toEqual(recordsIn(whole, "transactions"));
  expect(read).toEqual(["partners", "customers", "transactions"]);
});
