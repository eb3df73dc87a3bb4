/** How a call ended; read by the host when the realm's microtasks have drained. */
export interface Box {
  status: "pending" | "fulfilled" | "rejected";
  /** Whether the function returned a promise. */
  promised: boolean;
  value: unknown;
  error: ScriptFault | undefined;
}

/** An error of a script in primitives. */
export interface ScriptFault {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code: string | undefined;
}

// Top-level const and class names are on no object.
const indirectEval = eval;
const dotted = /^[\p{L}$_][\p{L}\p{N}$_]*(\.[\p{L}$_][\p{L}\p{N}$_]*)*$/u;

/** Describes whatever a script threw; a proxy or a throwing getter included. */
export const faultOf = (thrown: unknown): ScriptFault => {
  try {
    if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
      const { name, message, stack, code } = thrown as Record<string, unknown>;
      return {
        name: String(name ?? "Error"),
        message: String(message),
        stack: String(stack ?? ""),
        code: typeof code === "string" ? code : undefined,
      };
    }
    return { name: "Error", message: String(thrown), stack: "", code: undefined };
  } catch (deeper) {
    return { name: "Error", message: typeof deeper, stack: "", code: undefined };
  }
};

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  ((typeof value === "object" && value !== null) || typeof value === "function") &&
  typeof (value as { readonly then?: unknown }).then === "function";

/** Finds a top-level function by its name, dots allowed (PLATFORM-10, "menu.item1"). */
const find = (name: string): (() => unknown) | undefined => {
  if (!dotted.test(name)) return undefined;
  const [first = "", ...rest] = name.split(".");
  let owner: unknown = globalThis;
  let found: unknown = indirectEval(`typeof ${first} === "undefined" ? undefined : ${first}`);
  for (const member of rest) {
    owner = found;
    found = (found as Record<string, unknown> | undefined)?.[member];
  }
  return typeof found === "function" ? (found.bind(owner) as () => unknown) : undefined;
};

/** Calls the function and stores its outcome in the box; never throws. */
export const enter = (name: string, args: readonly unknown[], box: Box): void => {
  try {
    const call = find(name) as ((...args: readonly unknown[]) => unknown) | undefined;
    if (call === undefined) throw new Error(`Script function not found: ${name}`);
    const value = call(...args);
    if (!isThenable(value)) {
      box.status = "fulfilled";
      box.value = value;
      return;
    }
    box.promised = true;
    value.then(
      (settled) => {
        box.status = "fulfilled";
        box.value = settled;
      },
      (reason) => {
        box.status = "rejected";
        box.error = faultOf(reason);
      },
    );
  } catch (thrown) {
    box.status = "rejected";
    box.error = faultOf(thrown);
  }
};
