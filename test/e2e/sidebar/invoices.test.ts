import { ask } from "../../support/small-program";
import {
  closeBrowser,
  type HowToOpen,
  type OpenSidebar,
  openSidebar,
  type Step,
} from "./open-sidebar";

afterAll(closeBrowser);

const JANUARY = "inv_2026-01_USD";
const partners = [
  { Key: "ada", Name: "Ada Berg", "Payout method": "PayPal", "Payment e-mail": "ada@pay.example" },
  {
    Key: "bela",
    Name: "Bela Castro",
    "Payout method": "bank transfer",
    "Account reference": "DE02 1203",
  },
  { Key: "cai", Name: "Cai Duarte" },
];
const reward = (key: string, partner: string, amount: number, more: object = {}) => ({
  Key: key,
  Partner: partner,
  Description: `Bonus ${key}`,
  Amount: amount,
  Currency: "USD",
  Status: "approved",
  "Earned on": "2026-01-15",
  Source: "trigger",
  Accepted: `approved ${amount.toFixed(2)}`,
  ...more,
});
const rewards = [
  reward("a1", "ada", 50),
  reward("a2", "ada", 25.5),
  reward("b1", "bela", 80, { Status: "pending", Accepted: "pending 80.00" }),
  reward("c1", "cai", -30),
];

const toFebruary: Step = async (host) => {
  await host.clock.advanceTo("2026-02-01");
  await ask(host, "run", { kind: "by hand" });
};
const finalize: Step = async (host) =>
  void (await ask(host, "finalize-invoice", { invoice: JANUARY }));

/** January's invoice, opened on 1 February and in review. */
const inReview = ({ before = [], ...how }: HowToOpen = {}): Promise<OpenSidebar> =>
  openSidebar({
    now: "2026-01-05",
    rows: { Partners: partners, Rewards: rewards },
    ...how,
    before: [toFebruary, before].flat(),
  });
const final = (how: HowToOpen = {}): Promise<OpenSidebar> => inReview({ ...how, before: finalize });

