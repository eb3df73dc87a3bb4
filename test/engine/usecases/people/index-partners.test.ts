import type { Output } from "../../../../src/engine/contract/contract";
import type { Program } from "../../../../src/engine/program/program";
import { indexPartners } from "../../../../src/engine/usecases/people/index-partners";
import { programOf } from "../../../support/program";
import { act } from "../act";

const pagesOf = (program: Program) => {
  const pages: Output<"index-partners">[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const output: Output<"index-partners"> = act(
      program,
      indexPartners,
      { after },
      "2026-02-01",
    ).output;
    pages.push(output);
    after = output.next;
  }
  return pages;
};

describe("the index of partners", () => {
  test("has only what the search and the list need", () => {
    const program = programOf({
      partners: [
        { key: "ptn_2", name: "Zoé", email: "zoe@alpen.example", group: "Gold" },
        { key: "00123", name: "Bela", status: "archived" },
        { key: "ptn_1", name: "Try", test: "yes" },
      ],
    });

    expect(act(program, indexPartners, {}, "2026-02-01").output).toEqual({
      partners: [
        ["00123", "Bela", "", "", "archived"],
        ["ptn_1", "Try", "", "", "test"],
        ["ptn_2", "Zoé", "zoe@alpen.example", "Gold", ""],
      ],
      next: null,
      total: 3,
    });
  });

  test("comes in pages under 100 kB that hold each of 10,000 partners once", () => {
    const program = programOf({
      partners: Array.from({ length: 10_000 }, (_, i) => ({
        key: `ptn_${i}`,
        name: `Pärtner Nummer ${i} ${"ü".repeat(i % 300)}`,
        email: `partner.${i}@example.com`,
        group: "Gold",
      })),
    });
    const pages = pagesOf(program);

    const keys = pages.flatMap(({ partners }) => partners.map(([key]) => key));
    expect(new Set(keys).size).toBe(10_000);
    expect(keys).toHaveLength(10_000);
    expect(Math.max(...pages.map((page) => Buffer.byteLength(JSON.stringify(page))))).toBeLessThan(
      100_000,
    );
  });

  test("a partner with a name longer than a cell shows still fits on a page", () => {
    const program = programOf({
      partners: [
        { key: "a", name: "x".repeat(50_000) },
        { key: "b", name: "Bela" },
      ],
    });

    expect(pagesOf(program).flatMap(({ partners }) => partners.map(([key]) => key))).toEqual([
      "a",
      "b",
    ]);
  });
});
