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
  expect(mail?.body).toContain("- A bonus for the fair: 5.00 USD (earned 2026-02-05, estimated");
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

/** `KILLS=1` cuts off at each call; else at one of so many, and around each mail. */
const step = process.env.KILLS === undefined ? 12 : 1;
/** The numbers of the calls of a mailing at which to cut it off. */
async function placesIn(base: Driver): Promise<readonly number[]> {
  const host = base.fork();
  const calls: string[] = [];
  host.onServiceCall((call) => calls.push(call));
  await send(host);
  await host.close();
  const isMail = (at: number) => calls[at] === "MailApp.sendEmail";
  const places = calls.map((_, at) => at);
  return places
    .filter((at) => at % step === 0 || [at - 1, at, at + 1].some(isMail))
    .map((at) => at + 1);
}

test.each(["none", "all"] as const)(
  "interrupted anywhere with %s of its writes done, it goes on where it was: nobody gets two, at most one is in doubt, and the rest go",
  async (arrived) => {
    const base = await openProgram();
    let resumed = 0;
    for (const at of await placesIn(base)) {
      const host = base.fork();
      host.onServiceCall((_, number) => {
        if (number === at) throw kill(arrived);
      });
      await send(host).catch(() => undefined);
      host.onServiceCall(null);
      const before = host.outbox().length;
      const reply = await send(host);
      expect(reply).toMatchObject({ ok: true });
      const sent = addressees(host);
      if (before > 0 && sent.length > before) resumed += 1;
      expect(new Set(sent).size).toBe(sent.length);
      const activity = JSON.stringify(host.rows("Activity").map(({ Why }) => Why));
      const doubts = activity.match(/may have been sent/g) ?? [];
      expect(doubts.length).toBeLessThanOrEqual(1);
      expect(sent.length + doubts.length).toBeGreaterThanOrEqual(names.length);
      expect(marks(host)).toEqual(names.map(() => "2026-01"));
      await host.close();
    }
    expect(resumed).toBeGreaterThan(0);
    await base.close();
  },
  120_000,
);

