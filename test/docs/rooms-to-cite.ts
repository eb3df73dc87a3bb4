/** Rooms whose comments still cite pages from before docs/spec; none is left when all of them cite its numbers. */
export const roomsStillCitingOutsidePages: readonly string[] = [
  "src/engine/drips/",
  "src/engine/edits/",
  "src/engine/judging/",
  "src/engine/rewards/",
  "src/engine/simulate/",
  "src/engine/tables/packed/",
  "src/engine/timeline/",
  "src/engine/undo/",
  "src/engine/usecases/",
];
