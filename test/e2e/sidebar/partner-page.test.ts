import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const sales = {
  Partners: [
    {
      Key: "ptn_a",
      Name: "Ada Berg",
      "E-mail": "ada@partner.example",
      "Payout method": "bank transfer",
      "Account reference": "ACC 77",
      Codes: "ADA10",
    },
  ],
  Customers: [{ Key: "cus_1", Name: "Harbor", Partner: "ptn_a", "Created on": "2026-03-01" }],
  Triggers: [{ ...rateTrigger, "Offer description": "20 % of every sale" }],
  Transactions: [{ Key: "T1", Customer: "cus_1", Date: "2026-03-02", Amount: 99, Currency: "USD" }],
};

describe("a partner's page", () => {
  let open: OpenSidebar;
  afterEach(() => open.close());
  afterAll(closeBrowser);

  it("lets a partner follow a reward from made to paid on a phone, by the link from the sidebar", async () => {
    open = await openSidebar({ rows: sales });
    const { host, page } = open;
    const origin = `http://127.0.0.1:${new URL(page.url()).port}`;
    host.type("Settings", { Key: "program start" }, "Value", "2026-03-01");
    await open.at("partner", "ptn_a");
    await open.frame.getByText("Page", { exact: true }).click();
    await open.frame.getByText("Deploy the web app once").waitFor();

    host.type("Settings", { Key: "partner page address" }, "Value", `${origin}/exec`);
    host.type("Settings", { Key: "link with code" }, "Value", "https://shop.example/?c={code}");
    await host.rpc("run", { kind: "by hand" });
    await open.at("partner", "ptn_a");
    await open.frame.getByText("Page", { exact: true }).click();
    const link = await open.frame.getByLabel("Link").inputValue();
    expect(link.startsWith(`${origin}/exec?p=`)).toBe(true);
    expect(await open.axe()).toEqual([]);
    await open.screenshot("partner-link");

    const context = await page
      .context()
      .browser()
      ?.newContext({ viewport: { width: 360, height: 740 } });
    const phone = await context?.newPage();
    if (!phone || !context) throw new Error("The browser opened no page.");
    const shown = async () => {
      await phone.goto(link);
      return (await phone.locator("main").innerText()).replace(/\s+/g, " ");
    };
    expect(await shown()).toMatch(
      /Owed to you 19.80 USD .*Waiting for approval · estimated payment Apr 13, 2026/,
    );
    const give = phone.getByRole("link", { name: "https://shop.example/?c=ADA10" });
    expect(await give.getAttribute("href")).toBe("https://shop.example/?c=ADA10");
    await phone.screenshot({ path: "build/screenshots/partner-page-codes.png", fullPage: true });
    await phone.addScriptTag({ content: axeSource });
    for (const colorScheme of ["light", "dark"] as const) {
      await phone.emulateMedia({ colorScheme });
      const { violations } = (await phone.evaluate("axe.run()")) as AxeResults;
      expect([colorScheme, violations.map(({ id }) => id)]).toEqual([colorScheme, []]);
    }
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);

    const reward = host.rows("Rewards")[0]?.Key as string;
    await host.rpc("set-reward-status", { rewards: [reward], status: "approved" });
    await host.clock.advanceTo("2026-04-20");
    expect(await shown()).toContain("Approved");
    const [payout] = host.rows("Payouts");
    await host.rpc("pay-invoice", {
      invoice: payout?.Invoice as string,
      payouts: [payout?.Key as string],
      reference: "R-1",
      neverSent: true,
    });
    await host.rpc("run", { kind: "by hand" });
    expect(await shown()).toMatch(/Owed to you 0.00 USD .*Paid · Apr 20, 2026.*reference R-1/);

    await open.frame.getByRole("button", { name: "Revoke…" }).click();
    await open.frame.getByRole("button", { name: "Revoke", exact: true }).click();
    await open.frame.getByText("The former link opens nothing any more").waitFor();
    expect(await shown()).toContain("This link does not open a page.");
    const latest = await open.frame.getByLabel("Link").inputValue();
    expect(latest).not.toBe(link);
    expect((await host.visit({ p: latest.split("?p=")[1] ?? "" }))?.content).toContain("Ada Berg");

    await context.close();
    await open.go("Settings");
    await open.frame.getByRole("button", { name: "Revoke all links…" }).click();
    await open.frame.getByRole("button", { name: "Revoke all", exact: true }).click();
    await open.frame.getByText("No link that was sent so far works any more.").waitFor();
    const [, renewed = ""] = latest.split("?p=");
    expect((await host.visit({ p: renewed }))?.content).toContain("does not open a page");
    expect(open.complaints).toEqual([]);
  });

  it("lets a partner of the sample program follow a reward from made to paid on a phone, and hear why another was declined", async () => {
    open = await openSidebar({
      now: "2026-03-02",
      before: async (host) => void (await host.rpc("add-sample", {})),
    });
    const { host, page } = open;
    const origin = `http://127.0.0.1:${new URL(page.url()).port}`;
    host.type("Settings", { Key: "partner page address" }, "Value", `${origin}/exec`);
    const run = () => host.rpc("run", { kind: "by hand" });
    await run();
    await open.at("partner", "ptn_ada");
    await open.frame.getByText("Page", { exact: true }).click();
    const link = await open.frame.getByLabel("Link").inputValue();
    const phone = await page
      .context()
      .browser()
      ?.newPage({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    if (!phone) throw new Error("The browser opened no page.");
    const line = async () => {
      const found = phone.getByRole("listitem").filter({ hasText: "Jan 4, 2026" }).first();
      return (await found.innerText()).replace(/\s+/g, " ");
    };
    const shown = async () => {
      await phone.goto(link);
      return (await phone.locator("main").innerText()).replace(/\s+/g, " ");
    };
    const first = await shown();
    expect(first).toMatch(/Owed to you 70\.00 USD .*Still to come .*Offers/);
    expect(await line()).toMatch(/Jan 4, 2026 · Waiting for approval · estimated payment/);
    expect(first).not.toMatch(/Bela|Chidi|ptn_/);
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await phone.screenshot({ path: "build/screenshots/partner-page.png", fullPage: true });

    const reward = (key: string) => ({ rewards: [key] });
    await host.rpc("set-reward-status", {
      ...reward("trx_sample_1/trg_sample_first"),
      status: "approved",
    });
    await host.rpc("set-reward-status", {
      ...reward("drip_trx_sample_1/trg_sample_yearly#1"),
      status: "declined",
      reason: "The customer has left.",
    });
    await run();
    const second = await shown();
    expect(await line()).toContain("Approved · estimated payment");
    expect(second).toMatch(/Owed to you 50\.00 USD .*Declined · The customer has left\./);

    await host.clock.advanceTo("2026-03-12");
    expect(await shown()).toContain("To be paid");
    const [payout] = host.rows("Payouts").filter(({ Partner }) => Partner === "ptn_ada");
    await host.rpc("pay-invoice", {
      invoice: payout?.Invoice as string,
      payouts: [payout?.Key as string],
      reference: "TRANSFER 7",
      neverSent: true,
    });
    await run();
    expect(await shown()).toMatch(
      /Owed to you 20\.00 USD .*\(2 of 12\) .*\(3 of 12\) .*Payouts Paid 50\.00 USD Mar 12, 2026 · reference TRANSFER 7 Last statement Closing balance of January 2026 0\.00 USD/,
    );
    expect(await line()).toContain("Paid · Mar 12, 2026");
    await phone.close();
    expect(open.complaints).toEqual([]);
  });
});
