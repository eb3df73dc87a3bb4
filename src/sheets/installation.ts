/** One clock run: the owner of its schedule, and its id. Two ids within 48 hours mean two owners. */
export interface ClockRun {
  readonly entry: "onDaily" | "onMonthly";
  readonly owner: string;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What the program knows about its installation in this file; stored in the document's properties. */
export interface Installation {
  readonly schema: 1;
  /** The spreadsheet that is the program's home; "" before set-up. */
  readonly home: string;
  readonly isTestCopy: boolean;
  /** The account whose schedule runs; "" while nobody owns it. */
  readonly owner: string;
  /** When the schedule was installed, in milliseconds since 1970; 0 if unknown. */
  readonly installedAt: number;
  /** The zone that the schedule was installed for. */
  readonly timeZone: string;
  /** The ids of the schedules that were installed, the newest first; none of those of earlier releases. */
  readonly scheduleIds: readonly string[];
  readonly clockRuns: readonly ClockRun[];
  /** The id of the one-off clock run that continues a run; "" where there is none. */
  readonly continuation: string;
  /** How many more times the hourly clock run may try to finish what a clock run left; 0 where it left nothing. */
  readonly triesLeft: number;
  /** Whether the hourly clock run was installed; schedules of earlier releases lack it. */
  readonly hasHourly: boolean;
}

const PROPERTY = "tributary";
const fresh: Installation = {
  schema: 1,
  home: "",
  isTestCopy: false,
  owner: "",
  installedAt: 0,
  timeZone: "",
  scheduleIds: [],
  clockRuns: [],
  continuation: "",
  triesLeft: 0,
  hasHourly: false,
};

export function readInstallation(): Installation {
  const text = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  return text === null ? fresh : { ...fresh, ...(JSON.parse(text) as Partial<Installation>) };
}

/** Changes the installation; writes only if something changed. */
export function changeInstallation(change: (installation: Installation) => Installation): void {
  const before = readInstallation();
  const after = JSON.stringify(change(before));
  if (after !== JSON.stringify(before)) {
    PropertiesService.getDocumentProperties().setProperty(PROPERTY, after);
  }
}
