import type { InsideService } from "../realm/inside/kit";
import { absent } from "./absent/inside";
import { cache } from "./cache/inside";
import { content } from "./content/inside";
import { helloWorld } from "./hello-world/inside";
import { html } from "./html/inside";
import { lock } from "./lock/inside";
import { logger } from "./logger/inside";
import { mail } from "./mail/inside";
import { properties } from "./properties/inside";
import { script } from "./script/inside";
import { session } from "./session/inside";
import { spreadsheet } from "./spreadsheet/inside";
import { ui } from "./ui/inside";
import { utilities } from "./utilities/inside";

/** Every service as a script sees it; a service is added by one line here and one in outside.ts. */
export const insideServices = {
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
} satisfies Readonly<Record<string, InsideService>>;
