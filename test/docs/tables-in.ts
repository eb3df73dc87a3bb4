/** The rows of one table, each a list of its cells. */
export type GuideTable = readonly (readonly string[])[];

/** The tables in a text of the guide, without their headers. */
export const tablesIn = (text: string): readonly GuideTable[] =>
  (text.match(/(?:^\|.*\n?)+/gm) ?? []).map((table) =>
    table
      .trim()
      .split("\n")
      .slice(2)
      .map((line) =>
        line
          .slice(1, -1)
          .split("|")
          .map((cell) => cell.trim()),
      ),
  );
