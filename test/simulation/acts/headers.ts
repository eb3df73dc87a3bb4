import { underFault } from "../faults";
import { isThere, places } from "../headers";
import { ask, count, type Life } from "../life";
import { unchanged } from "../unchanged";
import { type Act, drawAct } from "./act";
import { allow } from "./refusals";
import { sidebarActs } from "./sidebar";

/**
 * Types over the header of a column, or exchanges two. Until it is fixed, by set-up or by hand, no run changes
 * anything, and no act what is on that tab (REFUSAL-9a).
 */
export const renameHeader: Act = async (life: Life): Promise<void> => {
  const { dice } = life;
  allow(life);
  // What was decided before, and refused or cut off, is written whatever the headers of other tabs say.
  await ask(life, "run", { kind: "by hand" });
  const { sheet, header } = dice.of(places);
  if (!isThere(life, sheet, header)) return;
  const other = dice.of(places.filter((each) => each.sheet === sheet && each.header !== header));
  const name = dice.of(["", `${header} (old)`, "=1/0", other.header]);
  const undo =
    name === other.header ? exchange(life, sheet, header, name) : rename(life, sheet, header, name);
  const what = `${sheet} had “${name}” for ${header}`;
  life.isTabBroken = true;
  count(life, "a header typed over");
  for (let i = 1 + dice.below(3); i > 0; i--) {
    if (dice.chance(0.5))
      await unchanged(life, what, undefined, () => ask(life, "run", { kind: "by hand" }));
    else await unchanged(life, what, sheet, () => drawAct(life, sidebarActs)(life));
  }
  if (undo && dice.chance(0.4)) undo();
  else {
    await underFault(life, () => ask(life, "set-up", {}), ["killed", "refused once", "zone"]);
    allow(life);
    await ask(life, "set-up", {});
  }
  life.isTabBroken = false;
};

function rename({ host }: Life, sheet: string, header: string, name: string) {
  host.renameColumn(sheet, header, name);
  const isFound = name.endsWith("(old)");
  return isFound ? () => host.renameColumn(sheet, name, header) : undefined;
}

function exchange({ host }: Life, sheet: string, one: string, other: string) {
  const swap = () => {
    host.renameColumn(sheet, one, "one of two");
    host.renameColumn(sheet, other, one);
    host.renameColumn(sheet, "one of two", other);
  };
  swap();
  return swap;
}
