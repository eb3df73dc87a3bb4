import type { Driver } from "../../host";
import { lines, openLife, sale, tell } from "../e2e/main-job/open-life";

type Call = () => Promise<{ readonly result: unknown }>;

/** Tries a second call at every service call of a first run; what each came to, and what it changed. */
async function secondCallDuring(host: Driver, second: (inner: Driver) => Call) {
  const tried: { at: string; reply: Promise<{ result: unknown }>; changed: boolean }[] = [];
  let isInside = false;
  let isHeld = false;
  host.onServiceCall((at: string) => {
    if (isInside) return;
    isInside = true;
    if (isHeld) {
      const before = host.workbook.version;
      const reply = second(host)();
      reply.catch(() => undefined);
      tried.push({ at, reply, changed: host.workbook.version !== before });
    }
    isInside = false;
    if (at === "Lock.tryLock") isHeld = true;
    if (at === "Lock.releaseLock") isHeld = false;
  });
  const first = await host.atSheet("rpc", "run", { kind: "daily" });
  host.onServiceCall(null);
  const outcomes = await Promise.all(
    tried.map(async ({ at, reply, changed }) => {
      const code = await reply.then(
        ({ result }) => (result as { error?: { code: string } }).error?.code ?? "done",
        (error: Error) => error.message,
      );
      return { at, code, changed };
    }),
  );
  const codes = [...new Set(outcomes.map(({ code }) => code))];
  const changed = outcomes.filter((each) => each.changed).map(({ at }) => at);
  const { summary } = (first.result as { output: { summary: string } }).output;
  return { tried: tried.length, codes, changed, summary, rewards: lines(host, "Rewards", ["Key"]) };
}

const program = () =>
  openLife({
    Transactions: [
      sale("a", { Product: "Yearly plan" }),
      sale("", { Customer: "cus_2" }),
      sale("b", { Amount: "12o" }),
    ],
  });

const seconds: Readonly<Record<string, (host: Driver) => Call>> = {
  run: (host) => () => host.atSheet("rpc", "run", { kind: "by hand" }),
  "a manual reward": (host) => () =>
    host.atSheet("rpc", "create-manual-reward", { partner: "ada", description: "x", amount: "5" }),
  "the clock": (host) => () => host.fire("onDaily"),
};

const found: Record<string, unknown> = {};
for (const [name, second] of Object.entries(seconds)) {
  found[name] = await secondCallDuring(await program(), second);
}
const alone = await program();
await alone.atSheet("rpc", "run", { kind: "daily" });

tell({ found, alone: lines(alone, "Rewards", ["Key"]) });
