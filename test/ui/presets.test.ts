import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LineKind } from "../../src/engine/intake/import/move-row";
import { readFile } from "../../src/engine/intake/import/read-file";
import { moveReaders } from "../../src/engine/intake/import/read-moves";
import type { Currency } from "../../src/engine/kernel/money";
import { presetFor, presets } from "../../src/ui/import/presets";
import * as dub from "../../src/ui/import/presets/dub-commissions";
import { sample as dubPartners } from "../../src/ui/import/presets/dub-partners";
import { sample as gumroad } from "../../src/ui/import/presets/gumroad-sales";
import { sample as lemonSqueezy } from "../../src/ui/import/presets/lemon-squeezy-orders";
import * as partnerStack from "../../src/ui/import/presets/partnerstack";
import { sample as paypal } from "../../src/ui/import/presets/paypal-activity";
import type { Sample } from "../../src/ui/import/presets/preset";
import { sample as rewardful } from "../../src/ui/import/presets/rewardful-customers";
import { sample as shopify } from "../../src/ui/import/presets/shopify-orders";
import { sample as stripeBalance } from "../../src/ui/import/presets/stripe-balance";
import { sample as stripe } from "../../src/ui/import/presets/stripe-payments";
import * as tapfiliate from "../../src/ui/import/presets/tapfiliate-conversions";
import { sample as woocommerce } from "../../src/ui/import/presets/woocommerce-orders";
import { offsetsOf } from "../support/program";

const folder = join(__dirname, "../../src/ui/import/presets");
/** Each preset with its sample, and what its lines are. */
const samples: readonly (readonly [name: string, kind: LineKind, sample: Sample])[] = [
  ["Gumroad sales", "sales", gumroad],
  ["PayPal activity", "sales", paypal],
  ["Shopify orders", "sales", shopify],
  ["Stripe payments", "sales", stripe],
  ["Stripe balance changes", "sales", stripeBalance],
  ["WooCommerce orders", "sales", woocommerce],
  ["Lemon Squeezy orders", "sales", lemonSqueezy],
  ["Dub commissions", "open rewards", dub.sample],
  ["Dub commissions", "sales", dub.salesSample],
  ["Dub partners", "partners", dubPartners],
  ["PartnerStack partnerships", "partners", partnerStack.partnersSample],
  ["PartnerStack customers", "customers", partnerStack.customersSample],
  ["PartnerStack transactions", "sales", partnerStack.salesSample],
  ["PartnerStack rewards", "open rewards", partnerStack.rewardsSample],
  ["Tapfiliate commissions", "open rewards", tapfiliate.rewardsSample],
  ["Tapfiliate conversions", "sales", tapfiliate.sample],
  ["Rewardful affiliates and their customers", "customers", rewardful],
];
const context = {
  programCurrency: "USD" as Currency,
  decimalMark: "." as const,
  zones: offsetsOf("America/New_York"),
};
const headersOf = ({ file }: Sample) =>
  readFile(file, {}, context).columns.map(({ header }) => header);
const linesOf = (sample: Sample, kind: LineKind) => {
  const preset = presetFor(headersOf(sample), kind);
  const read = readFile(sample.file, preset?.answers ?? {}, context, moveReaders);
  const lines = read.lines.map((line) => {
    if (line.kind === "bad") return `bad ${line.reasons}`;
    if (line.kind === "out") return `out ${line.word}`;
    if (line.kind === "double") return "double";
    if (line.kind === "move") {
      const { key, name, email, partner, customer, date, amount } = line.row;
      const day = date?.day ?? "-";
      return kind === "open rewards"
        ? `${kind} ${key} ${partner} ${customer} ${day} ${amount}`
        : `${kind} ${key} ${name} ${email} ${day} ${partner}`.trim();
    }
    const { key, customer, date, amount, refunded, isRefund, refundOf } = line.row;
    return isRefund
      ? `refund ${refundOf} ${date.day} ${amount}`
      : `${key} ${customer} ${date.day} ${amount} ${refunded}`;
  });
  return { preset, read, lines };
};

test("every preset of the folder is offered, and has its sample here", () => {
  const others = ["index.ts", "preset.ts"];
  const named = readdirSync(folder)
    .filter((name) => !others.includes(name))
    .flatMap((name) =>
      [
        ...readFileSync(join(folder, name), "utf8").matchAll(/: Preset = \{\s+name: "([^"]+)"/g),
      ].map(([, each]) => each),
    );

  expect([...named].sort()).toEqual(samples.map(([name]) => name).sort());
  expect(presets.map(({ name }) => name).sort()).toEqual([...named].sort());
});

test.each(samples)(
  "the sample of %s, as %s, is read to its last line, with nothing left to ask",
  (name, kind, sample) => {
    const { preset, read, lines } = linesOf(sample, kind);

    expect(preset?.name).toBe(name);
    expect(lines).toEqual(sample.lines);
    expect(read.missing).toEqual([]);
    expect(read.questions.filter(({ isOpen }) => isOpen)).toEqual([]);
  },
);

test("of all samples together every line is read right", () => {
  const lines = samples.flatMap(([, kind, sample]) =>
    linesOf(sample, kind).lines.map((line, at) => line === sample.lines[at]),
  );
  const right = lines.filter(Boolean).length;
  if (process.env.IMPORT_LINES)
    process.stdout.write(
      `${right} of ${lines.length} lines of ${samples.length} samples are read right\n`,
    );
  expect(right).toBe(lines.length);
});

test.each(samples)(
  "the sample of %s, as %s, is recognized as no other tool's",
  (name, _, sample) => {
    const headers = headersOf(sample);
    const fitting = presets.filter(({ needs }) => needs.every((each) => headers.includes(each)));
    const tool = (each: string) => each.split(" ")[0];

    expect([...new Set(fitting.map((each) => tool(each.name)))]).toEqual([tool(name)]);
  },
);

test("a discount code, a coupon and a field of one's own with a promotion code become codes (IMPORT-6)", () => {
  const codes = (file: string) => {
    const headers = readFile(file, {}, context).columns.map(({ header }) => header);
    const { lines } = readFile(file, presetFor(headers)?.answers ?? {}, context);
    return lines.flatMap((line) => (line.kind === "row" ? [line.row.code] : []));
  };
  expect(codes(shopify.file)).toEqual(["SAM10", ""]);
  expect(codes(woocommerce.file)).toEqual(["sam10", ""]);
  const own = stripe.file
    .split("\n")
    .map((line, at) => `${line},${at === 0 ? "promotion_code (metadata)" : `SAM${at}`}`);
  expect(codes(own.join("\n"))).toEqual(["SAM1", "SAM2", "SAM3"]);
  expect(codes("Customer,Date,Amount,Coupon\nbo,2026-02-01,5.00,sam10")).toEqual(["sam10"]);
});

test("each preset says where its headers were found", () => {
  expect(presets.filter(({ sources }) => sources.length < 40)).toEqual([]);
});
