/**
 * How Node runs what opens realm after realm. A realm lives for one execution only: optimizing its code costs more than it
 * brings, plain machine code is made at once and serves every realm (a third of the time), and throwing bytecode away
 * costs again. Such processes fill the cores, so none needs helpers to collect its garbage.
 */
export const forManyRealms: readonly string[] = [
  "--no-opt",
  "--always-sparkplug",
  "--no-flush-bytecode",
  "--single-threaded-gc",
];
