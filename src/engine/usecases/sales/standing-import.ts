import { isFormTab, readFormTab } from "../../intake/applications/form-tabs";
import { answersIn } from "../../intake/import/remembered";
import {
  keepStandings,
  MOST_KEYS,
  MOST_TABS,
  nothingTaken,
  rememberLines,
  type Standing,
  standingsIn,
} from "../../intake/import/standing";
import type { Env } from "../../kernel/env";
import { keyField, longTextField, textField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { tableNames, tableOf } from "../../tables";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { readTabAs, rowsOfTab } from "./take-tabs";

const tabInput = input("Tab", textField, { required: true, longest: 200 });
const reads = ["settings", "transactions", "activity"] as const;

type Mapped = Pick<Standing, "tab" | "map" | "head">;
const textOfTab = (env: Env, { tab }: Pick<Standing, "tab">): string =>
  env.tab?.(tab) ?? refuseInput("tab", "There is no such tab.");
const refuseHeaders = (): never =>
  refuseInput("tab", "The headers of this tab have changed. Import it once more.");

/** The keys of the tab's lines as it is now. Refuses the input where there is no such tab, or it has other headers. */
function keysIn(work: Work<"settings" | "transactions">, env: Env, mapped: Standing) {
  const file = readTabAs(work, env, mapped, textOfTab(env, mapped)) ?? refuseHeaders();
  return rowsOfTab(work, file, mapped).map(({ key }) => key);
}
/** The answers in the tab as it is now; refuses as for sales. */
const formIn = (env: Env, mapped: Mapped) =>
  readFormTab(mapped, textOfTab(env, mapped)) ?? refuseHeaders();

/**
 * Has each run read a tab from now on, as it was just imported: lines that come later are taken, and what is there now
 * counts as it stands (IMPORT-14). The same tab again is read by its new mapping.
 */
export const keepStandingImport = useCase({
  name: "keep-standing-import",
  edits: "leave",
  inputs: {
    tab: tabInput,
    headers: input("Headers", longTextField, { required: true }),
    map: input("Mapping", longTextField, { required: true, longest: 2_800 }),
    owner: input("Partner", keyField),
  },
  reads,
  decide: (work, { tab, headers, map, owner }, env) => {
    if (tableNames.some((name) => tableOf(name).sheet.toLowerCase() === tab.toLowerCase()))
      refuseInput("tab", "This is a tab of the program itself.");
    const others = (standingsIn(work) ?? []).filter((each) => each.tab !== tab);
    if (others.length >= MOST_TABS)
      refuseInput("tab", "So many tabs can't be read at each run. Stop reading one first.");
    const said = { tab, map, owner: owner ?? "", head: headers, ...nothingTaken };
    if (isFormTab(said)) {
      const answers = formIn(env, said);
      keepStandings(work, [...others, said]);
      logAct(work, env, { what: say`The tab ${tab} has applications` });
      return { tab, taken: answers.length };
    }
    if ((answersIn(map)?.lines ?? "sales") !== "sales")
      refuseInput("tab", "Only a tab of sales can be read at each run.");
    const keys = keysIn(work, env, said);
    const isHere = (key: string) => work.has("transactions", key);
    const memory = rememberLines(keys, isHere, isHere, nothingTaken, []);
    keepStandings(work, [...others, { ...said, ...memory }]);
    logAct(work, env, { what: say`Each run reads the tab ${tab}` });
    return { tab, taken: memory.taken };
  },
});

export const tabChoices = ["stop", "leave out"] as const;

/** Stops reading a tab at each run, or leaves out for good what is held of it (IMPORT-14). */
export const settleStandingImport = useCase({
  name: "settle-standing-import",
  edits: "leave",
  inputs: { tab: tabInput, choice: input("What to do", wordField(tabChoices), { required: true }) },
  reads,
  decide: (work, { tab, choice }, env) => {
    const all = standingsIn(work) ?? [];
    const standing = all.find((each) => each.tab === tab);
    if (!standing) return refuseInput("tab", "This tab is not read at each run.");
    if (choice === "stop") {
      keepStandings(
        work,
        all.filter((each) => each !== standing),
      );
      logAct(work, env, { what: say`No run reads the tab ${tab} any more` });
      return { tab, left: 0 };
    }
    const keys = keysIn(work, env, standing);
    const isHere = (key: string) => work.has("transactions", key);
    const isWaiting = (key: string) => standing.held?.includes(key) ?? true;
    const wasLeft = new Set(standing.left);
    const held = keys.filter((key) => !isHere(key) && !wasLeft.has(key) && isWaiting(key));
    const left = [...standing.left, ...held];
    if (left.length > MOST_KEYS)
      refuseInput("tab", "These are too many lines. Remove them from the tab, or stop reading it.");
    const memory = rememberLines(keys, isHere, isHere, { ...standing, left }, []);
    keepStandings(
      work,
      all.map((each) => (each === standing ? { ...each, ...memory } : each)),
    );
    logAct(work, env, {
      what: say`Left out ${plural(held.length, "line")} of the tab ${tab}`,
    });
    return { tab, left: held.length };
  },
});
