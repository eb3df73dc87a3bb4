import { filteredPartners, noPartnerFilters } from "../../src/ui/partners/filtered-partners";
import type { Figures } from "../../src/ui/partners/partner-figures";
import type { IndexedPartner } from "../../src/ui/partners/partner-index";

const partners = ["ada", "ben", "cleo", "dan"].map(
  (name) => [name, name, "", "", ""] as unknown as IndexedPartner,
);
const figures = new Map(
  partners.map(([key], at) => [
    String(key),
    [key, at === 3 ? "2026-03-01" : "2026-02-01", []] as unknown as Figures,
  ]),
);
const sorted = (sort: "sold last" | "sold first") =>
  filteredPartners(partners, { ...noPartnerFilters, sort }, figures).map(([key]) => key);

test("partners whose last sales were on the same day stay in the order of their names", () => {
  expect(sorted("sold last")).toEqual(["dan", "ada", "ben", "cleo"]);
  expect(sorted("sold first")).toEqual(["ada", "ben", "cleo", "dan"]);
});

test("who never sold anything comes last, whichever sale comes first", () => {
  const none = new Map([...figures].filter(([key]) => key !== "ben"));
  const sortedWithout = (sort: "sold last" | "sold first") =>
    filteredPartners(partners, { ...noPartnerFilters, sort }, none).map(([key]) => key);
  expect(sortedWithout("sold last")).toEqual(["dan", "ada", "cleo", "ben"]);
  expect(sortedWithout("sold first")).toEqual(["ada", "cleo", "dan", "ben"]);
});
