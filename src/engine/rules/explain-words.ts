import { sumOfPercent } from "../kernel/arithmetic";
import type { Sentence } from "../kernel/message";
import { type Currency, percentText } from "../kernel/money";
import { plural, say } from "../kernel/say";
import type { Note, Rate, Sum, Why } from "../tables/packed/why";
import type { Catalogue } from "./facts";
import { ruleLines } from "./rule-lines";

/** What the words of a reason depend on; `nameOf` names a trigger. */
export interface Telling {
  readonly catalogue: Catalogue;
  readonly currency: Currency;
  readonly nameOf: (trigger: string) => string;
}

/** One line of a reason; a condition inside a group is deeper than the group. */
export interface WhyLine {
  readonly depth: number;
  readonly says: Sentence;
}
export const flatLine = (says: Sentence): WhyLine => ({ depth: 0, says });

/** Why a reward or drip exists, in plain words. */
export function whyInWords(why: Why | null, telling: Telling): readonly WhyLine[] {
  switch (why?.by) {
    case undefined:
      return [];
    case "trigger": {
      const { event, kind, on, left } = why;
      const what = `Event: ${kind} ${event}`;
      const end = [
        ...(left ? [say`and ${plural(left, "more condition")}`] : []),
        ...endWords(why, telling),
      ];
      return [
        flatLine(on === null ? `${what}.` : say`${what} on ${{ day: on }}.`),
        flatLine(triggerWords(why, telling)),
        ...conditionLines(why, telling.catalogue),
        ...end.map(flatLine),
      ];
    }
    case "drip": {
      const { k, n, drip, due, trigger, version } = why;
      const by =
        trigger === null ? [] : [triggerWords({ trigger, version: version ?? 1 }, telling)];
      const part = say`Part ${`${k} of ${n}`} of the drip ${drip}, due ${{ day: due }}.`;
      return [part, ...by, ...endWords(why, telling)].map(flatLine);
    }
    case "words":
      return [flatLine(why.words)];
    case "person":
      return [flatLine(say`Made manually by ${why.who} on ${{ day: why.on }}: ${why.what}.`)];
    case "reward": {
      const { adjusts, refunds, sum } = why;
      return [
        `Corrects the reward ${adjusts}.`,
        ...(refunds ? [`Because of the refund ${refunds.join(", ")}.`] : []),
        ...endWords({ sum, notes: null }, telling),
      ].map(flatLine);
    }
    default:
      return why satisfies never;
  }
}

const triggerWords = (
  { trigger, version }: { readonly trigger: string; readonly version: number },
  { nameOf }: Telling,
): Sentence => `Trigger “${nameOf(trigger)}”, version ${version}.`;

const conditionLines = (
  { rules, deciding }: Extract<Why, { by: "trigger" }>,
  catalogue: Catalogue,
): readonly WhyLine[] =>
  [...(rules ? [rules] : []), ...(deciding ?? [])]
    .flatMap((each) => ruleLines(each, catalogue))
    .map(({ depth, text, found, holds }) => {
      const value = found === null ? "" : say`, found ${found}`;
      return { depth, says: say`${text}${value}: ${holds ? "met" : "not met"}` };
    });

const endWords = (
  { sum, notes }: { readonly sum: Sum | null; readonly notes: readonly Note[] | null },
  { currency }: Telling,
): readonly Sentence[] => [
  ...(sum ? [say`Amount: ${sumInWords(sum, currency)}.`] : []),
  ...(notes ?? []).map((note) => say`${noteInWords(note, currency)}.`),
];

function rateInWords(rate: Rate, currency: Currency): Sentence {
  if (rate.kind === "flat") return say`${{ amount: rate.amount, currency }}`;
  const { percent, of, is, column } = rate;
  if (is !== null) return sumOfPercent(of, percent, is, currency, column);
  const named = column === null ? "" : `${column} `;
  return say`${percentText(percent)} % of ${named}${{ amount: of, currency }}`;
}

/** The arithmetic of an amount. */
export function sumInWords(sum: Sum, currency: Currency): Sentence {
  switch (sum.kind) {
    case "flat":
      return say`flat ${{ amount: sum.amount, currency }}`;
    case "percent":
      return rateInWords(sum, currency);
    case "part": {
      const is = { amount: sum.is, currency };
      const total = rateInWords(sum.total, currency);
      return say`${total}, split in ${String(sum.n)}: part ${String(sum.k)} is ${is}`;
    }
    case "promise": {
      const each = rateInWords(sum.each, currency);
      return sum.isSplit ? say`${each} split in ${String(sum.n)}` : say`${each} × ${String(sum.n)}`;
    }
    case "difference": {
      const { wanted, stood } = sum;
      const [a, b, is] = [wanted, stood, wanted - stood].map((amount) => ({ amount, currency }));
      return a && b && is ? say`${a} - ${b} = ${is}` : "";
    }
    case "words":
      return sum.words;
    default:
      return sum satisfies never;
  }
}

const perWords = {
  reward: "a reward",
  customer: "for one customer",
  month: "for one partner in a month",
} as const;

/** What else is to be said of a reward. */
export function noteInWords(note: Note, currency: Currency): Sentence {
  switch (note.kind) {
    case "cap": {
      const most = say`at most ${{ amount: note.limit, currency }} ${perWords[note.per]}`;
      if (note.left === note.limit) return most;
      return say`${most}: ${{ amount: note.left, currency }} were left`;
    }
    case "kept": {
      const [kept, of] = [note.kept, note.of].map((amount) => ({ amount, currency }));
      return kept && of ? say`the customer kept ${kept} of ${of}` : "";
    }
    case "within months":
      return say`within ${String(note.months)} months of the sign-up on ${{ day: note.from }}`;
    case "first events":
      return `number ${note.number} of the ${note.owner}'s first ${note.of}`;
    case "in place":
      return say`new terms in place of an earlier drip, for what falls due from ${{ day: note.from }} on`;
    case "code":
      return `found by code ${note.code}`;
    case "words":
      return note.words;
    default:
      return note satisfies never;
  }
}
