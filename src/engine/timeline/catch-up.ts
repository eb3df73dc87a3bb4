import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { advance } from "./advance";

/** Makes what one drip owes up to a day, endings included, so that no act takes away what is owed already (DRIP-23). */
export const catchUp = (work: Work<never>, drip: Key, until: Day, env: Pick<Env, "today">): void =>
  void advance(work, until, env, { only: ({ key }) => key === drip });
