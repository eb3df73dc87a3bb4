import type { ScriptFault } from "./inside/entry";

/** The script's own stack frames, without those of the host beneath them. */
const ownFrames = (stack: string): string => {
  const lines = stack.split("\n");
  const foreign = lines.findIndex((line) => /(\(| )(node:|enter\.js|services\.js)/.test(line));
  return foreign === -1 ? stack : lines.slice(0, foreign).join("\n");
};

/** An error that the script threw, as an error of the main realm: its name, message and own stack. */
export class ScriptError extends Error {
  override readonly name: string;
  /** The stack of the script, "at onDaily (Code.js:12:7)". */
  readonly scriptStack: string;
  readonly code: string | undefined;
  constructor(fault: ScriptFault) {
    super(fault.message);
    this.name = fault.name;
    this.scriptStack = ownFrames(fault.stack);
    this.code = fault.code;
  }
}
