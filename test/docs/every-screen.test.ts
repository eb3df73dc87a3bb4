import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { screenNames } from "../e2e/sidebar/screen-names";
import { tablesIn } from "./tables-in";

const guide = join(__dirname, "../../docs/guide");
const page = readFileSync(join(guide, "every-screen.md"), "utf8");
const pictures = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\]\(|src=")(\.\.\/images\/[^)"]+)/g)].map(([, path = ""]) => path);

test.each(screenNames)("the guide shows %s in each of its states", (name) => {
  const states = ["", "-dark", "-empty", "-loading", "-trouble"];
  const [table = []] = tablesIn(page);
  const row = table.find((cells) => cells.some((cell) => cell.includes(`/${name}.png`)));

  expect(pictures((row ?? []).join(" "))).toEqual(
    states.map((state) => `../images/screens/${name}${state}.png`),
  );
});

test("every picture that the guide shows exists, and every picture is shown", () => {
  const chapters = readdirSync(guide).map((file) => readFileSync(join(guide, file), "utf8"));
  const shown = new Set(chapters.flatMap(pictures));
  const missing = [...shown].filter((path) => !existsSync(join(guide, path)));
  const unseen = readdirSync(join(guide, "../images/screens")).filter(
    (file) => !shown.has(`../images/screens/${file}`),
  );

  expect({ missing, unseen }).toEqual({ missing: [], unseen: [] });
});
