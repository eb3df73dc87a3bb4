import { addDays, day } from "../../src/engine/kernel/day";
import { readLeft } from "../../src/engine/kernel/left";
import { propertiesOf } from "../../src/sheets/left-properties";
import { type openHost, refuse } from "../support/host";
import { prepared } from "../support/prepared";
import { programOf } from "../support/program";
import { rateTrigger } from "../support/rate-trigger";
import { worded } from "../support/worded";
import { openProgram } from "./support/program";

type Host = Awaited<ReturnType<typeof openHost>>;
const INVOICE = "inv_2026-03_USD";
const PAYOUT = `pay_${INVOICE}/ptn_1`;
const file = { invoice: INVOICE, format: "PayPal" };
const payment = { invoice: INVOICE, payouts: [PAYOUT] };
const statements = { month: "2026-03", confirmed: true };
const asks = { ok: false, error: { code: "ALREADY_LEFT" } };

/** One final invoice with an open payout of 20.00. */
const finalized = (): Promise<Host> => prepared("a final invoice", finalize);

async function finalize(): Promise<Host> {
  const host = await openProgram(
    {
      Partners: [
        {
          Key: "ptn_1",
          Name: "Ann",
          "E-mail": "ann@partner.example",
          "Payout method": "PayPal",
          "Payment e-mail": "ann@pay.example",
        },
      ],
      Customers: [{ Key: "cus_1", Name: "Acme", Partner: "ptn_1", "Created on": "2026-03-02" }],
      Triggers: [rateTrigger],
      Transactions: [
        { Key: "T1", Customer: "cus_1", Date: "2026-03-05", Amount: 100, Currency: "USD" },
      ],
    },
    { now: "2026-04-20" },
  );
  host.type("Settings", { Key: "mail partners" }, "Value", "yes");
  await host.fire("onDaily");
  await host.clock.advanceTo("2026-05-20");
  await host.fire("onDaily");
  expect(host.rows("Payouts")).toMatchObject([{ Key: PAYOUT, Status: "open", Amount: 20 }]);
  return host;
}

/** File → Version history → Restore this version: the sheets go back, what the script keeps beside them stays. */
function versionOf({ state: { workbook } }: Host): () => void {
  const kept = structuredClone({
    sheets: workbook.sheets,
    namedRanges: workbook.namedRanges,
    metadata: workbook.metadata,
  });
  return () => {
    Object.assign(workbook, structuredClone(kept), { calculated: "" });
    workbook.version++;
  };
}

const told = async (host: Host): Promise<string> => {
  await host.rpc("run", { kind: "by hand" });
  return JSON.stringify(worded(await host.rpc("home", {})));
};
const LACKS = "this spreadsheet knows nothing of it";

test("a paid payout whose status is typed back is set back, and nobody is told of an older version", async () => {
  const host = await finalized();
  await host.rpc("make-payment-file", file);
  await host.rpc("pay-payout", { payout: PAYOUT, paidOn: "2026-05-20" });
  host.type("Payouts", { Key: PAYOUT }, "Status", "open");

  expect(await told(host)).not.toContain(LACKS);
  expect(host.rows("Payouts")).toMatchObject([{ Key: PAYOUT, Status: "paid" }]);
});

test("without an older version, nothing is asked and nothing is reported", async () => {
  const host = await finalized();
  expect(await host.rpc("make-payment-file", file)).toMatchObject({ ok: true });
  expect(await host.rpc("pay-invoice", payment)).toMatchObject({ ok: true });
  expect(await host.rpc("send-statements", statements)).toMatchObject({ output: { sent: 1 } });
  expect(await told(host)).not.toContain(LACKS);
});

test("restored to before the file: the next run and Home say so, and the file asks first (REFUSAL-8)", async () => {
  const host = await finalized();
  const restore = versionOf(host);
  await host.rpc("make-payment-file", file);
  restore();

  const reply = await host.rpc("make-payment-file", file);
  expect(reply).toMatchObject(asks);
  expect(JSON.stringify(reply)).toContain("Ann was put in a payment file on 2026-05-20");
  expect(host.rows("Payouts")).toMatchObject([{ Status: "open" }]);
  expect(await told(host)).toContain(LACKS);
  expect(await host.rpc("make-payment-file", { ...file, preview: true })).toMatchObject({
    ok: true,
  });
  expect(await host.rpc("make-payment-file", { ...file, repeat: true })).toMatchObject({
    output: { payouts: 1 },
  });
  expect(await told(host)).not.toContain(LACKS);
});

test("restored to before the file: paying another way asks first, since the file may be paid too (REFUSAL-8)", async () => {
  const host = await finalized();
  const restore = versionOf(host);
  await host.rpc("make-payment-file", file);
  restore();

  const another = { ...payment, neverSent: true };
  const reply = await host.rpc("pay-invoice", another);
  expect(reply).toMatchObject(asks);
  expect(JSON.stringify(reply)).toContain("was put in a payment file on 2026-05-20");
  expect(host.rows("Payouts")).toMatchObject([{ Status: "open" }]);
  expect(await host.rpc("pay-invoice", { ...another, repeat: true })).toMatchObject({ ok: true });
});

