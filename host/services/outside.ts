import type { OutsideService } from "../realm/outside-service";
import { absent } from "./absent/outside";
import { cache } from "./cache/outside";
import { content } from "./content/outside";
import { helloWorld } from "./hello-world/outside";
import { html } from "./html/outside";
import type { insideServices } from "./inside";
import { lock } from "./lock/outside";
import { logger } from "./logger/outside";
import { mail } from "./mail/outside";
import { properties } from "./properties/outside";
import { script } from "./script/outside";
import { session } from "./session/outside";
import { spreadsheet } from "./spreadsheet/outside";
import { ui } from "./ui/outside";
import { utilities } from "./utilities/outside";

/** The host's half of every service; a name in inside.ts without one here does not compile. */
export const outsideServices = {
  absent,
  "hello-world": helloWorld,
  spreadsheet,
  cache,
  content,
  html,
  lock,
  logger,
  mail,
  properties,
  script,
  session,
  ui,
  utilities,
} satisfies Readonly<Record<keyof typeof insideServices, OutsideService>>;