test("a statement can go with a PDF, of which the local host says that it is a stand-in (PARTNER-4a)", async () => {
  const host = await openProgram();
  await host.rpc("send-statements", {
    month: "2026-01",
    partners: ["ann"],
    pdf: true,
    confirmed: true,
  });
  const [file] = host.outbox()[0]?.attachments ?? [];
  expect(file).toMatchObject({ name: "statement-2026-01.pdf", contentType: "application/pdf" });
  const text = Buffer.from(file?.bytes ?? []).toString("latin1");
  expect(text).toMatch(/^%PDF-\d\.\d\n.*Stand-in for a PDF\..*%%EOF\n$/s);
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe("xref");
  for (const [, at = "", n] of [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(
    ([, place], i) => [i, place, i + 1] as const,
  )) {
    expect(text.slice(Number(at))).toMatch(new RegExp(`^${n} 0 obj`));
  }
  await host.close();
});

test("a PDF that Google can't make stops that mail alone, which is told and goes next time", async () => {
  const host = await openProgram();
  let made = 0;
  host.onServiceCall((call) => {
    if (call === "Blob.getAs" && ++made === 2) throw refuse("Conversion failed");
  });
  const given = { month: "2026-01", pdf: true, confirmed: true };
  const reply = await host.rpc("send-statements", given);
  host.onServiceCall(null);
  expect(reply).toMatchObject({
    output: { refusedMails: [expect.stringContaining("was not sent: Conversion failed")] },
  });
  expect(marks(host)).toEqual(["2026-01", "", "2026-01"]);
  await host.rpc("send-statements", given);
  expect(addressees(host)).toEqual(["ann@example.com", "cyd@example.com", "bob@example.com"]);
  await host.close();
});

describe("a test to oneself (STATEMENT-11)", () => {
  const sendTest = (host: Driver, more: object = {}) =>
    host.rpc("send-test-statement", { partner: "bob", month: "2026-01", ...more });

  test("goes to whoever asks, says what the partner would get, and marks nothing, even while mailing is off", async () => {
    const host = await openProgram();
    host.type("Settings", { Key: "mail partners" }, "Value", "no");
    expect(await send(host)).toMatchObject({ ok: false, error: { code: "MAIL_OFF" } });
    const preview = (await host.rpc("preview-statement-mail", {
      partner: "bob",
      month: "2026-01",
    })) as { output: { subject: string; text: string; html: string; off: boolean } };
    const { subject, text, html, off } = preview.output;
    expect(off).toBe(true);
    expect(await sendTest(host, { pdf: true })).toMatchObject({
      ok: true,
      output: { to: host.state.user },
    });
    expect(host.outbox()).toMatchObject([
      { to: [host.state.user], subject: `Test: ${subject}`, body: text, htmlBody: html },
    ]);
    expect(host.outbox()[0]?.attachments).toHaveLength(1);
    expect(marks(host)).toEqual(["", "", ""]);
    await host.close();
  });

  test("asks for the address where Google does not tell it", async () => {
    const host = await openProgram();
    Object.assign(host.state, { user: "" });
    const asked = {
      ok: false,
      error: { code: "INPUT_INVALID", problems: [{ at: { column: "to" } }] },
    };
    expect(await sendTest(host)).toMatchObject(asked);
    expect(await sendTest(host, { to: "bob@example.com," })).toMatchObject(asked);
    expect(await sendTest(host, { to: "me@example.com" })).toMatchObject({
      output: { to: "me@example.com" },
    });
    expect(addressees(host)).toEqual(["me@example.com"]);
    await host.close();
  });

  test("tells what the mail service refuses", async () => {
    const host = await openProgram();
    host.onServiceCall((call) => {
      if (call === "MailApp.sendEmail")
        throw refuse("Service invoked too many times for one day: email.");
    });
    expect(await sendTest(host)).toMatchObject({
      output: { refusedMails: [expect.stringContaining("too many times for one day")] },
    });
    await host.close();
  });
});

test("they begin and end with the team's own words, and answers go where the team says; those to a test don't (PARTNER-8)", async () => {
  const host = await openProgram();
  host.type("Settings", { Key: "mail greeting" }, "Value", "Dear {name}:");
  host.type("Settings", { Key: "mail footer" }, "Value", "Acme Ltd, Leeds\nNo. 77");
  host.type("Settings", { Key: "replies to" }, "Value", "team@acme.example");
  const { output } = (await host.rpc("preview-statement-mail", {
    partner: "ann",
    month: "2026-01",
  })) as { readonly output: { readonly text: string; readonly html: string } };
  await send(host);
  await host.rpc("send-test-statement", {
    partner: "ann",
    month: "2026-01",
    to: "me@acme.example",
  });

  const [mail] = host.outbox();
  expect([mail?.body, mail?.htmlBody]).toEqual([output.text, output.html]);
  expect(mail?.body).toMatch(
    /^Dear ann:\n\nThis is your statement .*\n\nAcme Ltd, Leeds\nNo\. 77$/s,
  );
  expect(mail?.htmlBody).toContain("Acme Ltd, Leeds<br>No. 77");
  expect(host.outbox().map(({ replyTo }) => replyTo)).toEqual([
    ...names.map(() => "team@acme.example"),
    undefined,
  ]);
  await host.close();
});

test("cut off while its PDF is made, a mail is in no doubt: it goes next time (MAIL-2a)", async () => {
  const host = await openProgram();
  let made = 0;
  host.onServiceCall((call) => {
    if (call === "Blob.getAs" && ++made === 2) throw kill("all");
  });
  const given = { month: "2026-01", pdf: true, confirmed: true };
  await host.rpc("send-statements", given).catch(() => undefined);
  host.onServiceCall(null);
  expect(addressees(host)).toEqual(["ann@example.com"]);

  await host.rpc("send-statements", given);
  const activity = JSON.stringify(host.rows("Activity"));
  expect(activity).toContain(
    "The mail “Partner program: statement for 2026-01” to ann@example.com may",
  );
  expect(activity).not.toContain("to bob@example.com may have been sent");
  expect(addressees(host)).toEqual(names.map((name) => `${name}@example.com`));
  await host.close();
});

test("where Google does not let it note that a mailing begins anew, nothing is claimed (MAIL-2a)", async () => {
  const host = await openProgram();
  await send(host);
  const again = { month: "2026-01", partners: [...names], again: true, confirmed: true };
  const before = marks(host);
  let isRefused = false;
  host.onServiceCall((call) => {
    // The note of the mailing before stands, which says that all of these very mails went.
    if (isRefused && call === "MailApp.sendEmail") throw kill("all");
    if (call !== "Properties.setProperty" || isRefused) return;
    isRefused = true;
    throw refuse("Service error: properties");
  });
  const reply = await host.rpc("send-statements", again).catch(() => "killed");
  host.onServiceCall(null);
  expect(reply).toMatchObject({ ok: false, error: { code: "WRITE_REFUSED" } });
  expect(marks(host)).toEqual(before);

  expect(await host.rpc("send-statements", again)).toMatchObject({ output: { sent: 3 } });
  expect(addressees(host)).toHaveLength(6);
  await host.close();
});
