import type { Script } from "node:vm";
import { compile } from "../realm/realm";
import { ScriptError } from "../realm/script-error";

const compiled = new Map<string, Script>();
const keptPrograms = 4;

/** The compiled Code.js, reused while its text stays the same; a syntax error is the script's. */
export const programScript = (code: string): Script => {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  if (compiled.size >= keptPrograms) compiled.clear();
  try {
    const script = compile(code, "Code.js");
    compiled.set(code, script);
    return script;
  } catch (thrown) {
    const { name, message, stack = "" } = thrown as Error;
    throw new ScriptError({ name, message, stack, code: undefined });
  }
};
