import type { Probe, Verdict } from "../engine/contract/contract";
import { underLock } from "./lock";
import { hasWholeSchedule, scheduleStatus } from "./schedule";
import type { Book } from "./workbook/book";
import { probeCells } from "./workbook/probe-cells";
import { refusalOf } from "./workbook/refusal";
import { rightsGranted } from "./workbook/rights";

/** This release's number, filled in by scripts/build-bundle.mjs. */
declare const VERSION: string;

const TEXT = "x".repeat(8_000);

type Found = readonly [Verdict, found?: string];
const expectedIf = (is: boolean, otherwise: Verdict, found = ""): Found => [
  is ? "expected" : otherwise,
  found,
];

/** What each service does. One that is refused stops nothing but its own line. */
const services = {
  properties: (): Found => {
    const stores = [
      PropertiesService.getDocumentProperties(),
      PropertiesService.getUserProperties(),
    ];
    const isKept = stores.every((store) => {
      store.setProperty("check", TEXT);
      const back = store.getProperty("check");
      store.deleteProperty("check");
      return back === TEXT;
    });
    return expectedIf(isKept, "stops");
  },
  schedule: (startedAt: number): Found => {
    const { owner, you, isStale, isTestCopy, hasTwoOwners } = scheduleStatus(startedAt);
    if (owner === "") return expectedIf(isTestCopy, "stops", "nobody");
    const whose = owner === you ? "you" : "somebody else";
    const isWhole = owner !== you || hasWholeSchedule();
    return expectedIf(isWhole && !isStale && !hasTwoOwners, "stops", whose);
  },
  "mail quota": (): Found => {
    const left = MailApp.getRemainingDailyQuota();
    return expectedIf(left > 0, "stops", String(left));
  },
};

const serviceNames = Object.keys(services) as (keyof typeof services)[];

/**
 * *Check this installation*: tries out, on this spreadsheet and for this person, what no document settles (INSTALL-7). Changes
 * nothing that stays. Throws RUN_BUSY while a run is at work.
 */
export function checkInstallation(book: Book, startedAt: number) {
  return underLock(() => {
    const cells = probeCells(book);
    const probe = (name: Probe["name"], [verdict, found = ""]: Found): Probe => ({
      name,
      verdict,
      found,
    });
    return {
      version: VERSION,
      locale: `${book.locale}, ${book.zone}`,
      costs: cells.costs,
      probes: [
        probe("apostrophe", expectedIf(cells.apostrophe === "hidden", "stops", cells.apostrophe)),
        probe("zeros", expectedIf(cells.keepsZeros, "stops")),
        probe(
          "dates",
          expectedIf(cells.lostDates.length === 0, "around", cells.lostDates.join(", ")),
        ),
        probe("clock", expectedIf(cells.isSameClock, "stops")),
        probe("mark", expectedIf(cells.isSameMark, "stops")),
        probe("lock", ["expected"]),
        ...rightsGranted().map(([right, isGranted]) =>
          probe(`right ${right}`, expectedIf(isGranted, "stops")),
        ),
        ...serviceNames.map((name) =>
          probe(
            name,
            attempt(() => services[name](startedAt)),
          ),
        ),
      ],
    };
  });
}

function attempt(find: () => Found): Found {
  let found: Found = ["expected"];
  const refused = refusalOf(() => {
    found = find();
  });
  return refused === undefined ? found : ["stops", refused];
}
