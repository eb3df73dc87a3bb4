import { outsideJest } from "../../support/outside-jest";

interface Told {
  readonly globals: readonly string[];
  readonly guarded: readonly string[];
  readonly unguarded: readonly (readonly [number, number])[];
}

test("no function of the script does anything for a visitor of a web app, and without any one of its guards one does (DOOR-1, DOOR-2)", async () => {
  const told = await outsideJest<Told>("test/sheets/web-app/anonymous.scenario.ts");
  expect(told.globals).toEqual(
    expect.arrayContaining(["onOpen", "onDaily", "onHourly", "rpc", "runNow", "setUp"]),
  );
  expect(told.guarded).toEqual([]);
  expect(told.unguarded.length).toBeGreaterThanOrEqual(7);
  expect(told.unguarded.filter(([, found]) => found === 0)).toEqual([]);
});