describe("invoices", () => {
  let open: OpenSidebar;
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const press = (name: string | RegExp) =>
    open.frame.getByRole("button", { name, exact: typeof name === "string" }).click();
  const says = (text: string | RegExp) => open.frame.getByText(text).first().waitFor();
  const tick = (name: string) => open.frame.getByRole("checkbox", { name }).check();
  const row = (tab: string, key: string) =>
    open.host.rows(tab).find((each) => each.Key === key) ?? {};
  const openInvoice = async () => {
    await open.go("Invoices");
    await press(/January 2026 · USD/);
    await open.frame.getByRole("heading", { level: 1, name: "January 2026 · USD" }).waitFor();
  };
  const clean = async (name: string) => {
    await open.screenshot(`invoices-${name}`);
    expect(await open.axe()).toEqual([]);
  };

  it("says what will come when there are none, and what to do when the list can't be loaded", async () => {
    open = await openSidebar();
    await open.go("Invoices");
    await says("No invoices yet");
    await clean("none");

    open.server.fail();
    await open.frame.getByText("Paid", { exact: true }).click();
    await says(/Google returned an error/);
    await clean("error");
    open.server.mend();
    await press("Try again");
    await says("No invoice matches");
  });

  it("lists them with days left; lines are moved and removed, and each can be undone", async () => {
    open = await inReview();
    await open.go("Invoices");
    await says("6 days left");
    await clean("list");
    await openInvoice();
    await says("Negative balance: carried forward to the next invoice");
    await clean("lines");

    await tick("Choose Bonus a1, Ada Berg");
    await says(/^1 line ·\s\$50\.00$/);
    await clean("ticked");
    await press("Remove");
    await says("1 line removed; the next invoice takes them.");
    expect(row("Rewards", "a1").Invoice).toBe("");
    await press("Undo");
    await says("1 line put back.");
    expect(row("Rewards", "a1").Invoice).toBe(JANUARY);

    await tick("Choose all of Ada Berg");
    await says(/^2 lines ·\s\$75\.50$/);
    await press("Move 2");
    await clean("move");
    await press("The next invoice");
    await says("2 lines moved.");
    await says("$50.00");
    expect(row("Invoices", JANUARY)).toMatchObject({ Lines: 2, Total: 50 });
    // Nothing asks for them to be put back, but they are still there to be added.
    await says("Late (2)");
    expect(await open.frame.getByText(/can still be added/).count()).toBe(0);
  });

  it("opens in a wide window, beside which the sidebar stays usable", async () => {
    open = await final({ look: "dark" });
    await openInvoice();
    await clean("dark");
    await press("Open in a wide dialog");
    const wide = await open.wide();
    await wide.getByRole("heading", { level: 1, name: "January 2026 · USD" }).waitFor();
    await wide.getByText("Bela Castro").waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.go("Home");
  });

  it("late rewards can still be added", async () => {
    open = await inReview({
      before: async (host) => host.append("Rewards", [reward("late", "bela", 12)]),
    });
    await openInvoice();
    await says("1 late reward can still be added to January 2026");
    await press("Show the late rewards");
    await says("Bonus late");
    await clean("late");
    await press("Add all shown");
    await says("1 line added.");
    expect(row("Rewards", "late").Invoice).toBe(JANUARY);

    // A manual reward on this very invoice.
    await press("Manual reward");
    await open.frame.getByRole("heading", { level: 1, name: "Manual reward" }).waitFor();
    const partner = open.frame.getByRole("combobox", { name: /Partner/ });
    await partner.fill("Bela");
    await open.frame.getByRole("option", { name: /Bela Castro/ }).click();
    await open.frame.getByLabel("Description").fill("Bonus for the trade fair");
    await open.frame.getByLabel(/^Amount/).fill("15");
    await clean("manual-reward");
    await press("Create reward");
    const made = () => open.host.rows("Rewards").find(({ Amount }) => Amount === 15);
    await says(/Reward of \$15\.00 for Bela Castro created\. It is on the invoice in review/);
    expect(made()).toMatchObject({ Partner: "bela", Invoice: JANUARY, Source: "manual" });
  });

  it("is paused and resumed, and made final after saying what that does, by keyboard alone", async () => {
    open = await inReview();
    await openInvoice();
    await press("Pause");
    await says("Paused: no run will finalize it.");
    expect(row("Invoices", JANUARY).Paused).toBe("yes");
    await press("Resume");
    await says("Resumed.");

    await open.frame.getByRole("button", { name: "Finalize" }).focus();
    await open.page.keyboard.press("Enter");
    await says("2 payouts, $155.50.");
    await says("1 line not reviewed will be approved.");
    await clean("finalize");
    await open.page.keyboard.press("Tab");
    await open.page.keyboard.press("Tab");
    await open.focused("Finalize");
    await open.page.keyboard.press("Enter");

    await says("Finalized: 2 payouts to pay.");
    expect(row("Invoices", JANUARY)).toMatchObject({ Status: "Final", Total: 155.5 });
    await clean("final");
  });

  it("a payment file says what goes in and what is left out, and is downloaded and copied", async () => {
    open = await final();
    await openInvoice();
    await press("Payment file");
    await open.frame.getByText("PayPal", { exact: true }).click();
    await says(/1 payout, \$75\.50/);
    await open.frame.getByText("1 payout left out").click();
    await says("Its payout method is bank transfer.");
    await clean("file");
    await press("Make file");
    const link = open.frame.getByRole("link", { name: "payouts-2026-01-USD-paypal.csv" });
    const [download] = await Promise.all([open.page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe("payouts-2026-01-USD-paypal.csv");
    expect(await open.frame.getByLabel("The file's text").inputValue()).toBe(
      "ada@pay.example,75.50,USD,ada,Partner program 2026-01,PAYPAL\n",
    );
    await press("Copy");
    await clean("file-made");
    expect(row("Payouts", `pay_${JANUARY}/ada`)).toMatchObject({
      Status: "sent",
      File: "payouts-2026-01-USD-paypal.csv",
    });
    await press("Make payouts-2026-01-USD-paypal.csv again");
    await link.waitFor();
  });

  it("payouts are paid one by one and all at once; a returned one is owed again", async () => {
    open = await final();
    await openInvoice();
    await tick("Choose the payout of Ada Berg");
    await press("Pay 1");
    await open.frame.getByLabel("Paid on (optional)").fill("2026-02-02");
    await open.frame.getByLabel("Reference (optional)").fill("SEPA 17");
    await press("Record as paid");
    await says("The day of payment can't be after today.");
    await clean("pay-refused");
    await open.frame.getByLabel("Paid on (optional)").fill("2026-02-01");
    await press("Record as paid");
    await says("1 payout recorded as paid.");
    expect(row("Payouts", `pay_${JANUARY}/ada`)).toMatchObject({
      Status: "paid",
      Reference: "SEPA 17",
    });
    await press("Record as paid");
    await open.frame.getByLabel("Also those never in a payment file").check();
    await clean("pay-never-sent");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Record as paid" }).click();
    await says(/The invoice is paid/);
    await clean("paid");
    expect(row("Rewards", "b1").Status).toBe("paid");

    await press("Record that the payment to Bela Castro was returned");
    await press("Record the return");
    await says("Reason is needed.");
    await open.frame.getByLabel("Reason").fill("account closed");
    await press("Record the return");
    await says("Returned. A new payout for Bela Castro is open on this invoice.");
    await says("account closed");
    expect(row("Payouts", `pay_${JANUARY}/bela#2`).Status).toBe("open");
    expect(row("Invoices", JANUARY).Status).toBe("Final");
    await clean("returned");
  });

  it("is reopened with a reason before payment; a negative balance is written off", async () => {
    open = await final();
    await openInvoice();
    await press("Reopen");
    await open.frame.getByLabel("Reason").fill("one was forgotten");
    await clean("reopen");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Reopen" }).click();
    await says("Back in review, and paused. 2 payouts removed.");
    expect(row("Invoices", JANUARY)).toMatchObject({ Status: "In review", Paused: "yes" });
    expect(open.host.rows("Payouts")).toEqual([]);

    await press("Write off the balance of Cai Duarte");
    await open.frame.getByLabel("Reason").fill("goodwill");
    await clean("write-off");
    await open.frame.getByRole("dialog").getByRole("button", { name: "Write off" }).click();
    await says("$30.00 written off for Cai Duarte.");
    await says("Comes to 0");
    expect(row("Invoices", JANUARY).Total).toBe(155.5);
  });
});
