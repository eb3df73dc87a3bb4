import type { Driver } from "../../host";
import { ask } from "../support/small-program";
import { openProgram } from "./support/program";

const person = ["Ann", "ann@partner.example", "Acme"];
const withoutNames = (row: Readonly<Record<string, unknown>>) =>
  Object.entries(row).filter(([header]) => !header.startsWith("Name of "));
const books = (host: Driver) =>
  JSON.stringify(
    ["Rewards", "Drips", "Invoices", "Payouts"].map((tab) => host.rows(tab).map(withoutNames)),
  );

/** What *Find and replace* does on all sheets, as the guide says. */
function replaceAll(host: Driver, name: string, by: string): void {
  for (const tab of ["Transactions", "Rewards", "Drips", "Payouts"]) {
    for (const row of host.rows(tab)) {
      for (const [header, cell] of Object.entries(row)) {
        if (cell === name) host.type(tab, { Key: row.Key as string }, header, by);
      }
    }
  }
}
const propertiesOf = (host: Driver): string =>
  JSON.stringify(
    Object.entries(host.workbook.extras.properties as object).filter(
      ([store]) => !/^user/.test(store),
    ),
  );

it("a person is erased by overwriting their cells: nothing is judged, made or paid anew (PRIVACY-5)", async () => {
  const host = await openProgram();
  await ask(host, "run", { kind: "by hand" });
  await host.clock.advanceTo("2026-05-10");
  const before = books(host);

  host.type("Partners", { Key: "ptn_1" }, "Name", "Erased 17");
  host.type("Partners", { Key: "ptn_1" }, "E-mail", "");
  host.type("Customers", { Key: "cus_1" }, "Name", "Erased 18");
  replaceAll(host, "Ann", "Erased 17");
  replaceAll(host, "Acme", "Erased 18");
  await ask(host, "run", { kind: "by hand" });

  expect(books(host)).toBe(before);
  for (const tab of [
    "Partners",
    "Customers",
    "Transactions",
    "Rewards",
    "Drips",
    "Invoices",
    "Payouts",
  ]) {
    const text = JSON.stringify(host.rows(tab));
    expect(person.filter((each) => text.includes(`"${each}"`))).toEqual([]);
  }
});

it("the properties of the document name nobody but who owns the schedule (PRIVACY-2)", async () => {
  const host = await openProgram(undefined, { user: "owner@team.example" });
  await ask(host, "run", { kind: "by hand" });
  await host.clock.advanceTo("2026-05-10");
  const kept = propertiesOf(host);
  expect(kept).toContain("owner@team.example");
  expect(kept.replace(/owner@team\.example/g, "")).not.toMatch(/@|Ann|Acme|Bob|Zenith/);
});
