import { Activity } from "./activity";
import { Applications } from "./applications";
import { Customers } from "./customers";
import { Drip } from "./drip";
import { Drips } from "./drips";
import { FirstRun } from "./first-run";
import { Forecast } from "./forecast";
import { Health } from "./health";
import { Home } from "./home";
import { Installation } from "./installation";
import { Invoice } from "./invoice";
import { Invoices } from "./invoices";
import { JudgeAgain } from "./judge-again";
import { ManualReward } from "./manual-reward";
import { Partner } from "./partner";
import { Partners } from "./partners";
import { Record } from "./record";
import { Report } from "./report";
import { Review } from "./review";
import { Settings } from "./settings";
import { Trigger } from "./trigger";
import { Triggers } from "./triggers";

/** The registry of screens. Tabs and the items of "More" are in this order. */
export const screens = {
  home: { Screen: Home, place: { at: "tab", label: "Home", icon: "home" } },
  review: { Screen: Review, place: { at: "tab", label: "Review", icon: "review" } },
  partners: { Screen: Partners, place: { at: "tab", label: "Partners", icon: "people" } },
  invoices: { Screen: Invoices, place: { at: "tab", label: "Invoices", icon: "invoice" } },
  record: { Screen: Record, place: { at: "more", label: "Record", icon: "sale" } },
  "manual-reward": {
    Screen: ManualReward,
    place: { at: "more", label: "Manual reward", icon: "plus" },
  },
  applications: {
    Screen: Applications,
    place: { at: "more", label: "Applications", icon: "people" },
  },
  customers: { Screen: Customers, place: { at: "more", label: "Customers", icon: "people" } },
  drips: { Screen: Drips, place: { at: "more", label: "Drips", icon: "drop" } },
  triggers: { Screen: Triggers, place: { at: "more", label: "Triggers", icon: "trigger" } },
  "judge-again": {
    Screen: JudgeAgain,
    place: { at: "more", label: "Process rows again", icon: "reload" },
  },
  forecast: { Screen: Forecast, place: { at: "more", label: "Forecast", icon: "chart" } },
  report: { Screen: Report, place: { at: "more", label: "Program report", icon: "chart" } },
  activity: { Screen: Activity, place: { at: "more", label: "Activity", icon: "clock" } },
  health: { Screen: Health, place: { at: "more", label: "Health check", icon: "done" } },
  installation: {
    Screen: Installation,
    place: { at: "more", label: "Check this installation", icon: "review" },
  },
  settings: { Screen: Settings, place: { at: "more", label: "Settings", icon: "settings" } },
  "first-run": { Screen: FirstRun, place: { at: "none" } },
  partner: { Screen: Partner, place: { at: "none" }, of: "partners" },
  invoice: { Screen: Invoice, place: { at: "none" }, of: "invoices" },
  drip: { Screen: Drip, place: { at: "none" }, of: "drips" },
  trigger: { Screen: Trigger, place: { at: "none" }, of: "triggers" },
} as const;

type Others = Omit<typeof screens, "home">;
declare module "../shell/screen" {
  interface Screens extends Others {}
}
