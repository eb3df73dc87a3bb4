import { addDays, type Day, daysBetween } from "../../kernel/day";
import type { Cell } from "../../kernel/fields";
import { firmKinds, firmWords, firstNames, groups, lastNames } from "./names";
import type { Random } from "./random";

export type SampleRow = Readonly<Record<string, Cell>>;

const dateCell = (day: Day): Cell => ({ day, time: "" });
const domainOf = (firm: string): string => `${firm.toLowerCase().replace(/\s+/g, "-")}.example`;
const pad = (n: number): string => String(n).padStart(3, "0");

/** Partners in three groups, who joined during the year before `start`. */
export function samplePartners(random: Random, count: number, start: Day): readonly SampleRow[] {
  return Array.from({ length: count }, (_, i) => {
    const name = `${firstNames[i % firstNames.length]} ${random.pick(lastNames)}`;
    const firm = `${firmWords[i % firmWords.length]} Partners`;
    const email = `${name.toLowerCase().replace(/\s+/g, ".")}${i}@${domainOf(firm)}`;
    return {
      key: `ptn_${pad(i + 1)}`,
      name,
      email,
      group: i % 5 === 0 ? "Agencies" : random.chance(0.3) ? groups[1] : groups[0],
      joinedOn: dateCell(addDays(start, -random.integer(1, 365))),
      payoutMethod: random.pick(["bank transfer", "PayPal", "Wise"]),
      payeeName: name,
      paymentEmail: email,
      // A column of the team's own: rules can ask for it.
      Country: random.pick(["DE", "US", "JP", "FR", "BR"]),
    };
  });
}

/** Customers of those partners, who signed up from `start` to `until`. */
export function sampleCustomers(
  random: Random,
  count: number,
  partners: readonly SampleRow[],
  { start, until }: { readonly start: Day; readonly until: Day },
): readonly SampleRow[] {
  const span = daysBetween(start, until);
  return Array.from({ length: count }, (_, i) => {
    const firm = `${random.pick(firmWords)} ${random.pick(firmKinds)}`;
    // Most signed up early, so that they have bought often.
    const offset = Math.min(random.integer(0, span), random.integer(0, span));
    return {
      key: `cus_${pad(i + 1)}`,
      name: firm,
      email: `office${i + 1}@${domainOf(firm)}`,
      partner: random.pick(partners).key as string,
      createdOn: dateCell(addDays(start, offset)),
      status: "active",
      Plan: random.pick(["Starter", "Team", "Business"]),
    };
  });
}
