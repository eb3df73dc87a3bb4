import { kill } from "../support/host";
import { openProgram } from "./support/program";

const bonus = {
  partner: "ptn_1",
  description: "A bonus for the fair",
  amount: 5,
  reason: "bonus",
  mailPartner: "yes",
};

test("a mail that a person requests is sent once", async () => {
  const host = await openProgram();
  const reply = await host.rpc("create-manual-reward", bonus);
  expect(reply).toMatchObject({ ok: true, output: { mailed: true } });
  await host.atSheet("runNow");
  expect(host.outbox().flatMap(({ to }) => to)).toEqual(["ann@partner.example"]);
});

/** `KILLS=1` cuts off at each call; else at one of so many. */
const step = process.env.KILLS === undefined ? 4 : 1;

test.each(["none", "all"] as const)(
  "a call interrupted anywhere with %s of its writes done never sends a second mail, and an uncertain mail is reported",
  async (arrived) => {
    const partner = { Key: "ptn_1", Name: "Ann", "E-mail": "ann@partner.example" };
    const base = await openProgram({ Partners: [partner] });
    for (let at = 1, reached = true; reached; at += step) {
      const host = base.fork();
      reached = false;
      host.onServiceCall((_, number) => {
        if (number !== at) return;
        reached = true;
        throw kill(arrived);
      });
      await host.rpc("create-manual-reward", bonus).catch(() => undefined);
      host.onServiceCall(null);
      await host.atSheet("runNow");
      const rewards = host.rows("Rewards").length;
      const mails = host.outbox().length;
      const activity = JSON.stringify(host.rows("Activity"));
      expect(mails).toBeLessThanOrEqual(rewards);
      if (rewards > mails) expect(activity).toContain("may have been sent. Please check.");
    }
  },
  60_000,
);
