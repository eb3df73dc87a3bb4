import type { Frame } from "playwright-core";
import * as dub from "../../../src/ui/import/presets/dub-commissions";
import { sample as dubPartners } from "../../../src/ui/import/presets/dub-partners";
import { sample as gumroad } from "../../../src/ui/import/presets/gumroad-sales";
import { sample as lemonSqueezy } from "../../../src/ui/import/presets/lemon-squeezy-orders";
import {
  customersSample,
  partnersSample,
  rewardsSample,
  salesSample,
} from "../../../src/ui/import/presets/partnerstack";
import { sample as paypal } from "../../../src/ui/import/presets/paypal-activity";
import { sample as rewardful } from "../../../src/ui/import/presets/rewardful-customers";
import { sample as shopify } from "../../../src/ui/import/presets/shopify-orders";
import { sample as stripeBalance } from "../../../src/ui/import/presets/stripe-balance";
import { sample as stripe } from "../../../src/ui/import/presets/stripe-payments";
import * as tapfiliate from "../../../src/ui/import/presets/tapfiliate-conversions";
import { sample as woocommerce } from "../../../src/ui/import/presets/woocommerce-orders";
import { rateTrigger } from "../../support/rate-trigger";
import { closeBrowser, type OpenSidebar, openSidebar } from "./open-sidebar";

afterAll(closeBrowser);

/** Files of every tool that is known by its headers; `npm test` opens the first. */
const every = [
  ["WooCommerce orders", woocommerce],
  ["Gumroad sales", gumroad],
  ["PayPal activity", paypal],
  ["Shopify orders", shopify],
  ["Stripe balance changes", stripeBalance],
  ["Lemon Squeezy orders", lemonSqueezy],
  ["Dub commissions", dub.sample],
  ["Dub partners", dubPartners],
  ["PartnerStack partnerships", partnersSample],
  ["PartnerStack customers", customersSample],
  ["PartnerStack transactions", salesSample],
  ["PartnerStack rewards", rewardsSample],
  ["Tapfiliate commissions", tapfiliate.rewardsSample],
  ["Rewardful affiliates and their customers", rewardful],
] as const;
const tools = process.env.SCREENS ? every : every.slice(0, 1);

const rows = {
  Partners: [{ Key: "ada", Name: "Ada Berg" }],
  Customers: [],
  Triggers: [rateTrigger],
};

