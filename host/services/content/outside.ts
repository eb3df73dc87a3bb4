import type { OutsideService } from "../../realm/outside-service";

/** ContentService needs nothing from the host. */
export const content: OutsideService = () => ({});
