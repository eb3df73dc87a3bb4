import type { Driver } from "../../../host";
import { ask, cellNotes, lastRun, lines, openLife, run, sale, tell } from "./open-life";

const typed = (host: Driver, key: string, header: string, value: string | number) =>
  host.type("Rewards", { Key: key }, header, value);
const rewards = (host: Driver) => lines(host, "Rewards", ["Key", "Status", "Amount", "Invoice"]);
const invoices = (host: Driver) => lines(host, "Invoices", ["Key", "Status", "Lines", "Total"]);

async function overRewards() {
  const host = await openLife({ Transactions: ["a", "b", "c", "d", "e"].map((key) => sale(key)) });
  await run(host);
  typed(host, "a/rate", "Status", "paid");
  typed(host, "b/rate", "Reason", "twice");
  typed(host, "b/rate", "Status", "declined");
  typed(host, "c/rate", "Amount", 25.5);
  typed(host, "d/rate", "Amount", "lots");
  typed(host, "e/rate", "Status", "Scheduled");
  await run(host);
  const before = { rewards: rewards(host), notes: Object.keys(cellNotes(host, "Rewards")).length };
  typed(host, "d/rate", "Amount", 21);
  typed(host, "e/rate", "Status", "approved");
  await run(host);
  const healed = { rewards: rewards(host), notes: Object.keys(cellNotes(host, "Rewards")).length };
  await host.clock.advanceTo("2026-02-03");
  typed(host, "c/rate", "Currency", "EUR");
  await run(host);
  const inReview = { said: lastRun(host).why, invoices: invoices(host) };
  await host.clock.advanceTo("2026-02-09");
  typed(host, "c/rate", "Amount", 99);
  typed(host, "a/rate", "Status", "declined");
  typed(host, "d/rate", "Currency", "JPY");
  await run(host);
  const final = { rewards: rewards(host), invoices: invoices(host), said: lastRun(host).why };
  return { before, healed, inReview, final };
}

async function overPayouts() {
  const tabs = { Transactions: [sale("a"), sale("b", { Customer: "cus_2" })] };
  const host = await openLife(tabs);
  await host.clock.advanceTo("2026-02-09");
  host.type("Payouts", { Partner: "ada" }, "Status", "paid");
  await run(host);
  const one = { rewards: rewards(host), invoices: invoices(host) };
  host.type("Payouts", { Partner: "ada" }, "Status", "open");
  await run(host);
  const reopened = lines(host, "Payouts", ["Partner", "Status", "Problems"]);
  host.deleteRow("Rewards", { Key: "b/rate" });
  host.type("Payouts", { Partner: "bela" }, "Status", "paid");
  await run(host);
  const torn = lines(host, "Payouts", ["Partner", "Status", "Problems"]);
  return { one, reopened, torn };
}

async function rowsOfTheSameKey() {
  const host = await openLife({
    Transactions: [sale("a", { Amount: 1 }), sale("a", { Amount: 2 })],
  });
  await run(host);
  const shown = () => lines(host, "Transactions", ["Key", "Amount", "Outcome", "Problems"]);
  const upper = shown();
  host.insertRow("Transactions", 0, sale("a", { Amount: 3 }) as never);
  await run(host);
  const judgedStands = shown();
  host.type("Transactions", 0, "Key", "a3");
  host.deleteRow("Transactions", 2);
  await run(host);
  const copied = host.rows("Transactions")[1];
  host.insertRow("Transactions", 0, { ...copied, Key: "a4" } as never);
  await run(host);
  return { upper, judgedStands, apart: shown(), notes: cellNotes(host, "Transactions") };
}

async function deletedRows() {
  const host = await openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
  await host.clock.advanceTo("2026-03-15");
  host.deleteRow("Rewards", { Key: "a/rate" });
  host.deleteRow("Rewards", { Key: "drip_a/plan#1" });
  await host.clock.advanceTo("2026-04-15");
  const said = lastRun(host).why;
  const made = rewards(host);
  host.deleteRow("Drips", 0);
  host.deleteRow("Partners", { Key: "bela" });
  await host.clock.advanceTo("2026-05-15");
  return { said, made, after: rewards(host), drip: lastRun(host).why };
}

async function waitingRows() {
  const host = await openLife({
    Customers: [{ Key: "cus_1", Partner: "ghost", "Created on": "2026-01-10" }],
    Transactions: [
      sale("a"),
      sale("b", { Customer: "cus_9" }),
      sale("c", { Date: "2026-01-14" }),
      sale("d", { Date: "2026-01-09" }),
    ],
  });
  await run(host);
  const shown = () => lines(host, "Transactions", ["Key", "Judged", "Outcome", "Problems"]);
  const waits = shown();
  host.type("Customers", { Key: "cus_1" }, "Partner", "ada");
  host.append("Customers", [{ Key: "cus_9", Partner: "bela", "Created on": "2026-01-10" }]);
  await host.clock.advanceTo("2026-01-12");
  const met = shown();
  await host.clock.advanceTo("2026-01-14 12:00");
  return { waits, met, later: shown() };
}

async function archived() {
  const plan = { Product: "Yearly plan" };
  const tabs = { Transactions: [sale("a", plan), sale("b", { ...plan, Customer: "cus_2" })] };
  const host = await openLife(tabs);
  await host.clock.advanceTo("2026-03-15 12:00");
  host.type("Customers", { Key: "cus_1" }, "Status", "archived");
  host.type("Customers", { Key: "cus_2" }, "Status", "archived");
  host.type("Customers", { Key: "cus_2" }, "Archived on", "2026-05-10");
  await run(host);
  const shown = () => lines(host, "Drips", ["Key", "Status", "Issued", "To come", "Ended on"]);
  const ended = { drips: shown(), on: lines(host, "Customers", ["Key", "Archived on"]) };
  host.type("Customers", { Key: "cus_1" }, "Status", "active");
  await host.clock.advanceTo("2026-05-12");
  host.type("Customers", { Key: "cus_2" }, "Status", "");
  await host.clock.advanceTo("2026-06-15");
  return { ended, later: shown() };
}

async function blankRows() {
  const host = await openLife({ Transactions: [sale("a"), sale("b")] });
  await run(host);
  host.insertRow("Transactions", 0);
  host.insertRow("Transactions", 2);
  host.insertRow("Rewards", 1);
  host.append("Transactions", [sale("", { Amount: 5 })] as never);
  await run(host);
  const key = host.rows("Transactions").find(({ Amount }) => Amount === 5)?.Key;
  const home = (await ask(host, "home", {})) as { problems: readonly unknown[] };
  return { key, problems: home.problems, rewards: rewards(host).length };
}

tell({
  rewards: await overRewards(),
  payouts: await overPayouts(),
  same: await rowsOfTheSameKey(),
  deleted: await deletedRows(),
  waiting: await waitingRows(),
  archived: await archived(),
  blank: await blankRows(),
});
