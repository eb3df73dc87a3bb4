import { outsideJest } from "../../support/outside-jest";

interface Told {
  readonly globals: readonly string[];
  readonly guarded: readonly string[];
  /** What was found without each guard. */
  readonly unguarded: readonly number[];
  readonly second: {
    readonly token: readonly string[];
    readonly noToken: number;
    readonly page: readonly string[];
    readonly pageOn: number;
  };
}

test("no function of the script does anything for a visitor of a web app, and without any one of its guards one does (DOOR-1, DOOR-2, DOOR-4, PARTNER-3)", async () => {
  const told = await outsideJest<Told>("test/sheets/web-app/anonymous.scenario.ts");
  expect(told.globals).toEqual(
    expect.arrayContaining(["onOpen", "onDaily", "onHourly", "rpc", "runNow", "setUp"]),
  );
  expect(told.guarded).toEqual([]);
  expect(told.unguarded.length).toBeGreaterThanOrEqual(7);
  expect(told.unguarded).not.toContain(0);
  expect(told.second).toMatchObject({ token: [], page: [] });
  expect(told.second.noToken).toBeGreaterThan(0);
  expect(told.second.pageOn).toBeGreaterThan(0);
});
