/** Rooms whose comments still cite pages from before docs/spec; none is left when all of them cite its numbers. */
export const roomsStillCitingOutsidePages: readonly string[] = ["src/", "test/"];
