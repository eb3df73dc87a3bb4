import type { Output, Probe } from "../../engine/contract/contract";

const grant = "Choose Grant missing permissions in the menu Tributary.";
const report =
  "Copy this result into a bug report, and don't pay by this spreadsheet until it is answered.";

/** What each probe looks at, and what to do where it stops the program. */
export const probeWords: {
  readonly [N in Probe["name"]]: { readonly label: string; readonly advice: string };
} = {
  apostrophe: { label: "Text that looks like a formula stays text", advice: report },
  zeros: { label: "Text keeps its leading zeros", advice: report },
  dates: { label: "Dates far off come back as written", advice: "" },
  clock: {
    label: "Cells show dates in the script's reckoning of the time zone",
    advice: "Choose another time zone in File, Settings, with the same hours. Then check again.",
  },
  mark: {
    label: "Numbers have the decimal mark that the script knows for this locale",
    advice: "Choose another locale in File, Settings. Then check again.",
  },
  lock: { label: "Two runs can't be at work at once", advice: report },
  properties: {
    label: "What the script remembers is kept",
    advice: "Google keeps nothing for this script. Try again later; if it stays so, report it.",
  },
  schedule: {
    label: "The schedule is whole and has run",
    advice: "Open Settings: install the schedule, or take it over.",
  },
  "mail quota": {
    label: "Mails can be sent today",
    advice:
      "If the permission to send e-mail is missing, choose Grant missing permissions in the menu Tributary. Otherwise Google's daily limit for e-mail is used up: try again tomorrow.",
  },
  "right spreadsheet": { label: "Permission: this spreadsheet", advice: grant },
  "right pages": { label: "Permission: pages beside it", advice: grant },
  "right email": { label: "Permission: your e-mail address", advice: grant },
  "right clock": { label: "Permission: run when you are not there", advice: grant },
  "right mail": { label: "Permission: send e-mail as you", advice: grant },
};

export const verdictWords = {
  expected: "As expected",
  around: "Differs: we work around it",
  stops: "Stops us",
} as const;

const verdicts = Object.keys(verdictWords).reverse();

/** What stops us comes first, then what differs. */
export const worstFirst = (probes: readonly Probe[]): readonly Probe[] =>
  verdicts.flatMap((verdict) => probes.filter((each) => each.verdict === verdict));

export function summaryOf(probes: readonly Probe[]): string {
  const count = (verdict: Probe["verdict"]) =>
    probes.filter((each) => each.verdict === verdict).length;
  const [stopping, differing] = [count("stops"), count("around")];
  if (stopping > 0) return `Of ${probes.length} checks, ${stopping} need you.`;
  if (differing > 0) return `Nothing stops us; ${differing} of ${probes.length} checks differ.`;
  return `All ${probes.length} checks are as expected.`;
}

type Checked = Output<"check-installation">;

const rounded = (value: number): string => String(Number(value.toPrecision(2)));
const MILLION = 1_000_000;

/** What was measured, as the cost model takes it. */
export const costsText = ({ trip, read, written }: Checked["costs"]): string =>
  `${rounded(trip)} s a round trip, ${rounded(read * MILLION)} µs a cell read, ${rounded(written * MILLION)} µs a cell written`;

/** The result as text for a bug report: no name, address or row of the team is in it. */
export function resultText(checked: Checked, page: readonly (readonly [string, string])[]): string {
  const { version, locale, probes, costs } = checked;
  return [
    `Tributary ${version}, ${locale}`,
    ...probes.map(
      ({ name, verdict, found }) => `${name}: ${verdictWords[verdict]}${found && ` (${found})`}`,
    ),
    `costs: ${costsText(costs)}`,
    ...page.map(([name, found]) => `${name}: ${found}`),
  ].join("\n");
}
