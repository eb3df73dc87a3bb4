import type { Driver } from "../../host";
import { ask, run, tell } from "../e2e/main-job/open-life";
import { type Act, acts, opened, prepare, stateOf } from "./acts";

/** One of so many tabs refuses each act. */
const share = Number(process.argv[2]);
const tabs = ["Rewards", "Drips", "Payouts", "Invoices", "Transactions", "Partners", "Activity"];

const allow = ({ workbook }: Driver): void => {
  for (const sheet of workbook.sheets) {
    Object.assign(sheet, { protections: sheet.protections.filter((each) => each.warningOnly) });
  }
  workbook.version++;
};
/** Without the lines of Activity, where what was refused is told as well. */
const moneyOf = (host: Driver): string => stateOf(host).replace(/,\d+\]$/, "]");
interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly message: string };
}

await prepare();
const wrong: unknown[] = [];
let [tried, refused, turn] = [0, 0, 0];
for (const [name, act] of Object.entries(acts) as [string, Act][]) {
  const [call, input] = act.call;
  const once = opened(act);
  await ask(once, call, input);
  await run(once);
  const wanted = moneyOf(once);
  for (const tab of tabs) {
    if (turn++ % share !== 0) continue;
    const host = opened(act);
    host.protect(tab, null);
    const first = (await host.rpc(call, input)) as Answer;
    const second = (await host.rpc(call, input)) as Answer;
    allow(host);
    await run(host);
    tried++;
    if (!first.ok) refused++;
    const says = first.ok || /^Your change is kept/.test(first.error?.message ?? "");
    if (moneyOf(host) !== wanted || !says) {
      wrong.push([name, tab, first, second, moneyOf(host), wanted]);
    }
  }
}
tell({ tried, refused, wrong });
