import type { OutsideService } from "../../realm/outside-service";

/** An absent service needs nothing from the host. */
export const absent: OutsideService = () => ({});
