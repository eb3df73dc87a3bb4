import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driver, kill, openHost } from "../../host";
import { keepsProgram } from "../support/keeps-program";
import { ask, smallProgram } from "../support/small-program";

const stages = ["2026-01-20", "2026-02-20", "2026-03-12"] as const;
/** Killed there, with none or all of its writes arrived; or it goes on. */
const modes = ["none", "all", "alive"] as const;

/** One of so many calls is tried; every one in the long mode. */
const share = Number(process.argv[2]);

interface Outcome {
  readonly tried: number;
  readonly wrong: readonly {
    readonly stage: string;
    readonly mode: string;
    readonly at: number;
    readonly name: string;
    readonly what: readonly unknown[];
  }[];
}

const folder = mkdtempSync(join(tmpdir(), "lost-"));
const file = (name: string) => join(folder, `${name}.json`);
const open = (path: string, day: string) =>
  openHost({ keepsProgram, file: path, now: day, timeZone: "UTC" });
const run = (host: Driver) => ask(host, "run", { kind: "daily" });

/** All that is money or leads to it. */
const columns: Readonly<Record<string, readonly string[]>> = {
  Rewards: ["Key", "Amount", "Currency", "Status", "Earned on", "Invoice", "Payout", "Problems"],
  Drips: ["Key", "Status", "Settled", "Issued", "To come", "Problems"],
  Invoices: ["Key", "Status", "Lines", "Total", "Problems"],
  Payouts: ["Key", "Amount", "Status", "Problems"],
  Transactions: ["Key", "Judged", "Problems"],
  Partners: ["Key", "Group", "Judged"],
};
const state = (host: Driver): Record<string, string> =>
  Object.fromEntries(
    Object.entries(columns).map(([tab, headers]) => [
      tab,
      JSON.stringify(
        host.rows(tab).map((row) => headers.map((each) => String(row[each] ?? ""))),
        null,
        0,
      ),
    ]),
  );

/** The calls right after one that changes something: only there a run leaves another workbook behind. */
async function momentsOf(path: string, day: string): Promise<readonly number[]> {
  const host = await open(path, day);
  const moments: number[] = [];
  host.onServiceCall((name: string, number: number) => {
    if (/\.(set|insert|delete|clear|flush)/.test(name)) moments.push(number + 1);
  });
  await run(host);
  await host.close();
  return moments;
}

async function main(): Promise<Outcome> {
  const host = await open(file("start"), "2026-01-10");
  await smallProgram(host);
  await host.close();
  let snapshot = file("start");
  let tried = 0;
  let turn = 0;
  const wrong: Outcome["wrong"][number][] = [];
  for (const stage of stages) {
    const reference = file(`after-${stage}`);
    await copyFile(snapshot, reference);
    const never = await open(reference, stage);
    await run(never);
    await run(never);
    const wanted = state(never);
    await never.close();
    await copyFile(snapshot, file("copy"));
    const moments = await momentsOf(file("copy"), stage);
    for (const mode of modes) {
      for (const at of moments) {
        if (turn++ % share !== 0) continue;
        await copyFile(snapshot, file("copy"));
        const host = await open(file("copy"), stage);
        let name = "";
        host.onServiceCall((call: string, number: number) => {
          if (number !== at) return;
          name = call;
          if (host.sheetNames().includes("_journal")) host.deleteSheet("_journal");
          if (mode !== "alive") throw kill(mode);
        });
        const said = await run(host).then(
          () => "",
          (error: { message: string }) => error.message,
        );
        host.onServiceCall(null);
        if (host.sheetNames().includes("_journal")) host.deleteSheet("_journal");
        const again = await run(host).then(
          () => "",
          (error: { message: string }) => error.message,
        );
        await run(host).catch(() => "");
        const found = state(host);
        await host.close();
        tried++;
        const off = Object.keys(wanted)
          .filter((tab) => found[tab] !== wanted[tab])
          .map((tab) => [tab, found[tab], wanted[tab]]);
        const refused = [mode === "alive" ? said : "", again].filter((each) => each !== "");
        const what = [...refused, ...off];
        if (what.length > 0) wrong.push({ stage, mode, at, name, what });
      }
    }
    snapshot = reference;
  }
  return { tried, wrong };
}

const outcome = await main();
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(outcome)}\n`);
