import { kill, openHost, refuse } from "../support/host";
import { unpacked } from "../support/unpacked";

type Driver = Awaited<ReturnType<typeof openHost>>;

const names = ["ann", "bob", "cyd"] as const;
/** A program whose January is final: three partners have a statement. */
const openProgram = async (): Promise<Driver> => {
  const host = await openHost({ now: "2026-02-10", timeZone: "Europe/London" });
  await host.rpc("set-up", {});
  host.type("Settings", { Key: "program start" }, "Value", "2026-01-01");
  host.type("Settings", { Key: "mail partners" }, "Value", "yes");
  host.type("Settings", { Key: "last month opened" }, "Value", "2026-01");
  host.append(
    "Partners",
    names.map((key) => ({ Key: key, Name: key, "E-mail": `${key}@example.com` })),
  );
  host.append(
    "Rewards",
    names.map((partner) => ({
      Key: `rew_${partner}`,
      Partner: partner,
      Description: "A bonus for the fair",
      Amount: 5,
      Currency: "USD",
      Status: "pending",
      "Earned on": "2026-02-05",
      Source: "manual",
      Accepted: "pending 5.00",
    })),
  );
  return host;
};
const send = (host: Driver) => host.rpc("send-statements", { month: "2026-01", confirmed: true });
const addressees = (host: Driver) => host.outbox().flatMap(({ to }) => to);
const marks = (host: Driver) =>
  host
    .rows("Partners")
    .map((row) => unpacked<readonly string[]>(row["Statements sent"])?.join() ?? "");

test("statements go as text and HTML, once, and Partners keeps the month", async () => {
  const host = await openProgram();

  expect(await send(host)).toMatchObject({ ok: true, output: { sent: 3, waiting: 0 } });
  await send(host);

  expect(addressees(host)).toEqual(names.map((name) => `${name}@example.com`));
  const [mail] = host.outbox();
  expect(mail?.body).toContain("- A bonus for the fair: 5.00 USD (earned 2026-02-05, expected");
  expect(mail?.htmlBody).toContain("<td");
  expect(marks(host)).toEqual(["2026-01", "2026-01", "2026-01"]);
  await host.close();
});

test("a mail that the service refuses is reported, is not marked as sent, and goes next time", async () => {
  const host = await openProgram();
  let mails = 0;
  host.onServiceCall((call) => {
    if (call === "MailApp.sendEmail") mails += 1;
    if (call === "MailApp.sendEmail" && mails === 2) throw refuse("Invalid email: bob@example.com");
  });

  const reply = await send(host);
  host.onServiceCall(null);

  const refusal = expect.stringContaining("to bob@example.com was not sent: ");
  expect(reply).toMatchObject({ ok: true, output: { sent: 3, refusedMails: [refusal] } });
  expect(JSON.stringify(host.rows("Activity"))).toContain("was not sent");
  expect(marks(host)).toEqual(["2026-01", "", "2026-01"]);

  expect(await send(host)).toMatchObject({ output: { sent: 1 } });
  expect(addressees(host)).toEqual(["ann@example.com", "cyd@example.com", "bob@example.com"]);
  await host.close();
});

test("when the quota runs out in the middle, the rest is listed and goes the next day, once", async () => {
  const host = await openProgram();
  const { state } = host;
  const quota = state.slot("quota email", () => new Map<string, object>());
  let mails = 0;
  host.onServiceCall((call) => {
    // Something else of the account has used up what was left when the call began.
    if (call === "MailApp.sendEmail" && ++mails === 2)
      quota.set(state.user, { since: state.clock.now(), used: 100 });
  });

  const refused = expect.stringContaining("was not sent: Service invoked too many times");
  expect(await send(host)).toMatchObject({ output: { refusedMails: [refused, refused] } });
  expect(marks(host)).toEqual(["2026-01", "", ""]);
  host.onServiceCall(null);
  expect(await send(host)).toMatchObject({ output: { sent: 0, waiting: 2, mailsLeft: 0 } });

  await host.clock.advanceTo("2026-02-12");
  expect(await send(host)).toMatchObject({ output: { sent: 2, waiting: 0 } });
  expect(addressees(host)).toEqual(names.map((name) => `${name}@example.com`));
  await host.close();
});

test.each(["none", "all"] as const)(
  "interrupted anywhere with %s of its writes done, no statement goes twice, and an uncertain one is reported",
  async (arrived) => {
    // Every eleventh call; mails.test.ts kills at each of them.
    for (let at = 3, reached = true; reached; at += 11) {
      const host = await openProgram();
      reached = false;
      host.onServiceCall((_, number) => {
        if (number !== at) return;
        reached = true;
        throw kill(arrived);
      });
      await send(host).catch(() => undefined);
      host.onServiceCall(null);
      await send(host);
      const sent = addressees(host);
      expect(new Set(sent).size).toBe(sent.length);
      const doubts = JSON.stringify(host.rows("Activity")).match(/may have been sent/g) ?? [];
      expect(sent.length + doubts.length).toBeGreaterThanOrEqual(names.length);
      expect(marks(host)).toEqual(names.map(() => "2026-01"));
      await host.close();
    }
  },
  60_000,
);
