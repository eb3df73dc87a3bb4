import { ask, count, type Life } from "../life";
import { deleteTab, tabs } from "../tabs";
import { unchanged } from "../unchanged";
import { type Act, drawAct } from "./act";
import { allow } from "./refusals";
import { sidebarActs } from "./sidebar";
import { goBackTo, versionOf } from "./versions";

/**
 * Deletes a tab by mistake. Until it is back, no run changes anything; it comes back by Ctrl+Z, or with the version before,
 * after set-up has made an empty one and a run or two have gone on with that (REFUSAL-7).
 */
export const loseTab: Act = async (life: Life): Promise<void> => {
  const { dice } = life;
  allow(life);
  await ask(life, "run", { kind: "by hand" });
  const before = versionOf(life);
  const tab = dice.of(tabs);
  const undo = deleteTab(life, tab);
  count(life, "a tab deleted");
  for (let i = 1 + dice.below(2); i > 0; i--) {
    const run = () => ask(life, "run", { kind: "by hand" });
    await unchanged(life, `${tab} was deleted`, undefined, run);
    if (dice.chance(0.5)) await drawAct(life, sidebarActs)(life);
  }
  if (dice.chance(0.5)) return undo();
  await ask(life, "set-up", {});
  life.isTabBroken = false;
  for (let i = dice.below(3); i > 0; i--) await ask(life, "run", { kind: "by hand" });
  goBackTo(life, before);
  count(life, "… and a run without it");
};
