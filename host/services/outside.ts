import type { OutsideService } from "../realm/outside-service";
import { helloWorld } from "./hello-world/outside";
import type { insideServices } from "./inside";

/** The host's half of every service; a name in inside.ts without one here does not compile. */
export const outsideServices = {
  "hello-world": helloWorld,
} satisfies Readonly<Record<keyof typeof insideServices, OutsideService>>;
