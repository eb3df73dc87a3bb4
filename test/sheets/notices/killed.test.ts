import type { Driver } from "../../../host";
import { kill } from "../../support/host";
import { activity, mails, run, sell, withNotices } from "./support";

/** `KILLS=1` cuts off at each call; else at one of so many. */
const step = process.env.KILLS === undefined ? 9 : 1;
const names = ["ann", "bela", "cyd"] as const;

/** A run with a notice to each partner and one to the team, of which nobody has heard yet. */
async function due(): Promise<Driver> {
  const host = await withNotices({ noticesToPartners: "each", noticesToTeam: "team@chat.example" });
  for (const name of names) sell(host, `T${name}`, name);
  await run(host);
  for (const name of names)
    await host.rpc("set-reward-status", {
      rewards: [`T${name}/rate`],
      status: "held",
      reason: "Who is that?",
    });
  return host;
}

test.each(["none", "all"] as const)(
  "killed at any call with %s of its writes done, nobody gets a notice twice, and nobody is lost (PARTNER-6c)",
  async (arrived) => {
    const base = await due();
    for (let at = arrived === "all" ? 1 : 3, reached = true; reached; at += step) {
      const host = base.fork();
      reached = false;
      let name = "";
      host.onServiceCall((call, number) => {
        if (number !== at) return;
        reached = true;
        name = call;
        throw kill(arrived);
      });
      await run(host).catch(() => undefined);
      host.onServiceCall(null);
      await run(host);
      await run(host);
      const sent = mails(host);
      const told = `${at} ${name}: ${sent.join("; ")}`;
      expect([told, new Set(sent).size]).toEqual([told, sent.length]);
      const doubts = activity(host).match(/may have been sent/g)?.length ?? 0;
      expect([told, sent.length + doubts >= 4, doubts <= 1]).toEqual([told, true, true]);
    }
  },
  120_000,
);
