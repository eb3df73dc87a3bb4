import { finding, type HealthCheck } from "./health-check";

/** Running drips whose trigger's row is gone. Their terms are frozen, so they go on (TRIG-17). */
export const lostTriggers: HealthCheck = {
  label: "Drips whose trigger is missing",
  find: (work) =>
    work.where("drips", "status", "Created").flatMap(({ key, trigger }) => {
      if (trigger === null || work.has("triggers", trigger)) return [];
      const message = `Its trigger “${trigger}” was deleted. The drip continues with its own terms; end it if it should not.`;
      return [finding("drips", key, "trigger", message)];
    }),
};
