import { aboutOf, describePart } from "../../../src/engine/rewards/about";
import type { Why } from "../../../src/engine/tables/packed/why";

const part = { k: 3, n: 12 };
const why = { by: "drip", ...part } as Why;

describe("what a reward is for", () => {
  test("the number of a drip's part is data, and stands behind its text once", () => {
    const description = describePart("Yearly plan", part);
    expect(description).toBe("Yearly plan (3 of 12)");
    expect(aboutOf({ description, why })).toEqual({ what: "Yearly plan", part });
  });

  test("a text that a person changed is theirs, and the number stays", () => {
    const description = "Yearly plan (9 of 12)";
    expect(aboutOf({ description, why })).toEqual({ what: description, part });
  });

  test("the same text in a reward of no drip says no number", () => {
    const description = "Tickets (3 of 12)";
    expect(aboutOf({ description, why: null })).toEqual({ what: description, part: null });
  });
});
