import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileFormats } from "../../src/engine/invoices/files";
import { toDecimal } from "../../src/engine/kernel/money";
import type { Program } from "../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../src/engine/usecases/invoices/finalize-invoice";
import { placeRewards } from "../../src/engine/usecases/invoices/place-rewards";
import { reopenInvoiceByHand } from "../../src/engine/usecases/invoices/reopen-invoice";
import { payInvoice } from "../../src/engine/usecases/payouts/pay-invoice";
import { returnPayoutByHand } from "../../src/engine/usecases/payouts/return-payout";
import { writeOff } from "../../src/engine/usecases/payouts/write-off";
import { run } from "../../src/engine/usecases/program/run";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { byKey, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { carryOut, envOn, recordsOf } from "../support/program";
import { tablesIn } from "./tables-in";

const guide = readFileSync(join(__dirname, "../../docs/guide/month-end-and-paying.md"), "utf8");
const invoice = "inv_2026-01_USD";

const examples = guide
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [title = ""] = section.split("\n");
    const [rewards = [], steps = []] = tablesIn(section.split(/^## /m)[0] ?? "");
    return { title, rewards, steps };
  });

/** Does what a step says. */
function done(program: Program, today: string, said: string): Program {
  const [what = "", reason = ""] = said.split(": ");
  const words = what.split(" ");
  const last = words[words.length - 1] ?? "";
  const payout = recordsOf(program, "payouts").find(({ partner }) => partner === last)?.key;
  const verb = what.replace(/ (?:R\d|Ada|Bela)\b/, "");
  switch (verb) {
    case "run":
      return carryOut(program, run, { kind: "daily" }, envOn(today)).program;
    case "approve":
      return act(program, setRewardStatus, { rewards: [last], status: "approved" }, today).program;
    case "put on January":
      return act(
        program,
        placeRewards,
        { to: "on an invoice", rewards: [words[1] ?? ""], invoice },
        today,
      ).program;
    case "take off":
      return act(program, placeRewards, { to: "off its invoice", rewards: [last] }, today).program;
    case "finalize":
      return act(program, finalizeInvoiceByHand, { invoice }, today).program;
    case "pay":
      return act(program, payInvoice, { invoice, payouts: [payout ?? ""] }, today).program;
    case "pay all":
      return act(program, payInvoice, { invoice, neverSent: true }, today).program;
    case "return":
      return act(program, returnPayoutByHand, { payout, reason }, today).program;
    case "reopen":
      return act(program, reopenInvoiceByHand, { invoice, reason }, today).program;
    case "write off":
      return act(program, writeOff, { partner: last, currency: "USD", reason }, today).program;
    default:
      throw new Error(`The guide says “${verb}”, which this test does not know.`);
  }
}

function shown(program: Program): readonly [string, string] {
  const { status, lines, total, currency } = byKey(program, "invoices", invoice);
  const payouts = recordsOf(program, "payouts").map(
    (payout) => `${payout.partner} ${toDecimal(payout)} ${payout.status}`,
  );
  const count = `${lines} ${lines === 1 ? "line" : "lines"}`;
  return [`${status}, ${count}, ${toDecimal({ amount: total, currency })}`, payouts.join(", ")];
}

test.each(examples.map((each) => [each.title, each] as const))(
  "the guide's example “%s” comes out as it says",
  (_, { rewards, steps }) => {
    expect(steps.length).toBeGreaterThan(3);
    let program = startedProgram({
      partners: [
        { key: "Ada", name: "Ada" },
        { key: "Bela", name: "Bela" },
      ],
      rewards: rewards.map(([key = "", partner = "", amount = "", earnedOn = "", status = ""]) =>
        rewardRow(key, Number(amount), { partner, earnedOn, status, reason: "checking" }),
      ),
    });
    for (const [today = "", what = "", ...expected] of steps) {
      program = done(program, today, what);
      expect([today, what, ...shown(program)]).toEqual([today, what, ...expected]);
    }
  },
);

test("the guide names each payment format with its columns and the most payouts a file holds", () => {
  const rows = tablesIn(guide.split("## Payment files")[1] ?? "")[0] ?? [];
  expect(rows.map(([format]) => format)).toEqual(Object.keys(fileFormats));
  expect(rows[0]?.[2]).toBe(fileFormats.CSV.headers?.join(", "));
  expect(rows[2]?.[2]).toBe(fileFormats.Wise.headers?.join(", "));
  expect(guide).toContain(`${fileFormats.PayPal.most.toLocaleString("en")} lines`);
  expect(guide).toContain(`${fileFormats.Wise.most.toLocaleString("en")} lines`);
});
