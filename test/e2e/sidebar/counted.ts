import type { Locator } from "playwright-core";

/** Clicks of a person, as the month's targets count them: a field that is typed into is one, and so is a tick. */
export interface Counted {
  readonly clicks: () => number;
  readonly click: (what: Locator) => Promise<void>;
  readonly fill: (field: Locator, text: string) => Promise<void>;
}

/** Counts what a person does from here on. */
export function counted(): Counted {
  let clicks = 0;
  return {
    clicks: () => clicks,
    click: async (what) => {
      await what.first().click();
      clicks++;
    },
    fill: async (field, text) => {
      await field.first().fill(text);
      clicks++;
    },
  };
}
