/** A row of Triggers: an active one that grants a percent of each sale. */
export const rateTrigger = {
  Key: "rate",
  Name: "Rate",
  State: "active",
  Order: 1,
  Event: "transaction created",
  Action: "grant a reward",
  Percent: "20",
};
