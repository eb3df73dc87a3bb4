/** Stands in for jsonpath-plus in the bundle: facts are flat, so nothing may ever reach it (ADR-8). */
export const JSONPath = () => {
  throw new Error("JSONPath is not part of this program: facts are flat.");
};
