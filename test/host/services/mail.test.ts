import { openCode, openHost, withProgram } from "../../support/host";

const program = `
function send(message) { MailApp.sendEmail(message); }
function sendForms() {
  MailApp.sendEmail("a@example.com", "One", "plain");
  MailApp.sendEmail("b@example.com", "reply@example.com", "Two", "plain");
  MailApp.sendEmail("c@example.com, Dee <d@example.com>", "Three", "plain", {
    htmlBody: "<b>rich</b>", name: "Programme", cc: "e@example.com",
    attachments: [Utilities.newBlob("a,b", "text/csv", "list.csv")],
  });
}
function left() { return MailApp.getRemainingDailyQuota(); }
function many(count) {
  const to = [];
  for (let n = 0; n < count; n++) to.push("p" + n + "@example.com");
  MailApp.sendEmail(to.join(","), "Many", "x");
}
function sleep(ms) { Utilities.sleep(ms); }`;

describe("MailApp", () => {
  it("puts every form of sendEmail into the outbox", async () => {
    const host = await openCode(program, { now: "2026-01-01T09:00:00Z", user: "me@example.com" });
    await host.call("sendForms");
    const [one, two, three] = host.outbox();
    expect(one).toMatchObject({ from: "me@example.com", to: ["a@example.com"], subject: "One" });
    expect(two).toMatchObject({ to: ["b@example.com"], replyTo: "reply@example.com" });
    expect(three).toMatchObject({
      to: ["c@example.com", "Dee <d@example.com>"],
      cc: ["e@example.com"],
      htmlBody: "<b>rich</b>",
      name: "Programme",
      sentAt: Date.parse("2026-01-01T09:00:00Z"),
    });
    expect(three?.attachments[0]).toMatchObject({ name: "list.csv", contentType: "text/csv" });
    expect(Buffer.from(three?.attachments[0]?.bytes ?? []).toString()).toBe("a,b");
  });

  it("counts recipients against 100 a day, whole again 24 hours after the first", async () => {
    const host = await openCode(program, { now: "2026-01-01T09:00:00Z" });
    await host.call("many", 50);
    expect((await host.call("left")).result).toBe(50);
    await host.call("many", 50);
    await expect(host.call("many", 1)).rejects.toThrow(
      "Service invoked too many times for one day: email.",
    );
    expect(host.outbox()).toHaveLength(2);
    await host.clock.advanceTo("2026-01-02T08:59:59Z");
    expect((await host.call("left")).result).toBe(0);
    await host.clock.advanceTo("2026-01-02T09:00:00Z");
    expect((await host.call("left")).result).toBe(100);
  });

  it.each([
    ["no recipient", { to: "", subject: "s", body: "b" }, "no recipient"],
    ["an address that is none", { to: "ada", subject: "s", body: "b" }, "Invalid email: ada"],
    ["a long body", { to: "a@b.org", body: "x".repeat(204_801) }, "Email Body Size"],
    ["a long subject", { to: "a@b.org", subject: "x".repeat(251) }, "Argument too large: subject"],
    ["an unknown option", { to: "a@b.org", blindCopy: "c@d.org" }, "Invalid argument: blindCopy"],
  ])("refuses %s and sends nothing", async (_what, message, error) => {
    const host = await openCode(program);
    await expect(host.call("send", message)).rejects.toThrow(error);
    expect(host.outbox()).toHaveLength(0);
  });

  it("refuses 51 recipients in one mail", async () => {
    const host = await openCode(program);
    await expect(host.call("many", 51)).rejects.toThrow(
      "Limit Exceeded: Email Recipients Per Message.",
    );
  });

  it("needs its scope when the manifest names scopes", async () => {
    const manifest = JSON.stringify({
      oauthScopes: ["https://www.googleapis.com/auth/spreadsheets.currentonly"],
    });
    await withProgram({ "Code.js": program, "appsscript.json": manifest }, async (dist) => {
      const host = await openHost({ dist });
      await expect(host.call("left")).rejects.toThrow(
        "You do not have permission to call MailApp.getRemainingDailyQuota. Required permissions: https://www.googleapis.com/auth/script.send_mail",
      );
    });
  });
});
