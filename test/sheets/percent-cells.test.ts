import type { Driver } from "../../host";
import { openProgram, smallProgram } from "./support/program";

/** Gives the first trigger's Percent a number and a format, as a person does by Format ▸ Number. */
function showPercent(host: Driver, value: number, format: string): void {
  const sheet = host.workbook.sheets.find(({ name }) => name === "Triggers");
  const row = sheet?.rows[1];
  const column = sheet?.rows[0]?.cells.indexOf("Percent") ?? -1;
  if (!row || column < 0) throw new Error("There is no such cell.");
  const formats = Array.from({ length: column + 1 }, (_, i) => row.look.formats[i] ?? "");
  formats[column] = format;
  row.cells[column] = value;
  Object.assign(row, { look: { ...row.look, formats }, text: null });
  host.workbook.version++;
}
const rateOf = async (value: number, format: string) => {
  const host = await openProgram({
    ...smallProgram,
    Transactions: smallProgram.Transactions?.slice(0, 1) ?? [],
  });
  showPercent(host, value, format);
  await host.rpc("run", { kind: "by hand" });
  const [first] = host.rows("Rewards").filter(({ Trigger }) => Trigger === "trg_1");
  const { Problems } = host.rows("Triggers")[0] ?? {};
  return { host, earned: first?.Amount ?? String(Problems) };
};

test.each([
  [1, "0%", 100],
  [0.2, "0%", 20],
  [0.005, "0.00%", 0.5],
  [0.07, "0.0 %", 7],
  [20, "General", 20],
  [20, '0" %"', 20],
  [0.2, "General", "Percent: 0.2 may mean 0.2 % or 20 %. Write it as text with %."],
] as const)(
  "a percent cell of %d that shows as %s pays %s of 100.00 (CELL-6)",
  async (value, format, earned) => {
    expect((await rateOf(value, format)).earned).toBe(earned);
  },
);

test("such a cell is changed in the sidebar as any other (CELL-6)", async () => {
  const { host } = await rateOf(0.2, "0%");
  const asked = {
    trigger: "trg_1",
    percent: "15",
    name: "Share",
    event: "transaction created",
    action: "grant a reward",
  };
  const reply = await host.rpc("save-trigger", asked as never);

  expect(reply).toMatchObject({ ok: true });
  expect(String(host.rows("Triggers")[0]?.Percent)).toMatch(/^(15|0\.15)$/);
});
