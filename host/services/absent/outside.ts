import type { OutsideService } from "../../realm/outside-service";

/** What is absent needs nothing of the host. */
export const absent: OutsideService = () => ({});
