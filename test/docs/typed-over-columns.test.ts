import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tableNames, tableOf } from "../../src/engine/tables";
import type { EditPolicy } from "../../src/engine/tables/table";
import { tablesIn } from "./tables-in";

const page = readFileSync(join(__dirname, "../../docs/spec/edits.md"), "utf8");
const words = { accept: "accepted", restore: "restored", propose: "proposed" };
const said = (policy: EditPolicy) =>
  typeof policy === "string"
    ? words[policy]
    : `${words[policy.open]}; once final ${words[policy.final]}`;

/** What becomes of what is typed over, tab by tab, with the columns of which that is so, as their definitions say it. */
const declared = tableNames.flatMap((name) => {
  const { sheet, columns } = tableOf(name);
  const headers = new Map<string, string[]>();
  for (const { header, onEdit } of Object.values(columns)) {
    headers.set(said(onEdit), [...(headers.get(said(onEdit)) ?? []), header]);
  }
  return [...headers].sort().map(([policy, list]) => [sheet, policy, list.join(", ")]);
});

test("the page on what people type over says of each column what its definition says (EDIT-12)", () => {
  expect(tablesIn(page)).toContainEqual(declared);
});
