import { windowSpan } from "../../src/ui/parts/window-span";

test("only the rows that are seen are drawn, and a few around them", () => {
  expect(windowSpan(10_000, 50, 5_000, 500)).toEqual({ from: 94, to: 116 });
});

test("the window stays within the list at both ends", () => {
  expect(windowSpan(10_000, 50, 0, 500)).toEqual({ from: 0, to: 16 });
  expect(windowSpan(10_000, 50, 499_500, 500)).toEqual({ from: 9984, to: 10_000 });
});

test("a list that has become shorter than where it was scrolled to draws nothing beyond it", () => {
  expect(windowSpan(3, 50, 5_000, 500)).toEqual({ from: 3, to: 3 });
});
