import { ANY_LENGTH, type Input, type Inputs } from "../../src/engine/kernel/input";
import { useCases } from "../../src/engine/usecases";
import { doorInputs } from "../../src/sheets/door-inputs";
import { everything, openLife, run, sale, tell } from "../e2e/main-job/open-life";

/** Every call that the door knows, with the definitions of its inputs. */
const calls: Readonly<Record<string, Inputs>> = {
  ...Object.fromEntries(Object.entries(useCases).map(([name, { inputs }]) => [name, inputs])),
  ...doorInputs,
};

const isText = ({ field }: Input) => ["text", "long text", "key"].includes(field.kind);

/** What is wrong about a field, or undefined where nothing can be so. */
const wrongs: Readonly<Record<string, (input: Input) => unknown>> = {
  "no plain value": ({ required, isList }) => (required ? {} : isList ? [[1]] : [1]),
  "no list": ({ isList }) => (isList ? 7 : undefined),
  "another type": (input) => (isText(input) ? 7 : input.field.kind === "yes/no" ? 7 : true),
  "too long": ({ longest }) => (longest === ANY_LENGTH ? undefined : "x".repeat(longest + 1)),
  "an unknown word": (input) => (isText(input) ? undefined : "§ none such §"),
  blank: ({ required, isList }) => (required ? (isList ? ["", " "] : "  ") : undefined),
};
const stranger = { wrong: "unknown", given: JSON.parse('{"nope":1,"__proto__":2,"toString":3}') };

type Reply = {
  readonly ok: boolean;
  readonly error?: {
    readonly code: string;
    readonly problems?: readonly {
      readonly at: { readonly table: string; readonly column?: string };
      readonly message: string;
    }[];
  };
};

const host = await openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
await run(host);
const before = everything(host);
const amiss: unknown[] = [];
let tried = 0;

async function refusedAt(name: string, wrong: string, given: object): Promise<void> {
  tried++;
  const { ok, error } = (await host.rpc(name, given as never)) as Reply;
  const named = new Set(
    (error?.problems ?? []).flatMap(({ at, message }) =>
      at.table === "input" && message.length > 10 ? [at.column] : [],
    ),
  );
  const missing = Object.keys(given).filter((id) => !named.has(id));
  if (ok || error?.code !== "INPUT_INVALID" || missing.length > 0) {
    amiss.push({ name, wrong, ok, code: error?.code, missing });
  }
}

for (const [name, inputs] of Object.entries(calls)) {
  for (const [wrong, of] of Object.entries(wrongs)) {
    const given = Object.entries(inputs).flatMap(([id, input]) => {
      const value = of(input);
      const isOne = !input.isList || Array.isArray(value) || wrong === "no list";
      return value === undefined ? [] : [[id, isOne ? value : [value]] as const];
    });
    if (given.length > 0) await refusedAt(name, wrong, Object.fromEntries(given));
  }
  await refusedAt(name, stranger.wrong, stranger.given);
}

tell({ calls: Object.keys(calls).length, tried, amiss, changed: everything(host) !== before });
