import type { Inputs } from "../engine/kernel/input";
import { readPayoutKey } from "../engine/kernel/keys";
import { isJson } from "../engine/tables/packed/shape";

type Fields = Readonly<Record<string, unknown>>;
type Call = readonly [name: string, given: unknown];

/** The calls that release 0.1.0 made under another name, or with other fields, each as today's. */
const renamed: ReadonlyMap<string, (fields: Fields) => Call> = new Map([
  ["pay-payout", payPayout],
  ["add-to-invoice", (fields) => place(fields, "on an invoice")],
  [
    "move-to-invoice",
    ({ invoice, ...rest }) =>
      place({ ...rest, invoice }, invoice ? "on an invoice" : "on the next one"),
  ],
  ["remove-from-invoice", (fields) => place(fields, "off its invoice")],
  ["end-drips", (fields) => ["end-drip", fields]],
]);

/**
 * Today's call for one of a sidebar of an earlier release, which stood open while the script was updated (UPGRADE-15).
 */
export function asCalledToday(name: string, given: unknown): Call {
  const today = renamed.get(name);
  return today && isJson(given) ? today(given) : [name, given];
}

/** The input with lists where such a sidebar sends text, one item a line. */
export const withLists = (inputs: Inputs, given: unknown): unknown =>
  isJson(given)
    ? Object.fromEntries(
        Object.entries(given).map(([id, value]) => [
          id,
          inputs[id]?.isList && typeof value === "string" ? linesOf(value) : value,
        ]),
      )
    : given;

const linesOf = (text: unknown): readonly string[] => String(text ?? "").split("\n");

function payPayout({ payout, ...rest }: Fields): Call {
  const payouts = linesOf(payout);
  const invoice = readPayoutKey(payouts[0] ?? "")?.invoice;
  return ["pay-invoice", { ...rest, payouts, invoice }];
}

const place = (fields: Fields, to: string): Call => ["place-rewards", { ...fields, to }];
