import type { InsideService } from "../realm/inside/kit";
import { helloWorld } from "./hello-world/inside";

/** Every service as a script sees it; one line here and one in outside.ts adds a service. */
export const insideServices = {
  "hello-world": helloWorld,
} satisfies Readonly<Record<string, InsideService>>;
