import type { Driver } from "../../host";
import { findSheet } from "../../host/workbook";
import { prepared } from "../support/prepared";
import { ask } from "../support/small-program";
import { openProgram } from "./support/program";

/** A program that somebody else owns, who let nobody write the column *Source* of Rewards. */
const guarded = (): Promise<Driver> =>
  prepared("rewards that can't be added", async () => {
    const people = { user: "me@team.example", owner: "owner@team.example" };
    const host = await openProgram(undefined, people);
    await ask(host, "run", { kind: "by hand" });
    const headers = findSheet(host.workbook, "Rewards")?.rows[0]?.cells ?? [];
    const letter = String.fromCharCode(65 + headers.indexOf("Source"));
    host.protect("Rewards", `${letter}1:${letter}950`);
    return host;
  });

/** What a run over so many new sales costs, each of which makes rewards that Google refuses. */
async function tripsFor(sales: number): Promise<number> {
  const host = (await guarded()).fork();
  const before = host.rows("Rewards");
  const more = Array.from({ length: sales }, (_, i) => ({
    Key: `trx_new${i}`,
    Customer: "cus_1",
    Date: "2026-03-05",
    Amount: 80,
  }));
  host.append("Transactions", more);
  await expect(ask(host, "run", { kind: "by hand" })).rejects.toThrow("WRITE_REFUSED");
  expect(host.rows("Rewards")).toEqual(before);
  return host.usage().last.roundTrips;
}

test("rows that Google refuses are taken out again, and twice as many take hardly more round trips", async () => {
  // Of so many refused in a row the rest is not tried.
  const some = await tripsFor(60);
  expect((await tripsFor(120)) - some).toBeLessThan(20);
});
