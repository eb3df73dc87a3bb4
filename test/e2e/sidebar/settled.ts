import type { Frame, Locator } from "playwright-core";

/** What looks at once or acts at once; what waits by itself is not among them. */
const atOnce: ReadonlySet<PropertyKey> = new Set([
  ...["all", "allInnerTexts", "allTextContents", "boundingBox", "count", "evaluate"],
  ...["elementHandle", "getAttribute", "innerHTML", "innerText", "inputValue", "textContent"],
  ...["isChecked", "isDisabled", "isEnabled", "isHidden", "isVisible"],
  ...["check", "clear", "click", "dblclick", "fill", "focus", "hover", "press"],
  ...["pressSequentially", "selectOption", "setChecked", "setInputFiles", "uncheck"],
]);

const isLocator = (value: unknown): value is Locator =>
  typeof (value as Partial<Locator> | null)?.allInnerTexts === "function";

/** Waits until nothing on the screen is loading. */
export async function loaded(frame: Frame): Promise<void> {
  await frame.locator("main .skeleton, main .spinner").first().waitFor({ state: "detached" });
  await frame.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
}

/**
 * The frame as tests look at it and act on it: as it comes to be, not as it is on the way there. Every look and act waits
 * until no call is under way but those that the test itself holds, and until their answers are drawn.
 */
export const settledFrame = (frame: Frame, heldCalls: () => number): Frame =>
  settling(frame, () => rest(frame, heldCalls));

function settling<T extends Frame | Locator>(target: T, settle: () => Promise<void>): T {
  const get = (at: T, name: PropertyKey): unknown => {
    const own: unknown = Reflect.get(at, name);
    // What the browser's driver asks of a locator that another is given begins with a "_".
    if (typeof own !== "function" || String(name).startsWith("_")) return own;
    if (atOnce.has(name)) {
      return async (...args: unknown[]) => {
        await settle();
        return own.apply(at, args);
      };
    }
    return (...args: unknown[]) => {
      const given: unknown = own.apply(at, args);
      return isLocator(given) ? settling(given, settle) : given;
    };
  };
  return new Proxy(target, { get });
}

interface Calls {
  readonly made: number;
  readonly underWay: number;
}

/** Waits until no call is under way, all that was answered is drawn, and drawing it began no other. */
export async function rest(frame: Frame, heldCalls: () => number): Promise<void> {
  const patience = Date.now() + Number(process.env.PATIENCE ?? 60_000);
  for (;;) {
    const [before, after] = (await frame.evaluate(callsAroundDrawing)) as readonly [Calls, Calls];
    const held = heldCalls();
    const isAtRest = before.underWay <= held && after.underWay <= held;
    if (isAtRest && before.made === after.made) return;
    if (Date.now() > patience) throw new Error(`The page does not rest: ${JSON.stringify(after)}.`);
  }
}

/**
 * What the page of frames knows of the frame's calls, before and after all that was answered is drawn and its effects are
 * run. It hears of them, and is heard, in the order in which they were made and answered.
 */
const callsAroundDrawing = `(async () => {
  const ask = () => new Promise((resolve) => {
    const id = Math.random();
    const hear = ({ data }) => {
      if (data?.id !== id) return;
      removeEventListener("message", hear);
      resolve(data.calls);
    };
    addEventListener("message", hear);
    parent.postMessage({ kind: "calls", id }, "*");
  });
  const before = await ask();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return [before, await ask()];
})()`;
