import type { OutsideService } from "../realm/outside-service";
import { helloWorld } from "./hello-world/outside";
import type { insideServices } from "./inside";
import { spreadsheet } from "./spreadsheet/outside";

/** The host's half of every service; a name in inside.ts without one here does not compile. */
export const outsideServices = {
  "hello-world": helloWorld,
  spreadsheet,
} satisfies Readonly<Record<keyof typeof insideServices, OutsideService>>;
