import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../support/run-command";

const folder = mkdtempSync(join(tmpdir(), "demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the story shows both examples of the seeds with their dates and amounts, the invoices and the payouts", async () => {
  const { status, out } = await runCommand("demo", [], folder);

  const [promise, payments, outcome] = [
    "1,200.00 × 20 % = 240.00 = 12 × 20.00 USD",
    "Invoices and payouts",
    "Of 540.00 USD promised, 440.00 were made and 100.00 are lost",
  ].map((text) => out.indexOf(text));
  expect(promise).toBeGreaterThan(0);
  expect(payments).toBeGreaterThan(promise as number);
  expect(outcome).toBeGreaterThan(payments as number);
  expect(out).toContain("300.00 = 6 × 50.00 USD");
  expect(out).toMatch(/yearly plan +240\.00 +140\.00 +100\.00 +0\.00/);
  expect(out.trimEnd()).toMatch(/0\.00 are still to come\.$/);
  expect(out).toContain("7 made: 140.00 USD stand. 5 are never made. The drip is Terminated.");
  expect(out).toContain("6 made: 300.00 USD stand. 0 are never made. The drip is Complete.");
  expect(out).toMatch(/1 {3}2026-02-15 {3}20\.00 {3}paid {5}inv_2026-02_USD/);
  expect(out).toMatch(/7 {3}2026-08-15 {3}20\.00/);
  expect(out).toMatch(/inv_2026-03_USD {3}ptn_ada {4}70\.00 {3}paid/);
  expect(out).toMatch(/\d+ executions of the bundle .* \d+ calls/);
  expect(status).toBe(0);
});

describe("a team's own transactions", () => {
  const file = join(folder, "orders.csv");

  test("are mapped and judged, none is lost, and each bad line is reported with its reason", async () => {
    writeFileSync(
      file,
      [
        "Order ID,Client,Created at,Total,Cur,Product,Shop",
        "1001,acme,2026-01-05,99.00,USD,Monthly plan,Berlin",
        "1002,acme,2026-02-05,99.00,USD,Monthly plan,Berlin",
        "1003,birch,soon,1200,USD,Yearly plan,Oslo",
        "1003,birch,2026-02-07,12o,USD,Yearly plan,Oslo",
        "1e5,cedar,2026-02-08,1200,USD,Yearly plan,=1+1",
      ].join("\n"),
    );

    const { status, out } = await runCommand("demo", ["--transactions", file], folder);

    expect(out).toMatch(/Client +customer/);
    expect(out).toMatch(/Shop +left out/);
    expect(out).toContain("3 good lines, 2 to put right");
    expect(out).toContain("line 4: “soon” is not a date");
    expect(out).toContain("line 5: “12o” is not an amount.");
    expect(out).toContain("The 3 good lines are rows of Transactions");
    expect(out).toMatch(/USD +\d+ +\d+/);
    expect(status).toBe(0);
  });

  test("a file without the required columns, or no file at all, is refused with a sentence and no stack trace", async () => {
    writeFileSync(file, "id,amount\n1,2\n");
    const lacking = await runCommand("demo", ["--transactions", file], folder);
    const missing = await runCommand("demo", ["--transactions", "nowhere.csv"], folder);

    expect(lacking.out).toContain("No column for customer, date was found.");
    expect(missing.out).toContain("There is no file nowhere.csv.");
    expect(`${lacking.out}${missing.out}`).not.toContain("    at ");
    expect([lacking.status, missing.status]).toEqual([1, 1]);
  });
});