test("restored to before the payment: paying asks first, and so does a file", async () => {
  const host = await finalized();
  const restore = versionOf(host);
  await host.rpc("make-payment-file", file);
  await host.rpc("pay-invoice", payment);
  restore();

  expect(await told(host)).toContain("was paid on 2026-05-20");
  const reply = await host.rpc("pay-invoice", payment);
  expect(reply).toMatchObject(asks);
  expect(JSON.stringify(reply)).toContain("the payout of Ann was recorded as paid on 2026-05-20");
  expect(await host.rpc("make-payment-file", file)).toMatchObject(asks);
  expect(await host.rpc("pay-invoice", { ...payment, repeat: true })).toMatchObject({ ok: true });
  expect(await told(host)).not.toContain(LACKS);
});

test("restored to before the mail: statements ask first, and go once more when confirmed", async () => {
  const host = await finalized();
  const restore = versionOf(host);
  await host.rpc("send-statements", statements);
  restore();

  expect(await told(host)).toContain("1 statement for 2026-03 was mailed by 2026-05-20");
  expect(await host.rpc("send-statements", statements)).toMatchObject(asks);
  expect(host.outbox()).toHaveLength(1);
  expect(await host.rpc("send-statements", { ...statements, repeat: true })).toMatchObject({
    output: { sent: 1 },
  });
});

test("statements whose mails were all refused are not remembered as mailed, and sending again needs no confirmation", async () => {
  const host = await finalized();
  host.onServiceCall((call) => {
    if (call === "MailApp.sendEmail") throw refuse("No.");
  });
  expect(await host.rpc("send-statements", statements)).toMatchObject({
    output: { refusedMails: [expect.stringContaining("ann@partner.example was not sent: No.")] },
  });
  host.onServiceCall(null);
  expect(host.outbox()).toHaveLength(0);
  expect(await told(host)).not.toContain(LACKS);
  expect(await host.rpc("send-statements", statements)).toMatchObject({ output: { sent: 1 } });
  expect(host.outbox()).toHaveLength(1);
});

test("an unused file is cancelled with its invoice, and the next one needs no confirmation", async () => {
  const host = await finalized();
  await host.rpc("make-payment-file", file);
  const reopen = { invoice: INVOICE, reason: "a line is wrong", fileUnused: true };
  expect(await host.rpc("reopen-invoice", reopen)).toMatchObject({ ok: true });
  expect(await host.rpc("finalize-invoice", { invoice: INVOICE })).toMatchObject({ ok: true });
  expect(await host.rpc("make-payment-file", file)).toMatchObject({ output: { payouts: 1 } });
});

test("a returned payment is not reported as missing", async () => {
  const host = await finalized();
  await host.rpc("make-payment-file", file);
  await host.rpc("pay-invoice", payment);
  await host.rpc("return-payout", { payout: PAYOUT, reason: "account closed" });
  expect(await told(host)).not.toContain(LACKS);
  expect(await host.rpc("make-payment-file", file)).toMatchObject({ output: { payouts: 1 } });
});

test("payouts and statements lost with their tab are reported", async () => {
  const host = await finalized();
  await host.rpc("pay-invoice", payment);
  host.deleteSheet("Payouts");
  await host.rpc("set-up", {});
  expect(await told(host)).toContain("1 payout of inv_2026-03_USD was paid on 2026-05-20");
});

test("an older version in which nothing that left is missing is noticed at the next run, once (REFUSAL-7)", async () => {
  const host = await finalized();
  const restore = versionOf(host);
  await host.clock.advanceTo("2026-05-22");
  host.append("Transactions", [
    { Key: "T2", Customer: "cus_1", Date: "2026-05-21", Amount: 100, Currency: "USD" },
  ]);
  await host.rpc("run", { kind: "by hand" });
  restore();
  expect(await told(host)).toContain("The run of 2026-05-22 is missing from Activity");
  expect(await told(host)).not.toContain("is missing from Activity");
});

test("a copy begins with nothing remembered, fills the memory from its rows, and reports nothing missing", async () => {
  const host = await finalized();
  await host.rpc("make-payment-file", file);
  const copy = await host.copy();
  await copy.rpc("decide-copy", { as: "new home" });
  expect(await told(copy)).not.toContain(LACKS);
  const restore = versionOf(copy);
  await copy.rpc("pay-invoice", payment);
  restore();
  expect(await told(copy)).toContain("was paid on");
});

test("what is remembered stays within 8,000 bytes a value and 300 kB in all", () => {
  const left = new Map(
    Array.from({ length: 240 }, (_, n) => {
      const month = `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
      const texts = Array.from(
        { length: 150 },
        (_, i) => `${(n * 1000 + i).toString(36).padStart(8, "0")}F7abP7ad`,
      );
      return [`inv_${month}_USD`, readLeft(texts)] as const;
    }),
  );
  expect([...(left.get("inv_2010-01_USD") ?? [])][0]?.[1].filed).toBe(
    addDays(day("2000-01-01"), 9443),
  );
  const kept = [...propertiesOf(left, programOf())];
  expect(kept.every(([, text]) => text.length <= 8_000)).toBe(true);
  expect(kept.reduce((sum, [name, text]) => sum + name.length + text.length, 0)).toBeLessThan(
    300_000,
  );
  expect(kept[0]).toEqual([
    "left.inv_2010-01_USD",
    expect.stringMatching(/^=150\.0\.[0-9a-z]{8}P7ad$/),
  ]);
  expect(kept.at(-1)?.[1].split(" ")).toHaveLength(150);
});
