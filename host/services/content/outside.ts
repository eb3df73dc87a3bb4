import type { OutsideService } from "../../realm/outside-service";

/** ContentService needs nothing of the host. */
export const content: OutsideService = () => ({});
