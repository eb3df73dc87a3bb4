import type { InsideService } from "../realm/inside/kit";
import { helloWorld } from "./hello-world/inside";
import { spreadsheet } from "./spreadsheet/inside";

/** Every service as a script sees it; one line here and one in outside.ts adds a service. */
export const insideServices = {
  "hello-world": helloWorld,
  spreadsheet,
} satisfies Readonly<Record<string, InsideService>>;
