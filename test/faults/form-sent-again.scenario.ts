import { kill } from "../../host";
import { everything, lines, openLife, run, sale, tell } from "../e2e/main-job/open-life";

type Form = readonly [call: string, tab: string, input: Readonly<Record<string, unknown>>];

const forms: readonly Form[] = [
  ["add-partner", "Partners", { name: "Zoë" }],
  ["add-customer", "Customers", { partner: "ada", name: "Zoë Tea" }],
  ["record-sale", "Transactions", { customer: "cus_1", amount: "80", product: "Monthly" }],
  ["record-refund", "Transactions", { refundOf: "a", amount: "40", currency: "USD" }],
  ["create-manual-reward", "Rewards", { partner: "ada", description: "For March", amount: "20" }],
  [
    "save-trigger",
    "Triggers",
    {
      name: "Big",
      state: "active",
      event: "transaction created",
      action: "grant a reward",
      percent: "2.5",
      form: JSON.stringify({ kind: "always" }),
    },
  ],
];

const begun = await openLife({ Transactions: [sale("a")] });

interface Sent {
  readonly ok: boolean;
  readonly output?: { readonly wasThere?: boolean };
}

const step = Number(process.argv[2]);

/** Sends a form and kills it at one of so many service calls; then sends it again, and once more. */
async function sentAgain([call, tab, input]: Form, mode: "none" | "all") {
  const outcomes = new Set<string>();
  let points = 0;
  const before = lines(begun, tab, ["Key"]).length;
  for (let at = 1; ; at += step) {
    const host = begun.fork();
    host.onServiceCall((_: string, number: number) => {
      if (number === at) throw kill(mode);
    });
    const form = { ...input, formId: "5e6f" };
    const isOver = await host.atSheet("rpc", call, form as never).then(
      () => true,
      () => false,
    );
    host.onServiceCall(null);
    if (isOver) break;
    points++;
    const second = (await host.rpc(call, form as never)) as Sent;
    const written = everything(host);
    const third = (await host.rpc(call, form as never)) as Sent;
    const made = lines(host, tab, ["Key"]).length - before;
    const isSame = everything(host) === written;
    outcomes.add(
      `${made} row, ${second.ok}, then ${third.output?.wasThere} ${isSame ? "and the same" : "and more"}`,
    );
  }
  return { points, outcomes: [...outcomes] };
}

await run(begun);
const found: Record<string, unknown> = {};
for (const form of forms) {
  for (const mode of ["none", "all"] as const) {
    found[`${form[0]}, ${mode} arrived`] = await sentAgain(form, mode);
  }
}
tell(found);
