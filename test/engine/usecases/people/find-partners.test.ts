import { findPartners } from "../../../../src/engine/usecases/people/find-partners";
import { programOf } from "../../../support/program";
import { act } from "../act";

const program = programOf({
  partners: [
    { key: "ptn_7", name: "Zoé Ångström", email: "zoe@alpen.example" },
    { key: "00123", name: "Alpen Media", email: "hello@media.example" },
    { key: "ptn_9", name: "Bergalpen", email: "bela@berg.example", status: "archived" },
    { key: "ptn_8", name: "alpen", email: "x@y.example" },
  ],
});
const found = (search: string, page = 1) =>
  act(program, findPartners, { search, page }, "2026-02-01").output.rows.map(({ key }) => key);

describe("finding partners (REWARD-22)", () => {
  test("by name, whatever the case and the accents", () => {
    expect(found("ANGSTROM")).toEqual(["ptn_7"]);
    expect(found("zoe a")).toEqual(["ptn_7"]);
  });

  test("by e-mail and by key, a key that looks like a number included", () => {
    expect(found("bela@berg.example")).toEqual(["ptn_9"]);
    expect(found("00123")).toEqual(["00123"]);
  });

  test("exact matches first, then prefixes, then other matches, each by name", () => {
    expect(found("alpen")).toEqual(["ptn_8", "00123", "ptn_9", "ptn_7"]);
  });

  test("blank lists all by name, and no match is an empty page", () => {
    expect(found("")).toEqual(["ptn_8", "00123", "ptn_9", "ptn_7"]);
    expect(found("nobody")).toEqual([]);
  });

  test("blank also lists partners without an e-mail", () => {
    const bare = programOf({
      partners: [
        { key: "a", name: "Zed" },
        { key: "b", name: "Ann", email: "ann@x.example" },
      ],
    });
    const { rows } = act(bare, findPartners, {}, "2026-02-01").output;
    expect(rows.map(({ key }) => key)).toEqual(["b", "a"]);
  });

  test("pages of fifty, with the total", () => {
    const many = programOf({
      partners: Array.from({ length: 120 }, (_, i) => ({
        key: `p${i}`,
        name: `Partner ${1000 + i}`,
      })),
    });
    const { output } = act(many, findPartners, { search: "partner", page: 3 }, "2026-02-01");
    expect(output).toMatchObject({ page: 3, pages: 3, total: 120 });
    expect(output.rows.map(({ name }) => name)[0]).toBe("Partner 1100");
    expect(output.rows).toHaveLength(20);
  });
});
