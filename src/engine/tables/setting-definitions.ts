import { plainText } from "../kernel/cells";
import { type Day, day, type Month, monthOf } from "../kernel/day";
import {
  currencyField,
  dayField,
  emailField,
  type Field,
  integerField,
  longTextField,
  monthField,
  textField,
  wordField,
  yesNoField,
} from "../kernel/fields";
import type { Currency } from "../kernel/money";
import {
  codeLinkField,
  colorField,
  localeField,
  type Minimums,
  minimumsField,
  pageAddressField,
} from "../kernel/setting-fields";
import { type NoticeMode, noticeModes, type Rounding, roundings } from "../kernel/vocabulary";

export interface Setting<T> {
  readonly key: string;
  readonly field: Field<NonNullable<T>>;
  readonly fallback: T;
  readonly note: string;
  /** It changes no money: the default stands in for one that can't be read, and nothing stops (SETTING-2). */
  readonly isMild: boolean;
}
const settingThat =
  (isMild: boolean) =>
  <T>(key: string, field: Field<NonNullable<T>>, fallback: T, note: string) =>
    ({ key, field, fallback, note, isMild }) as Setting<T>;
const setting = settingThat(false);
const mildSetting = settingThat(true);
const mildOrBlank = <T extends {}>(key: string, field: Field<T>, note: string) =>
  mildSetting<T | null>(key, field as Field<NonNullable<T>>, null, note);

/** Every setting with its kind, default and note (SETTING-3 to SETTING-15). */
export const settingDefinitions = {
  programName: mildSetting(
    "program name",
    textField,
    "Partner program",
    "Shown to partners in statements and mails.",
  ),
  programCurrency: setting(
    "program currency",
    currencyField,
    "USD" as Currency,
    "The currency meant where a cell names none.",
  ),
  programStart: setting(
    "program start",
    dayField,
    day("1900-01-01") as Day,
    "Events dated before it count but earn nothing.",
  ),
  reviewEndsOnDay: setting(
    "review ends on day",
    integerField(1, 28),
    7,
    "The day of the month after, on which an invoice's review ends.",
  ),
  payoutDay: setting(
    "payout day",
    integerField(1, 31),
    13,
    "The day on which payouts are made; after the review's last day.",
  ),
  silenceApproves: setting(
    "silence approves",
    yesNoField,
    true,
    "Rewards still pending when an invoice is finalized are approved. With no, they move to the next invoice.",
  ),
  rounding: setting(
    "rounding",
    wordField(roundings),
    "half away from zero" as Rounding,
    "How half a minor unit is rounded.",
  ),
  minimumPayout: setting(
    "minimum payout",
    minimumsField,
    {} as Minimums,
    "By currency, such as USD 50, EUR 40. Smaller amounts are carried to the next invoice.",
  ),
  lateEventAfterDays: setting(
    "late event after days",
    integerField(0, 10_000),
    60,
    "Rewards from older events are put on hold.",
  ),
  mailPartners: mildSetting(
    "mail partners",
    yesNoField,
    false,
    "Whether statements are mailed. With no, partners get no mail, except from a form in which you tick it.",
  ),
  partnerPageAddress: mildOrBlank(
    "partner page address",
    pageAddressField,
    "The address of the deployed web app, which ends in /exec. Blank means that partners have no page.",
  ),
  partnerPageColor: mildOrBlank(
    "partner page color",
    colorField,
    "The color of partners' pages and mails, such as #1a73e8.",
  ),
  linkWithCode: mildOrBlank(
    "link with code",
    codeLinkField,
    "The link that partners give away, with {code} where their code goes, such as https://shop.example/?code={code}. Partners' pages show it.",
  ),
  partnerPageNamesCustomers: mildSetting(
    "partner page names customers",
    yesNoField,
    false,
    "Whether a partner's page shows the names of that partner's customers.",
  ),
  noticesToPartners: mildSetting(
    "notices to partners",
    wordField(noticeModes),
    "off" as NoticeMode,
    "Whether runs mail partners news of their rewards: off, weekly, or each (every run). Only while mail partners is yes.",
  ),
  noticesToTeam: mildOrBlank(
    "notices to the team",
    emailField,
    "One address that is told what needs the team's attention, such as a person's or a chat channel's. Blank means nobody.",
  ),
  repliesTo: mildOrBlank(
    "replies to",
    emailField,
    "Where replies to mails to partners go. Blank means whoever sends them: you, or the owner of the schedule.",
  ),
  mailGreeting: mildSetting(
    "mail greeting",
    textField,
    "Hello {name},",
    "The first line of each mail to a partner, with {name} where the name goes.",
  ),
  mailFooter: mildOrBlank(
    "mail footer",
    longTextField,
    "The last lines of each mail to a partner, such as who you are. Blank means the program's name.",
  ),
  partnerLocale: mildOrBlank(
    "partner locale",
    localeField,
    "How notices and pages write days and amounts, such as de_DE. Blank means as this spreadsheet does. Their words are English.",
  ),
  forecastCeiling: mildSetting(
    "forecast ceiling",
    minimumsField,
    {} as Minimums,
    "By currency, such as USD 5000. The team is told when more is expected to be paid in a month.",
  ),
  paused: setting("paused", yesNoField, false, "The schedule does nothing until you resume it."),
  lastMonthOpened: setting(
    "last month opened",
    monthField,
    null as Month | null,
    "The last month whose invoices were opened. Kept by the program.",
  ),
  livedUntil: setting(
    "lived until",
    dayField,
    null as Day | null,
    "The last day that runs have processed. Kept by the program.",
  ),
  stoppedAt: setting(
    "stopped at",
    dayField,
    null as Day | null,
    "The day at which an unfinished run stopped; the next run continues there. Kept by the program.",
  ),
  pagesSetBy: mildOrBlank(
    "partner page set by",
    textField,
    "Who entered the partner page address in the sidebar. Kept by the program.",
  ),
  toldSince: mildOrBlank(
    "partners told since",
    dayField,
    "The day from which partners get notices. Kept by the program.",
  ),
  tabsRead: mildOrBlank(
    "tabs read at each run",
    longTextField,
    "The tabs whose new lines each run takes, and how. Kept by the program: change it under Import.",
  ),
} as const;

/** The settings that only the program writes. */
export const systemSettings = [
  "lastMonthOpened",
  "livedUntil",
  "stoppedAt",
  "pagesSetBy",
  "toldSince",
  "tabsRead",
] as const;

const mildKeys = new Set(
  Object.values(settingDefinitions).flatMap(({ key, isMild }) => (isMild ? [key] : [])),
);
/** Whether a setting that can't be read, by its key, stops everything that writes. */
export const stopsAll = (key = ""): boolean => !mildKeys.has(key);

/** Whether a row of Settings says how far days are lived, which each run moves (TIME-1g). */
export const isLivedUntil = (row: string): boolean =>
  (["livedUntil", "stoppedAt"] as const).some(
    (name) => settingDefinitions[name].key === plainText(row).toLowerCase(),
  );

export type SettingName = keyof typeof settingDefinitions;
export type Settings = {
  readonly [K in SettingName]: (typeof settingDefinitions)[K] extends Setting<infer T> ? T : never;
};
export const settingNames = Object.keys(settingDefinitions) as readonly SettingName[];

/** The first month that can have an invoice and is not opened yet: the start's month, or the one after the last. */
export const startMonth = (settings: Settings): Month => monthOf(settings.programStart);
