import { createRequire } from "node:module";

/**
 * Loads a package when it is first needed: exceljs takes a good part of a second, and a workbook in JSON never needs
 * it. A plain `import()` would not work, since jest runs the CommonJS build.
 */
export function lazyRequire<T>(name: string): T {
  const here = typeof __filename === "string" ? __filename : import.meta.url;
  return createRequire(here)(name) as T;
}