describe("exports of the tools that teams use, from the file to rewards", () => {
  let open: OpenSidebar;
  let wide: Frame;
  let clicks = 0;
  beforeEach(async () => {
    open = await openSidebar({ rows });
    open.host.type("Settings", { Key: "program start" }, "Value", "2026-01-01");
    await open.go("Record");
    await open.frame.getByRole("button", { name: "Import a file of sales" }).click();
    wide = await open.wide();
    await heading("Import sales");
    clicks = 0;
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.close();
  });
  const press = (name: string | RegExp) => {
    clicks++;
    return wide.getByRole("button", { name }).click();
  };
  const heading = (name: string) => wide.getByRole("heading", { level: 1, name }).waitFor();
  const choose = (name: string, text: string) => {
    clicks++;
    return wide
      .getByLabel("File of sales")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  const add = async (button: string | RegExp) => {
    await press("See what it becomes");
    await press(button);
    await heading("Imported");
  };
  const run = () => open.host.rpc("run", { kind: "by hand" });
  const rewards = () =>
    open.host.rows("Rewards").map(({ Key, Amount, Status }) => [Key, Amount, Status]);

  it("each tool's file is known by its headers, and goes to its preview with no more than a few answers", async () => {
    for (const [name, { file }] of tools) {
      await choose(`${name}.csv`, file);
      await wide.getByText(`Read as an export of ${name}.`).waitFor();
      for (const group of await wide.locator("fieldset:has(input[type=radio])").all()) {
        if ((await group.locator("input:checked").count()) === 0)
          await group.locator("input[type=radio]").first().check();
      }
      await press("See what it becomes");
      await heading("What the file becomes");
      // Lines that name partners who are not here yet say so instead.
      const add = wide.getByRole("button", { name: /^Add \d+ rows?$/ });
      await add.or(wide.getByText("import the partners first").first()).first().waitFor();
      expect(await open.axe(wide)).toEqual([]);
      await press("Columns and questions");
      await heading("What the columns are");
      await press("Another file");
      await heading("Import sales");
    }
  });

  it("Stripe: three clicks from the file to its rows, and the triggers' work foreseen before", async () => {
    const begun = Date.now();
    await choose("stripe.csv", stripe.file);
    await wide.getByText("Read as an export of Stripe payments.").waitFor();
    await press("See what it becomes");
    await wide.getByText("3 new sales").waitFor();
    const seen = Date.now();
    await wide
      .getByText("As of today, the triggers would make no rewards or drips from these rows.")
      .waitFor();
    await wide.getByLabel("The partner of new customers that have none").fill("ada");
    await wide.getByRole("option", { name: /Ada Berg/ }).click();
    await wide.getByText(/^Rate: 2 rewards/).waitFor();
    expect(await open.axe(wide)).toEqual([]);
    await open.screenshot("import-foreseen");
    const adding = Date.now();
    await press(/^Add \d rows$/);
    await heading("Imported");
    expect(clicks).toBe(3);
    if (process.env.IMPORT_LINES)
      process.stdout.write(
        `Stripe's sample: ${clicks} clicks; ${(seen - begun) / 1000} s from the file to the preview, ${(Date.now() - adding) / 1000} s from there to the rows\n`,
      );
    await run();
    expect(rewards()).toEqual([
      ["ch_1/rate", 240, "pending"],
      ["ch_2/rate", 8, "pending"],
      ["ch_3/rate", 9.8, "declined"],
    ]);
  });

  it("PartnerStack: a program moves in with its partners, customers, sales and what is owed", async () => {
    for (const [name, file, button] of [
      ["partnerships.csv", partnersSample.file, "Add 2 rows"],
      ["customers.csv", customersSample.file, "Add 1 row"],
      ["transactions.csv", salesSample.file, "Add 2 rows"],
      ["rewards.csv", rewardsSample.file, "Add 2 rows"],
    ] as const) {
      await choose(name, file);
      await heading("What the columns are");
      await add(button);
      if (name !== "rewards.csv") await press("Import another file");
    }
    await open.screenshot("import-moved");
    await run();
    expect(open.host.rows("Partners").map(({ Key, Name }) => [Key, Name])).toEqual([
      ["ada", "Ada Berg"],
      ["part_1", "Sam Reed"],
      ["part_2", "Tia Moss"],
    ]);
    expect(rewards()).toEqual([
      ["open_rew_1", 240, "pending"],
      ["open_rew_3", 9.8, "pending"],
      ["tran_1/rate", 240, "pending"],
      ["tran_2/rate", 9.8, "pending"],
    ]);
  });

  it("Shopify: a month of a small shop with codes, its export, refunds, and the next export in two clicks", async () => {
    open.host.append("Partners", [{ Key: "sam", Name: "Sam Reed", Codes: "SAM10" }]);
    const header =
      "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Created at,Lineitem name,Billing Name,Refunded Amount,Margin";
    interface Order {
      readonly status?: string;
      readonly code?: string;
      readonly back?: string;
      readonly margin?: string;
    }
    const order = (n: number, day: string, total: string, given: Order = {}) => {
      const { status = "paid", code = "", back = "0.00", margin = "" } = given;
      const paid = status === "pending" ? "" : `${day} 10:00:00 +0000`;
      return `#${n},buyer${n}@shop.example,${status},${paid},fulfilled,EUR,${total},0.00,0.00,${total},${code},${day} 09:59:00 +0000,Lamp,Buyer ${n},${back},${margin}`;
    };
    const january = [
      order(1, "2026-01-05", "100.00", { code: "sam10", margin: "40.5" }),
      order(2, "2026-01-12", "50.00"),
      order(3, "2026-01-20", "70.00", { status: "pending" }),
      order(4, "2026-01-22", "60.00", { code: "SUMMER26" }),
    ];
    await choose("january.csv", [header, ...january].join("\n"));
    await wide.getByText("Read as an export of Shopify orders.").waitFor();
    await wide.getByLabel("Margin becomes").selectOption({ label: "Margin: amounts" });
    await open.screenshot("import-own-column");
    await press("See what it becomes");
    await wide.getByText("1 sale whose code is no partner's").waitFor();
    await wide.getByText(/^SUMMER26 \(1\)/).waitFor();
    await wide.getByLabel("The partner of new customers that have none").fill("ada");
    await wide.getByRole("option", { name: /Ada Berg/ }).click();
    await press("Add 3 rows");
    await heading("Imported");
    await run();
    expect(rewards()).toEqual([
      ["#1/rate", 20, "pending"],
      ["#2/rate", 10, "pending"],
    ]);
    expect(
      open.host.rows("Customers").map(({ Key, Partner, Code }) => [Key, Partner, Code]),
    ).toEqual([
      ["buyer1@shop.example", "sam", "SAM10"],
      ["buyer2@shop.example", "ada", ""],
      ["buyer4@shop.example", "", ""],
    ]);
    expect(open.host.rows("Transactions").map(({ Margin }) => Margin)).toEqual([40.5, "", ""]);

    await press("Import another file");
    clicks = 0;
    const february = [
      order(1, "2026-01-05", "100.00", {
        status: "partially_refunded",
        code: "sam10",
        back: "40.00",
      }),
      order(2, "2026-01-12", "50.00", { status: "refunded", back: "50.00" }),
      order(3, "2026-01-20", "70.00"),
      order(4, "2026-01-22", "60.00", { code: "SUMMER26" }),
      order(5, "2026-02-02", "30.00", { code: "SAM10", margin: "9" }),
    ];
    await choose("february.csv", [header, ...february].join("\n"));
    await heading("What the file becomes");
    await wide.getByText("2 new sales").waitFor();
    await wide.getByText("2 refunds").waitFor();
    await wide.getByText("3 lines are here already").waitFor();
    await press("Add 4 rows");
    await heading("Imported");
    expect(clicks).toBe(2);
    // The code that nobody had becomes a partner's: the sale that waited for it earns, too.
    open.host.type("Partners", { Key: "sam" }, "Codes", "SAM10, summer26");
    await run();
    expect(rewards()).toEqual([
      ["#1/rate", 12, "pending"],
      ["#2/rate", 10, "declined"],
      ["#4/rate", 12, "pending"],
      ["#5/rate", 6, "pending"],
    ]);
    expect(open.host.rows("Rewards").map(({ Partner }) => Partner)).toEqual([
      "sam",
      "ada",
      "sam",
      "sam",
    ]);
    expect(open.host.rows("Transactions").find(({ Key }) => Key === "#5")?.Margin).toBe(9);
    // Order 3 is of a buyer who was new in February's export, and has no partner: it says so.
    const home = JSON.stringify(await open.host.rpc("home", {}));
    expect(home).toContain('"noPartner":1');
  });
});
