import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../../src/engine/intake/import/read-file";
import type { Currency } from "../../src/engine/kernel/money";
import { presetFor, presets } from "../../src/ui/import/presets";
import { sample as gumroad } from "../../src/ui/import/presets/gumroad-sales";
import { sample as paypal } from "../../src/ui/import/presets/paypal-activity";
import type { Sample } from "../../src/ui/import/presets/preset";
import { sample as shopify } from "../../src/ui/import/presets/shopify-orders";
import { sample as stripe } from "../../src/ui/import/presets/stripe-payments";
import { sample as woocommerce } from "../../src/ui/import/presets/woocommerce-orders";
import { offsetsOf } from "../support/program";

const folder = join(__dirname, "../../src/ui/import/presets");
const samples: Readonly<Record<string, Sample>> = {
  "gumroad-sales": gumroad,
  "paypal-activity": paypal,
  "shopify-orders": shopify,
  "stripe-payments": stripe,
  "woocommerce-orders": woocommerce,
};
const files = Object.keys(samples);
const sampleOf = (name: string) => samples[name] as Sample;
const context = {
  programCurrency: "USD" as Currency,
  decimalMark: "." as const,
  zones: offsetsOf("America/New_York"),
};
const linesOf = ({ file }: Sample) => {
  const headers = readFile(file, {}, context).columns.map(({ header }) => header);
  const preset = presetFor(headers);
  const read = readFile(file, preset?.answers ?? {}, context);
  const lines = read.lines.map((line) => {
    if (line.kind === "bad") return `bad ${line.reasons}`;
    if (line.kind === "out") return `out ${line.word}`;
    if (line.kind === "double") return "double";
    const { key, customer, date, amount, refunded, isRefund, refundOf } = line.row;
    return isRefund
      ? `refund ${refundOf} ${date.day} ${amount}`
      : `${key} ${customer} ${date.day} ${amount} ${refunded}`;
  });
  return { preset, read, lines };
};

test("every file of the folder is a preset that is offered", () => {
  const others = ["index.ts", "preset.ts"];
  const inFolder = readdirSync(folder).filter((name) => !others.includes(name));

  expect(inFolder).toEqual(files.map((name) => `${name}.ts`));
  expect(files).toHaveLength(presets.length);
});

test.each(files)("the sample of %s is read to its last line, without questions", (name) => {
  const { preset, read, lines } = linesOf(sampleOf(name));

  expect(preset).toBeDefined();
  expect(lines).toEqual(sampleOf(name).lines);
  expect(read.questions.filter(({ isOpen }) => isOpen)).toEqual([]);
});

test.each(files)("the sample of %s is not recognised as another tool's", (name) => {
  const headers = readFile(sampleOf(name).file, {}, context).columns.map(({ header }) => header);
  const fitting = presets.filter(({ needs }) => needs.every((each) => headers.includes(each)));

  expect(fitting).toHaveLength(1);
});

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
